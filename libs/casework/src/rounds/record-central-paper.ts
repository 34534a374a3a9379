import { mayRunRound } from '@thidua/access';
import { awardOf } from '@thidua/awards';
import type { CentralPaperRecord } from '@thidua/contract';
import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
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
    await demandAwaited(deps, tx, provinceId, round);
    await demandSound(deps, tx, { provinceId, round, body });
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

/** Something was sent, and nothing final has come back. */
async function demandAwaited({ stores }: CaseworkDeps, tx: Tx, provinceId: string, round: RoundRecord): Promise<void> {
  const papers = await stores.central.ofRound(provinceId, round.id, tx);
  if (!papers.some((paper) => paper.kind === 'sent') || papers.some((paper) => paper.kind === 'decision')) {
    throw new Refused('state-conflict', { reason: papers.some((paper) => paper.kind === 'sent') ? 'already-decided' : 'nothing-sent' });
  }
}

interface Recording {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly body: CentralPaperRecord;
}

async function demandSound(deps: CaseworkDeps, tx: Tx, { provinceId, round, body }: Recording): Promise<void> {
  const date = parseLocalDate(body.date);
  if (date === undefined || compareDates(date, dayOf(deps.clock.nowMs())) > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'date', code: 'in-future' }] });
  }
  if (body.kind === 'returned' && body.ground === undefined) {
    throw new Refused('request-invalid', { problems: [{ field: 'ground', code: 'required' }] });
  }
  if (body.kind === 'differs') {
    await demandOtherForms(deps, tx, { provinceId, round, body });
  }
  if (body.kind !== 'decision') {
    return;
  }
  const results = body.results ?? {};
  const sent = (await sentRows(deps, { provinceId, round }, tx)).map((row) => row.id);
  const missing = sent.filter((id) => results[id] === undefined);
  const unknown = Object.keys(results).filter((id) => !sent.includes(id));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'results', code: 'one-per-row' }], missing, unknown });
  }
}

/** Another form for rows that were sent, each one the pack knows and the centre decides. */
async function demandOtherForms(deps: CaseworkDeps, tx: Tx, { provinceId, round, body }: Recording): Promise<void> {
  const pack = await packOfRound(deps, round);
  const sent = (await sentRows(deps, { provinceId, round }, tx)).map((row) => row.id);
  const proposed = Object.entries(body.awards ?? {});
  const wrong = proposed.filter(([rowId, award]) => {
    const level = awardOf(pack, award)?.level;
    return !sent.includes(rowId) || (level !== 'TTG' && level !== 'CTN');
  });
  if (proposed.length === 0 || wrong.length > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'awards', code: proposed.length === 0 ? 'required' : 'not-a-choice' }] });
  }
}
