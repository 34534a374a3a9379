import { findingsFor, rewardFor, type AwardType, type Finding, type Pack } from '@thidua/awards';
import type { RowView, VerdictView } from '@thidua/contract';
import { dayOf, localDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { DossierRecord, KinRow, NomineeRow, RowDecision } from '@thidua/store';
import { rowIntake } from '../intake/row-intake';
import { deciderTitle, decidingRow } from '../law/deciding-row';
import { nameOfAward } from '../law/names';

export interface RowSurroundings {
  readonly dossier: DossierRecord;
  readonly pack: Pack | undefined;
  readonly today: LocalDate;
  /** Rows of other dossiers about the same nominees. */
  readonly kin: readonly KinRow[];
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
    verdicts: pack === undefined ? [] : verdictsOf(row, pack, around),
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

function verdictsOf(row: NomineeRow, pack: Pack, { dossier, today, kin }: RowSurroundings): VerdictView[] {
  const facts = {
    award: row.award,
    awardType: typeOf(dossier),
    achievementHash: row.achievementHash,
    others: kin
      .filter((other) => other.ofRowId === row.id)
      .map(({ rowId, dossierCode, achievementHash, state }) => ({ rowId, dossierCode, achievementHash, outcome: OUTCOMES[state] })),
    basis: null,
    hold:
      row.state === 'held'
        ? { state: 'open' as const, ...(row.reason === null ? {} : { ground: row.reason }) }
        : { state: 'none' as const },
    achievementTo: dossier.occasion === 'annual' ? localDate(dossier.year, 12, 31) : null,
    submittedOn: dossier.receivedAt === null ? null : dayOf(dossier.receivedAt.getTime()),
  };
  return findingsFor(pack, facts, today).map((finding) => verdictView(finding, pack));
}

function verdictView({ rule, verdict, citation, because }: Finding, pack: Pack): VerdictView {
  const text = pack.rules.find((row) => row.id === rule)?.text ?? rule;
  return { ruleId: rule, verdict, citation, text: because.length === 0 ? text : `${text} (${because.join('; ')})` };
}

const OUTCOMES: Readonly<Record<KinRow['state'], 'open' | 'awarded' | 'refused' | 'withdrawn'>> = {
  open: 'open',
  held: 'open',
  awarded: 'awarded',
  withdrawn: 'withdrawn',
  rejected: 'refused',
  refused: 'refused',
  revoked: 'refused',
  'not-recommended': 'refused',
};

function typeOf({ movementId, occasion }: DossierRecord): AwardType {
  return movementId === null ? (occasion === 'ad-hoc' ? 'sudden' : 'merit') : 'movement';
}
