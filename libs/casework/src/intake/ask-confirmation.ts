import { mayReviewRow, type Actor, type HeldPosition } from '@thidua/access';
import { limitFor, type Pack } from '@thidua/awards';
import { addDays, dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NomineeRow, RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { KEPT_FOR_MS } from '../kept-for';
import { packByHash } from '../law/pack-of';
import { noteLimit } from '../limits/note-limit';
import { once } from '../once';
import { lockRunning } from '../procedure/round-at-hand';
import { Refused } from '../refused';
import { OUTSIDER_RULE, outsiderStates } from './outsider-state';

/** Asked bodies have as long as any consulted body (T-03). */
const LIMIT = 'T-03';

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
    const running = await lockRunning(deps, tx, provinceId, round.roundId);
    const pack = dossier.packHash === null ? undefined : await packByHash(deps, dossier.packHash);
    await ask(deps, tx, { provinceId, row, round: running, pack, actor, position: verdict.position });
    return { done: true as const };
  });

interface Asking {
  readonly provinceId: string;
  readonly row: NomineeRow;
  readonly round: RoundRecord;
  readonly pack: Pack | undefined;
  readonly actor: Actor;
  readonly position: HeldPosition;
}

async function ask(deps: CaseworkDeps, tx: Tx, { provinceId, row, round, pack, actor, position }: Asking): Promise<void> {
  const atMs = deps.clock.nowMs();
  const id = newId(deps.clock);
  await deps.stores.opinions.ask(tx, provinceId, {
    id,
    roundId: round.id,
    rowId: row.id,
    kind: 'confirmation',
    body: row.outsider?.managingBody ?? '',
    orgId: null,
    subject: `Xác nhận về thành tích, việc chấp hành pháp luật của ${row.name}`,
    ruleId: OUTSIDER_RULE.id,
    dueOn: dueOn(deps, provinceId, pack),
    paperId: null,
    askedBy: actor.personId,
    atMs,
  });
  await noteLimit(deps, tx, {
    provinceId,
    roundId: round.id,
    rowId: row.id,
    kind: 'opinion-asked',
    atMs,
    personId: actor.personId,
    facts: { opinionId: id },
  });
  // The round writes the letter and waits for the answer, which the office that asked records.
  const opinions = [{ id, group: `pos:${round.standingOrgId}/appraiser` }];
  await deps.runtime.publish({ provinceId, name: 'lay-y-kien', correlationKey: round.id, variables: { opinions }, ttlMs: KEPT_FOR_MS }, tx);
  const facts = { rowId: row.id, requestId: id };
  await note(deps, tx, actor, { on: 'dossier', id: row.dossierId, position, action: 'confirmation-asked', facts });
}

function dueOn({ calendars, clock }: CaseworkDeps, provinceId: string, pack: Pack | undefined): string | null {
  const calendar = calendars.of(provinceId);
  const day = dayOf(clock.nowMs());
  const amount = pack === undefined ? undefined : limitFor(pack, LIMIT, day)?.amount;
  if (amount === undefined || amount.unit === 'month') {
    return null;
  }
  return formatLocalDate(
    amount.unit === 'working-day' ? calendar.addWorkingDays(day, amount.value) : calendar.rollForward(addDays(day, amount.value)),
  );
}
