import { rewardFor, type Pack } from '@thidua/awards';
import type { RowVerdicts, RowView } from '@thidua/contract';
import { parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { NomineeRow, RowDecision } from '@thidua/store';
import { rowIntake } from '../intake/row-intake';
import { deciderTitle, decidingRow } from '../law/deciding-row';
import { nameOfAward } from '../law/names';

export interface RowSurroundings {
  readonly pack: Pack | undefined;
  readonly today: LocalDate;
  /** How the rows stand against criteria and rules, by row. */
  readonly verdicts: ReadonlyMap<string, RowVerdicts>;
  readonly decisions: readonly RowDecision[];
  /** Titles of the chairs in office, by level. */
  readonly titles: Readonly<Partial<Record<string, string>>>;
  readonly tiers: readonly string[];
}

/** One nominee with what law says of the award: who decides, what it is worth, which rules are met. */
export function rowView(row: NomineeRow, around: RowSurroundings): RowView {
  const { id, seq, kind, name, title, scope, award, achievement, stage, state, reason, version } = row;
  const { pack, decisions, tiers } = around;
  const decision = decisions.find((one) => one.rowId === id);
  const reward = rewardOf(row, decision, around);
  return {
    id,
    seq,
    kind,
    name,
    title,
    scope,
    award,
    awardName: nameOfAward(pack, award, tiers, 'full'),
    intake: rowIntake(row),
    achievement,
    stage,
    state,
    reason,
    decision: decision === undefined ? null : { id: decision.decisionId, numberText: decision.numberText, date: decision.date },
    ...reward,
    decider: deciderOf(award, around),
    subjectId: row.personId ?? row.subjectOrgId,
    verdicts: around.verdicts.get(id)?.verdicts ?? [],
    overall: around.verdicts.get(id)?.verdict ?? null,
    version,
  };
}

function rewardOf(
  { award, kind }: NomineeRow,
  decision: RowDecision | undefined,
  { pack, today }: RowSurroundings,
): Pick<RowView, 'rewardAmount' | 'rewardFormula'> {
  const decisionDate = (decision === undefined ? undefined : parseLocalDate(decision.date)) ?? today;
  const reward = pack === undefined ? undefined : rewardFor(pack, { award, nomineeKind: kind, decisionDate });
  return reward?.ok === true
    ? { rewardAmount: reward.value.amount, rewardFormula: reward.value.formula }
    : { rewardAmount: null, rewardFormula: null };
}

function deciderOf(award: string, { pack, today, titles }: RowSurroundings): RowView['decider'] {
  const row = pack === undefined ? undefined : decidingRow(pack, award, today);
  return {
    title: deciderTitle(row?.level, titles),
    ruleId: row?.id ?? '',
    citation: row?.citation ?? '',
    confirmed: row?.confirmed ?? false,
  };
}
