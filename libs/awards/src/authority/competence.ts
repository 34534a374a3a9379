import { compareDates, formatLocalDate, type LocalDate } from '@thidua/kernel';
import { awardName, awardOf } from '../pack/award-name';
import type { AuthorityRole, AuthorityRow, Level, OrgKind, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';

export interface CompetenceQuestion {
  readonly award: string;
  readonly level: Level;
  readonly role: AuthorityRole;
  /** Needed at level UNIT, where an enterprise's head has other powers than an office's; an office when left out. */
  readonly orgKind?: OrgKind;
  /** Day of the decision, not of receipt. */
  readonly date: LocalDate;
}

/** Facts for the sentence "… thuộc thẩm quyền của …, theo …". */
export interface CompetenceSentence {
  readonly award: string;
  readonly awardName: string;
  readonly date: string;
  readonly level: Level;
  readonly role: AuthorityRole;
  readonly competentLevel: Level | null;
  readonly competentRole: AuthorityRole | null;
}

export type Competence =
  | { readonly competent: true; readonly row: AuthorityRow }
  | {
      readonly competent: false;
      /** Row of the position that may decide, or 'AU-00' when no row gives the award to anyone on that day. */
      readonly ruleId: string;
      readonly row: AuthorityRow | null;
      readonly citation: string;
      /** Rows that say what the asking position may decide instead. */
      readonly ownRuleIds: readonly string[];
      /** The row that gave the award to the asking position until it ended: the district chair's of 2025-06-30 (AU-06). */
      readonly lapsed: AuthorityRow | null;
      readonly sentence: CompetenceSentence;
    };

/** Whether a position decides an award on a day. Any other position is unlawful: lower, higher or another body (decision 26). */
export function competence(pack: Pack, question: CompetenceQuestion): Competence {
  const inForce = rowsOn(pack.authorities, question.date);
  const mine = inForce.filter((row) => isPosition(row, question));
  const deciding = inForce.filter((row) => row.awards.includes(question.award));
  const row = mine.find((candidate) => deciding.includes(candidate));
  if (row !== undefined) {
    return { competent: true, row };
  }
  const other = nearest(pack, question, deciding);
  return {
    competent: false,
    ruleId: other?.id ?? 'AU-00',
    row: other,
    citation: other?.citation ?? pack.citation,
    ownRuleIds: mine.map((candidate) => candidate.id),
    lapsed: lapsedRow(pack, question),
    sentence: sentence(pack, question, other),
  };
}

function isPosition(row: AuthorityRow, { level, role, orgKind = 'agency' }: CompetenceQuestion): boolean {
  return row.level === level && row.role === role && (row.orgKinds.length === 0 || row.orgKinds.includes(orgKind));
}

/** The asking position's own row that had ended by the day. */
function lapsedRow(pack: Pack, question: CompetenceQuestion): AuthorityRow | null {
  const ended = pack.authorities.filter((row) => row.effectiveTo !== null && compareDates(row.effectiveTo, question.date) < 0);
  return ended.find((row) => row.awards.includes(question.award) && isPosition(row, question)) ?? null;
}

/** The row to name in a refusal: the asker's own kind of body, else his level, else the level of the catalogue, else a government before a unit. */
function nearest(pack: Pack, question: CompetenceQuestion, deciding: readonly AuthorityRow[]): AuthorityRow | null {
  const { level, orgKind } = question;
  const home = awardOf(pack, question.award)?.level;
  return (
    deciding.find((row) => row.level === level && orgKind !== undefined && row.orgKinds.includes(orgKind)) ??
    deciding.find((row) => row.level === level) ??
    deciding.find((row) => row.level === home) ??
    deciding.find((row) => row.level !== 'UNIT') ??
    deciding[0] ??
    null
  );
}

function sentence(pack: Pack, question: CompetenceQuestion, other: AuthorityRow | null): CompetenceSentence {
  const row = awardOf(pack, question.award);
  return {
    award: question.award,
    awardName: row === undefined ? question.award : awardName(row),
    date: formatLocalDate(question.date),
    level: question.level,
    role: question.role,
    competentLevel: other?.level ?? null,
    competentRole: other?.role ?? null,
  };
}
