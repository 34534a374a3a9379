import { mayReviewRow, type Actor, type HeldPosition } from '@thidua/access';
import { limitFor, type Pack } from '@thidua/awards';
import type { OutsiderList, RowView } from '@thidua/contract';
import { addDays, dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NomineeRow, OpinionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { noteOnDossier } from '../dossiers/note';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { packByHash } from '../law/pack-of';
import { once } from '../once';
import { Refused } from '../refused';
import { ownRow } from './report-links';

/** Who proposes whom: a nominee the territory does not manage is confirmed by those who do (L2022 art. 83.1). */
export const OUTSIDER_RULE = { id: 'L2022-83.1', citation: 'khoản 1 Điều 83 Luật Thi đua, khen thưởng năm 2022' } as const;
/** Asked bodies have as long as any consulted body (T-03). */
const LIMIT = 'T-03';

export type OutsiderVerdict = 'met' | 'not-met' | 'missing-data';

export interface OutsiderState {
  readonly row: NomineeRow;
  /** The latest question that was not taken back. */
  readonly request: OpinionRecord | null;
  readonly verdict: OutsiderVerdict;
}

/** Rows whose nominee is from outside the territory, and whether those who manage them have confirmed; others are not in the answer. */
export async function outsiderStates(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  rows: readonly NomineeRow[],
  tx?: Tx,
): Promise<ReadonlyMap<string, OutsiderState>> {
  const outside = rows.filter((row) => row.scope === 'outside' || row.outsider !== null);
  const asked =
    outside.length === 0
      ? []
      : await stores.opinions.ofRows(
          provinceId,
          outside.map((row) => row.id),
          tx,
        );
  return new Map(
    outside.map((row) => {
      const mine = asked.filter((one) => one.rowId === row.id && one.ruleId === OUTSIDER_RULE.id && one.withdrawnAt === null);
      const request = mine.at(-1) ?? null;
      return [row.id, { row, request, verdict: verdictOf(request) }];
    }),
  );
}

/** Silence confirms nothing. */
function verdictOf(request: OpinionRecord | null): OutsiderVerdict {
  return request?.answer === 'agree' ? 'met' : request?.answer === 'disagree' ? 'not-met' : 'missing-data';
}

const WORDS: Readonly<Record<OutsiderVerdict, string>> = {
  met: 'Người ngoài hệ thống: cơ quan quản lý hoặc nơi cư trú đã xác nhận',
  'not-met': 'Người ngoài hệ thống: cơ quan quản lý hoặc nơi cư trú không xác nhận',
  'missing-data': 'Người ngoài hệ thống: chưa có văn bản xác nhận của cơ quan quản lý hoặc nơi cư trú',
};

/** A row with the line about its nominee from outside among its verdicts; what is not confirmed leaves it without data. */
export function withOutsider(view: RowView, state: OutsiderState | undefined): RowView {
  if (state === undefined) {
    return view;
  }
  const { verdict, request } = state;
  const line: RowView['verdicts'][number] = {
    ruleId: OUTSIDER_RULE.id,
    criterionId: OUTSIDER_RULE.id,
    verdict,
    text: WORDS[verdict],
    citation: OUTSIDER_RULE.citation,
    confirmed: true,
    because: request === null ? [] : [{ kind: 'confirmation', id: request.id, text: request.numberText ?? request.body }],
    missing: verdict === 'missing-data' ? ['Văn bản xác nhận của cơ quan quản lý hoặc Ủy ban nhân dân nơi cư trú'] : [],
    hard: verdict === 'not-met',
    group: 'all',
    overridable: false,
    override: null,
  };
  return { ...view, verdicts: [...view.verdicts, line], overall: worse(view.overall, verdict) };
}

function worse(a: RowView['overall'], b: OutsiderVerdict): RowView['overall'] {
  const order: readonly RowView['overall'][] = [null, 'met', 'missing-data', 'not-met'];
  return order[Math.max(order.indexOf(a), order.indexOf(b))] ?? b;
}

export const outsiders: Handler<'outsiders'> = async (deps, { actor, params }): Promise<OutsiderList> => {
  const dossier = await dossierFor(deps, actor, params['id'] ?? '');
  const rows = await deps.stores.rows.ofDossier(actor.provinceId, dossier.id);
  const states = await outsiderStates(deps, actor.provinceId, rows);
  const bodies = await Promise.all([...new Set(rows.map((row) => row.stage))].map((stage) => reviewers(deps, dossier, stage)));
  return {
    mayAsk: bodies.some((ids) => mayReviewRow(actor, ids).allowed),
    outsiders: [...states.values()].map(({ row, request, verdict }) => ({
      rowId: row.id,
      name: row.name,
      managingBody: row.outsider?.managingBody ?? null,
      address: row.outsider?.address ?? null,
      requestId: request?.id ?? null,
      askedAt: request === null ? null : isoOf(request.askedAt.getTime()),
      dueOn: request?.dueOn ?? null,
      answer: request?.answer ?? null,
      numberText: request?.numberText ?? null,
      verdict,
    })),
  };
};

/** Who manages a nominee from outside, told later than the list was made. */
export const setOutsider: Handler<'setOutsider'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier, position } = await ownRow(deps, actor, params['id'] ?? '', tx);
    if (row.state !== 'open' && row.state !== 'held') {
      throw new Refused('row-not-open', { rowId: row.id, state: row.state });
    }
    if (row.version !== body.version) {
      throw new Refused('task-changed', { rowId: row.id, version: row.version });
    }
    const { managingBody, address, taxCode } = body;
    const outsider = { managingBody, address, ...(taxCode === undefined ? {} : { taxCode }) };
    await deps.stores.intake.setOutsider(tx, actor.provinceId, row.id, outsider);
    await noteOnDossier(deps, tx, actor, { dossierId: dossier.id, position, action: 'outsider-told', facts: { rowId: row.id } });
    return { done: true as const };
  });

