import { mayRunRound } from '@thidua/access';
import { awardOf, centralRow, isCentral, isSymbolOf, rowsOn } from '@thidua/awards';
import type { CentralPaperRecord } from '@thidua/contract';
import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { deciderTitle } from '../law/deciding-row';
import { nameOfAward } from '../law/names';
import { Refused } from '../refused';
import { packOfRound } from './round-law';
import { sentRows } from './sent-rows';
import { roundFor } from './sight';
import { KEPT_FOR_MS } from '../kept-for';
import { note } from '../note';

/** A paper of the central level, recorded as a message that moves the instance (decision 29). */
export const recordCentralPaper: Handler<'recordCentralPaper'> = async (deps, { actor, params, body, key }) => {
  const seen = await roundFor(deps, actor, params['id'] ?? '');
  const verdict = mayRunRound(actor, seen.standingOrgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { roundId: seen.id });
  }
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const nowMs = deps.clock.nowMs();
    const round = await deps.stores.rounds.lock(tx, provinceId, seen.id);
    if (round === undefined) {
      throw new Refused('not-found', { what: 'round' });
    }
    const waiting = await demandAwaited(deps, tx, provinceId, round);
    await demandSound(deps, tx, { provinceId, round, body, waiting });
    const { kind, date, numberText = null, ground = null } = body;
    const results = kind === 'decision' ? (body.results ?? null) : null;
    const awards = kind === 'differs' ? (body.awards ?? null) : null;
    const paper = { id: newId(deps.clock), kind, numberText, date, ground, results, awards, recordedBy: verdict.position.id, atMs: nowMs };
    await deps.stores.central.record(tx, provinceId, round.id, paper);
    const message = { provinceId, name: 'van-ban-trung-uong', correlationKey: round.id, variables: { kind }, ttlMs: KEPT_FOR_MS };
    await deps.runtime.publish(message, tx);
    await note(deps, tx, actor, {
      on: 'round',
      id: round.id,
      position: verdict.position,
      action: 'central-paper-recorded',
      facts: { centralPaperId: paper.id, kind, date, numberText },
    });
    return { done: true as const };
  });
};

/** Something was sent, and part of it has no answer yet: sent rows that no recorded decision tells, its results sent on or not. */
async function demandAwaited(deps: CaseworkDeps, tx: Tx, provinceId: string, round: RoundRecord): Promise<readonly RoundRowRecord[]> {
  const papers = await deps.stores.central.ofRound(provinceId, round.id, tx);
  if (!papers.some((paper) => paper.kind === 'sent')) {
    throw new Refused('state-conflict', { reason: 'nothing-sent' });
  }
  const answered = new Set(papers.flatMap(({ kind, results }) => (kind === 'decision' ? Object.keys(results ?? {}) : [])));
  const waiting = (await sentRows(deps, { provinceId, round }, tx)).filter((row) => !answered.has(row.id));
  if (waiting.length === 0) {
    throw new Refused('state-conflict', { reason: 'already-decided' });
  }
  return waiting;
}

interface Recording {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly body: CentralPaperRecord;
  readonly waiting: readonly RoundRowRecord[];
}

async function demandSound(deps: CaseworkDeps, tx: Tx, recording: Recording): Promise<void> {
  const { body } = recording;
  const date = parseLocalDate(body.date);
  if (date === undefined || compareDates(date, dayOf(deps.clock.nowMs())) > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'date', code: 'in-future' }] });
  }
  if (body.kind === 'returned' && body.ground === undefined) {
    throw new Refused('request-invalid', { problems: [{ field: 'ground', code: 'required' }] });
  }
  if (body.kind === 'differs') {
    await demandOtherForms(deps, tx, recording);
  }
  if (body.kind === 'decision') {
    await demandDecider(deps, recording);
  }
}

/**
 * A decision of the centre answers rows of one decider: the Prime Minister's and the President's are different papers (L2022 Điều 77, 78),
 * told apart by their symbols. Rows that nobody awards are told in one notice, whoever it is from (T-08).
 */
async function demandDecider(deps: CaseworkDeps, { round, body, waiting }: Recording): Promise<void> {
  const results = body.results ?? {};
  const unknown = Object.keys(results).filter((id) => !waiting.some((row) => row.id === id));
  if (unknown.length > 0 || Object.keys(results).length === 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'results', code: 'waiting-rows' }], unknown });
  }
  const pack = await packOfRound(deps, round);
  const rules = rowsOn(pack.authorities, parseLocalDate(body.date));
  for (const { award } of waiting.filter((row) => results[row.id] === true)) {
    const rule = centralRow(rules, award);
    if (rule === undefined || !isSymbolOf(rule.level, body.numberText ?? '')) {
      throw new Refused('not-competent', {
        reason: 'central-symbol',
        award,
        awardName: nameOfAward(pack, award, [], 'full'),
        decider: deciderTitle(rule?.level),
        ruleId: rule?.id ?? '',
        citation: rule?.citation ?? '',
      });
    }
  }
}

/** Another form for rows that were sent, each one the pack knows and the centre decides. */
async function demandOtherForms(deps: CaseworkDeps, tx: Tx, { provinceId, round, body }: Recording): Promise<void> {
  const pack = await packOfRound(deps, round);
  const sent = (await sentRows(deps, { provinceId, round }, tx)).map((row) => row.id);
  const proposed = Object.entries(body.awards ?? {});
  const wrong = proposed.filter(([rowId, award]) => {
    return !sent.includes(rowId) || !isCentral(awardOf(pack, award)?.level);
  });
  if (proposed.length === 0 || wrong.length > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'awards', code: proposed.length === 0 ? 'required' : 'not-a-choice' }] });
  }
}
