import { randomBytes } from 'node:crypto';
import type { Pack, ProcedureRow } from '@thidua/awards';
import { compareDates, dayOf, formatLocalDate, instantOf, isoOf, parseLocalDate, type LocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { firstDayAfterNotice } from './notice-state';
import { lockRunning, roundToRun } from './round-at-hand';
import { note } from '../note';
import { stepsOf } from './steps-of';
import { KEPT_FOR_MS } from '../kept-for';

/** A list was published: where, and from when its days count (T-01, T-18). Only rows whose award asks for it are on it. */
export const publishNotice: Handler<'publishNotice'> = async (deps, { actor, params, body, key }) => {
  const { seen, position } = await roundToRun(deps, actor, params['id'] ?? '');
  const rowIds = [...new Set(body.rowIds)];
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const atMs = deps.clock.nowMs();
    const round = await lockRunning(deps, tx, provinceId, seen.id);
    const publishedOn = publishedDay(body.publishedOn, dayOf(atMs));
    const pack = await packOfRound(deps, round);
    const rule = await ruleFor(deps, { provinceId, round, pack, rowIds, today: dayOf(atMs) }, tx);
    const until = firstDayAfterNotice(deps.calendars.of(provinceId), pack, rule.limit ?? rule.id, publishedOn);
    const notice = {
      id: newId(deps.clock),
      roundId: round.id,
      publishedOn: formatLocalDate(publishedOn),
      untilOn: formatLocalDate(until),
      channels: body.channels,
      token: randomBytes(15).toString('base64url'),
      ruleId: rule.limit ?? rule.id,
    };
    await deps.stores.notices.publish(tx, provinceId, { ...notice, rowIds, by: actor.personId, atMs });
    const variables = { notice: notice.id, noticeUntil: isoOf(instantOf(until, 0)) };
    await deps.runtime.publish({ provinceId, name: 'cong-khai', correlationKey: round.id, variables, ttlMs: KEPT_FOR_MS }, tx);
    const facts = {
      noticeId: notice.id,
      publishedOn: notice.publishedOn,
      untilOn: notice.untilOn,
      ruleId: notice.ruleId,
      rowIds,
    };
    await note(deps, tx, actor, { on: 'round', id: round.id, position, action: 'list-published', facts });
    return { noticeId: notice.id, token: notice.token, untilOn: notice.untilOn };
  });
};

function publishedDay(text: string, today: LocalDate): LocalDate {
  const day = parseLocalDate(text);
  if (day === undefined || compareDates(day, today) > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'publishedOn', code: day === undefined ? 'not-a-date' : 'in-future' }] });
  }
  return day;
}

interface NoticeQuestion {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly pack: Pack;
  readonly rowIds: readonly string[];
  readonly today: LocalDate;
}

/** The one rule that asks for a notice of all these rows. */
async function ruleFor(deps: CaseworkDeps, { provinceId, round, pack, rowIds, today }: NoticeQuestion, tx: Tx): Promise<ProcedureRow> {
  const inRound = (await deps.stores.roundRows.ofRound(provinceId, round.id, tx)).filter((row) => row.state === 'open');
  const unknown = rowIds.filter((id) => !inRound.some((row) => row.id === id));
  const cases = await deps.stores.cases.ofRows(provinceId, rowIds, tx);
  const steps = stepsOf(pack, round.level === 'UNIT' ? 'XA' : round.level, cases, today).filter(
    (step) => step.rule.kind === 'public-notice',
  );
  const step = steps.find((one) => rowIds.every((id) => one.rowIds.includes(id)));
  if (unknown.length > 0 || step === undefined) {
    const asked = steps.flatMap((one) => one.rowIds);
    const not = rowIds.filter((id) => !asked.includes(id));
    throw new Refused('request-invalid', {
      problems: [{ field: 'rowIds', code: 'no-notice-asked' }],
      rowIds: unknown.length > 0 ? unknown : not,
    });
  }
  return step.rule;
}
