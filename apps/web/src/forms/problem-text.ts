import type { FormProblem } from '@thidua/contract/forms';
import type { Text } from '../i18n/use-text';

/** The sentence at a field: what is wrong and what to enter. */
export function problemText(problem: FormProblem, t: Text): string {
  const words = Object.fromEntries(
    Object.entries(problem.detail).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
  return t(`form.problem.${problem.code}`, { label: problem.label, ...words });
}
