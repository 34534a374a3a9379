import { pointsText, readPoints, type Hundredths } from './points';

/** What a criterion does to the total: it gives, gives beyond the scale, or takes away. */
export const CRITERION_KINDS = ['base', 'bonus', 'deduction'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** A row of a score sheet; `most` is decimal text. `movement` marks the row that holds the movement's own result. */
export interface ScoreCriterion {
  readonly id: string;
  readonly kind: CriterionKind;
  readonly text: string;
  readonly most: string;
  readonly movement: boolean;
}

/** The points of one body for one criterion: its own, and those the standing office found; decimal text, null while not given. */
export interface ScoreLine {
  readonly criterion: string;
  readonly self: string | null;
  readonly given: string | null;
  /** Why the standing office gives another number than the body gave itself. */
  readonly reason: string | null;
}

export type ScoreColumn = 'self' | 'given';

/** Sums of one column; decimal text. `total` = base + bonus − deduction. */
export interface ScoreTotals {
  readonly base: string;
  readonly bonus: string;
  readonly deduction: string;
  readonly total: string;
}

/** The sums of a body's sheet; a line that has no number yet counts nothing. */
export function totalsOf(criteria: readonly ScoreCriterion[], lines: readonly ScoreLine[], column: ScoreColumn): ScoreTotals {
  const sum = (kind: CriterionKind): Hundredths =>
    criteria.filter((one) => one.kind === kind).reduce((all, one) => all + pointsOf(lines, one.id, column), 0);
  const [base, bonus, deduction] = [sum('base'), sum('bonus'), sum('deduction')];
  return {
    base: pointsText(base),
    bonus: pointsText(bonus),
    deduction: pointsText(deduction),
    total: pointsText(base + bonus - deduction),
  };
}

/** The scale: what all base criteria give together. */
export function scaleOf(criteria: readonly ScoreCriterion[]): string {
  return pointsText(criteria.filter((one) => one.kind === 'base').reduce((all, one) => all + (readPoints(one.most) ?? 0), 0));
}

export interface SheetProblem {
  readonly criterion: string;
  readonly code: 'not-scored' | 'not-points' | 'above-most' | 'reason-missing';
}

/** Why a column cannot be handed in: rows without points, points above the maximum, changes without a reason. */
export function sheetProblems(
  criteria: readonly ScoreCriterion[],
  lines: readonly ScoreLine[],
  column: ScoreColumn,
): readonly SheetProblem[] {
  return criteria.flatMap(({ id, most }): readonly SheetProblem[] => {
    const line = lines.find((one) => one.criterion === id);
    const code = lineProblem(line, most, column);
    return code === undefined ? [] : [{ criterion: id, code }];
  });
}

function lineProblem(line: ScoreLine | undefined, most: string, column: ScoreColumn): SheetProblem['code'] | undefined {
  const written = line?.[column] ?? null;
  if (line === undefined || written === null) {
    return 'not-scored';
  }
  const points = readPoints(written);
  if (points === undefined) {
    return 'not-points';
  }
  if (points > (readPoints(most) ?? 0)) {
    return 'above-most';
  }
  return column === 'given' && changed(line) && (line.reason ?? '').trim() === '' ? 'reason-missing' : undefined;
}

/** Whether the standing office's number differs from the body's own; a row the body left out counts as changed. */
export function changed({ self, given }: ScoreLine): boolean {
  return given !== null && (self === null || readPoints(self) !== readPoints(given));
}

function pointsOf(lines: readonly ScoreLine[], criterion: string, column: ScoreColumn): Hundredths {
  return readPoints(lines.find((one) => one.criterion === criterion)?.[column] ?? '') ?? 0;
}
