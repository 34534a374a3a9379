/** What an inspection found of one item: met, not met, or not looked at. */
export const FINDING_RESULTS = ['met', 'unmet', 'unchecked'] as const;
export type FindingResult = (typeof FINDING_RESULTS)[number];

/** How an inspection of one body came out. */
export const INSPECTION_RESULTS = ['passed', 'with-shortcomings', 'failed'] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

export interface FindingCounts {
  readonly met: number;
  readonly unmet: number;
  readonly unchecked: number;
}

export function countFindings(results: readonly FindingResult[]): FindingCounts {
  const count = (wanted: FindingResult): number => results.filter((one) => one === wanted).length;
  return { met: count('met'), unmet: count('unmet'), unchecked: count('unchecked') };
}

/** What the counts suggest; people conclude. Nothing looked at suggests nothing. */
export function suggestedResult({ met, unmet }: FindingCounts): InspectionResult | null {
  if (met + unmet === 0) {
    return null;
  }
  return unmet === 0 ? 'passed' : met === 0 ? 'failed' : 'with-shortcomings';
}
