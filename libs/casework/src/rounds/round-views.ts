import type { Pack } from '@thidua/awards';
import type { RoundRowView, RoundSummary } from '@thidua/contract';
import { dayOf, isoOf, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { DecisionRecord, RoundListed, RoundRowRecord } from '@thidua/store';
import { nameOfAward } from '../law/names';
import { deciderOf, rewardOf } from './row-law';

export function roundSummary(round: RoundListed): RoundSummary {
  const { id, code, title, orgName, level, status, rowCount, dossierCount } = round;
  return { id, code, title, orgName, level, status, rowCount, dossierCount, closesAt: isoOf(round.closesAt.getTime()) };
}

export interface RowSurroundings {
  readonly pack: Pack;
  readonly tiers: readonly string[];
  readonly decisions: readonly DecisionRecord[];
  /** Titles of the chairs in office, by level. */
  readonly titles: Readonly<Partial<Record<string, string>>>;
  readonly nowMs: number;
}

export function roundRowView(row: RoundRowRecord, around: RowSurroundings): RoundRowView {
  const { pack, tiers, decisions } = around;
  const decision = decisions.find((one) => one.id === row.decisionId);
  const day: LocalDate = parseLocalDate(decision?.date ?? '') ?? dayOf(around.nowMs);
  const { id, seq, kind, name, title, scope, award, achievement, stage, state, reason, version, dossierId, dossierCode } = row;
  return {
    ...{ id, seq, kind, name, title, scope, award, achievement, stage, state, reason, version, dossierId, dossierCode },
    awardName: nameOfAward(pack, award, tiers, 'full'),
    decision:
      decision === undefined ? null : { id: decision.id, numberText: decision.numberText, date: decision.numberDate ?? decision.date },
    ...rewardOf(pack, row, day),
    decider: deciderOf(pack, award, day, around.titles),
    verdicts: [],
    orgName: row.unitName,
    appraisal: row.appraisal,
    appraisalNote: row.appraisalNote,
    outcome: row.outcome,
  };
}