/** The standing body asks those who manage the nominee; the answer comes like any consulted body's. */
export const askConfirmation: Handler<'askConfirmation'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const seen = await deps.stores.rows.byId(provinceId, params['id'] ?? '');
    const { row, dossier } = await rowAtHand(deps, tx, actor, {
      id: params['id'] ?? '',
      version: seen?.version ?? 0,
      states: ['open', 'held'],
    });
    const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    const state = (await outsiderStates(deps, provinceId, [row], tx)).get(row.id);
    const round = (await deps.stores.traces.rounds(provinceId, dossier.id)).findLast((one) => one.status !== 'closed');
    if (state === undefined || row.outsider === null || round === undefined || state.request?.answer === null) {
      const reason = row.outsider === null ? 'managing-body-unknown' : round === undefined ? 'not-in-a-round' : 'already-asked';
      throw new Refused('state-conflict', { rowId: row.id, reason });
    }
    const pack = dossier.packHash === null ? undefined : await packByHash(deps, dossier.packHash);
    await ask(deps, tx, { provinceId, row, roundId: round.roundId, pack, actor, position: verdict.position });
    return { done: true as const };
  });

interface Asking {
  readonly provinceId: string;
  readonly row: NomineeRow;
  readonly roundId: string;
  readonly pack: Pack | undefined;
  readonly actor: Actor;
  readonly position: HeldPosition;
}

async function ask(deps: CaseworkDeps, tx: Tx, { provinceId, row, roundId, pack, actor, position }: Asking): Promise<void> {
  const atMs = deps.clock.nowMs();
  const id = newId(deps.clock);
  await deps.stores.opinions.ask(tx, provinceId, {
    id,
    roundId,
    rowId: row.id,
    kind: 'confirmation',
    body: row.outsider?.managingBody ?? '',
    orgId: null,
    subject: `Xác nhận về thành tích, việc chấp hành pháp luật của ${row.name}`,
    ruleId: OUTSIDER_RULE.id,
    dueOn: dueOn(deps, pack),
    paperId: null,
    askedBy: actor.personId,
    atMs,
  });
  const facts = { rowId: row.id, requestId: id };
  await noteOnDossier(deps, tx, actor, { dossierId: row.dossierId, position, action: 'confirmation-asked', facts });
}

function dueOn({ calendar, clock }: CaseworkDeps, pack: Pack | undefined): string | null {
  const day = dayOf(clock.nowMs());
  const amount = pack === undefined ? undefined : limitFor(pack, LIMIT, day)?.amount;
  if (amount === undefined || amount.unit === 'month') {
    return null;
  }
  return formatLocalDate(
    amount.unit === 'working-day' ? calendar.addWorkingDays(day, amount.value) : calendar.rollForward(addDays(day, amount.value)),
  );
}
