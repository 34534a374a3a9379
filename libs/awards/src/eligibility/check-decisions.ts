import { compileDecisions } from '@thidua/feel';
import type { Pack } from '../pack/pack';
import type { DataProblem } from '../yaml/problem';

/** Faults between the criteria of a pack and its eligibility.dmn: a file that does not read, a criterion that names no decision of it. */
export function checkDecisions({ criteria, eligibilityDmn }: Pick<Pack, 'criteria' | 'eligibilityDmn'>): readonly DataProblem[] {
  if (eligibilityDmn === '') {
    return [];
  }
  const read = compileDecisions(eligibilityDmn);
  if (!read.ok) {
    return read.error.map(({ elementId, message }) => ({ code: 'value-invalid', rowId: elementId, path: 'eligibility.dmn', message }));
  }
  const known = new Set(read.value.ids);
  return criteria
    .filter((row) => !known.has(row.decision))
    .map((row) => ({
      code: 'reference-unknown',
      rowId: row.id,
      path: `criteria/${row.id}`,
      message: `eligibility.dmn holds no decision '${row.decision}'`,
    }));
}
