import { limitFor, type Pack, type WorkingCalendar } from '@thidua/awards';
import { addDays, compareDates, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { NoticeOfRow, RowCase, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packByHash } from '../law/pack-of';
import { stepsOf, type ProcedureLevel } from './steps-of';

/** Whether a council may meet on a row as far as its public notice goes (T-01, T-18). */
export interface NoticeState {
  readonly required: boolean;
  /** The limit row that says how long; null when no notice is asked for. */
  readonly ruleId: string | null;
  readonly citation: string | null;
  readonly publishedOn: LocalDate | null;
  /** First day on which the council may meet; of a list not yet published, when it is published today. Null: none is asked for. */
  readonly possibleOn: LocalDate | null;
  readonly ok: boolean;
  readonly why: 'not-published' | 'running' | 'comments-open' | null;
}

const FREE: NoticeState = { required: false, ruleId: null, citation: null, publishedOn: null, possibleOn: null, ok: true, why: null };

/** Of each of the rows; one that does not exist is not in the answer. */
export async function noticeStateOf(
  deps: CaseworkDeps,
  provinceId: string,
  rowIds: readonly string[],
  today: LocalDate,
  tx?: Tx,
): Promise<ReadonlyMap<string, NoticeState>> {
  const cases = await deps.stores.cases.ofRows(provinceId, rowIds, tx);
  const notices = await deps.stores.notices.ofRows(provinceId, rowIds, tx);
  const states = new Map<string, NoticeState>();
  for (const row of cases) {
    const rule = await ruleOf(deps, row, today);
    const mine = notices.filter((notice) => notice.rowId === row.rowId);
    states.set(row.rowId, rule === undefined ? FREE : stateOf(deps.calendars.of(provinceId), rule, mine, today));
  }
  return states;
}

interface NoticeRule {
  readonly id: string;
  readonly citation: string;
  readonly pack: Pack;
}

async function ruleOf(deps: CaseworkDeps, row: RowCase, today: LocalDate): Promise<NoticeRule | undefined> {
  if (row.packHash === null || row.stage === 'UNIT') {
    return undefined;
  }
  const pack = await packByHash(deps, row.packHash);
  const level: ProcedureLevel = row.stage === 'TW' ? 'TINH' : row.stage;
  const step = stepsOf(pack, level, [row], today).find((one) => one.rule.kind === 'public-notice' && one.demanded);
  return step === undefined ? undefined : { id: step.rule.limit ?? step.rule.id, citation: step.rule.citation, pack };
}

function stateOf(calendar: WorkingCalendar, rule: NoticeRule, notices: readonly NoticeOfRow[], today: LocalDate): NoticeState {
  const [notice] = notices.toSorted((a, b) => Number(b.closed) - Number(a.closed) || (a.untilOn < b.untilOn ? -1 : 1));
  const publishedOn = notice === undefined ? null : (parseLocalDate(notice.publishedOn) ?? null);
  const until = notice === undefined ? undefined : parseLocalDate(notice.untilOn);
  const possibleOn = until ?? firstDayAfterNotice(calendar, rule.pack, rule.id, today);
  const why =
    notice === undefined ? 'not-published' : compareDates(today, possibleOn) < 0 ? 'running' : notice.closed ? null : 'comments-open';
  return { required: true, ruleId: rule.id, citation: rule.citation, publishedOn, possibleOn, ok: why === null, why };
}

/** The first day on which a notice published on a day has run its length; a period that ends on a rest day ends on the next working day. */
export function firstDayAfterNotice(calendar: WorkingCalendar, pack: Pack, limitId: string, publishedOn: LocalDate): LocalDate {
  const amount = (limitFor(pack, limitId, publishedOn) ?? limitFor(pack, limitId))?.amount;
  if (amount === undefined || amount.unit === 'month') {
    throw new Error(`pack ${pack.id} has no limit in days ${limitId}`);
  }
  return amount.unit === 'working-day'
    ? calendar.addWorkingDays(publishedOn, amount.value)
    : calendar.rollForward(addDays(publishedOn, amount.value));
}
