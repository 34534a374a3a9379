import {
  ballotRuleFor,
  councilBodyFor,
  itemOutlook,
  quorumFor,
  type BallotRow,
  type ConflictPolicy,
  type ItemOutlook,
  type Pack,
  type Quorum,
} from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { RecusalRecord, RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { noticeStateOf, type NoticeState } from '../procedure/notice-state';
import { packOfRound } from '../rounds/round-law';
import { benchOf, type Bench } from './bench-of';
import { isRecused } from './voices';

/** A row that the appraisal passed, as the coming session would find it. */
export interface PlannedItem {
  readonly row: RoundRowRecord;
  /** Undefined where the pack holds no ballot on the award at this level: it cannot be put to a vote. */
  readonly rule: BallotRow | undefined;
  /** Members who would not vote on it. */
  readonly recused: readonly string[];
  readonly outlook: ItemOutlook | undefined;
  readonly notice: NoticeState | undefined;
  /** Its public notice has not run its length, or comments are not handled (T-01, T-18). */
  readonly tooSoon: boolean;
  readonly leftOff: boolean;
}

export interface SessionPlan extends Bench {
  readonly pack: Pack;
  readonly items: readonly PlannedItem[];
  readonly recusals: readonly RecusalRecord[];
  readonly absent: readonly string[];
  readonly quorum: Quorum | undefined;
  readonly conflict: ConflictPolicy;
  /** Size of the counting team. */
  readonly counters: number;
}

export interface PlanQuestion {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly today: LocalDate;
  readonly absent: readonly string[];
  /** Rows the secretary leaves for another session. */
  readonly leaveOff: readonly string[];
}

/** Who would meet on what, and what stands against it: asked by the screen before the opening, and by the opening itself. */
export async function planSession(deps: CaseworkDeps, asked: PlanQuestion, tx?: Tx): Promise<SessionPlan | undefined> {
  const { provinceId, round, today, leaveOff } = asked;
  const bench = await benchOf(deps, { provinceId, round, today, leaveOff }, tx);
  if (bench === undefined) {
    return undefined;
  }
  const pack = await packOfRound(deps, round);
  const rows = bench.agenda;
  const recusals = await deps.stores.recusals.ofRound(provinceId, round.id, tx);
  const notices = await noticeStateOf(
    deps,
    provinceId,
    rows.map((row) => row.id),
    today,
    tx,
  );
  const absent = asked.absent.filter((personId) => bench.members.some((member) => member.personId === personId));
  const items = rows.map((row) => planned(row, { bench, pack, round, today, recusals, absent, leaveOff, notice: notices.get(row.id) }));
  const awards = items.filter((item) => !item.leftOff).map((item) => item.row.award);
  const total = bench.members.length;
  const bodies = awards.flatMap((award) => councilBodyFor(pack, award, round.level, today) ?? []);
  return {
    ...bench,
    ...{ pack, items, recusals, absent },
    quorum: quorumFor(pack, { level: round.level, awards, total, present: total - absent.length, date: today }),
    conflict: bodies.some((row) => row.conflict === 'recuse') ? 'recuse' : 'chair-rules',
    counters: bodies.reduce((most, row) => Math.max(most, row.counters), 0),
  };
}

interface Around {
  readonly bench: Bench;
  readonly pack: Pack;
  readonly round: RoundRecord;
  readonly today: LocalDate;
  readonly recusals: readonly RecusalRecord[];
  readonly absent: readonly string[];
  readonly leaveOff: readonly string[];
  readonly notice: NoticeState | undefined;
}

function planned(row: RoundRowRecord, { bench, pack, round, today, recusals, absent, leaveOff, notice }: Around): PlannedItem {
  const rule = ballotRuleFor(pack, row.award, round.level, today);
  const item = { rowId: row.id, personId: row.personId };
  const recused = bench.members.map((member) => member.personId).filter((personId) => isRecused(item, personId, recusals));
  const missing = absent.filter((personId) => !recused.includes(personId)).length;
  const total = bench.members.length;
  const outlook =
    rule === undefined || total === 0
      ? undefined
      : itemOutlook({ total, recused: recused.length, absent: missing, inWriting: rule.absentInWriting }, rule);
  return { row, rule, recused, outlook, notice, tooSoon: notice?.ok === false, leftOff: leaveOff.includes(row.id) };
}
