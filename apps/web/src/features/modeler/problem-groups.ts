import { REFUSAL_FAMILIES, type RefusalFamily } from '@thidua/bpmn';
import type { ProblemView } from '@thidua/contract';

/** What a finding is about, in the order people mend it. */
export const PROBLEM_GROUPS = ['law', 'stuck', 'run', 'structure', 'data', 'file'] as const;
export type ProblemGroup = (typeof PROBLEM_GROUPS)[number];

const GROUP_OF: Readonly<Record<RefusalFamily, ProblemGroup>> = {
  'illegal-path': 'law',
  unsound: 'stuck',
  'element-not-executed': 'run',
  'attribute-not-executed': 'run',
  'dialect-not-native': 'run',
  'reference-missing': 'run',
  structure: 'structure',
  data: 'data',
  'expression-invalid': 'data',
  'xml-warning': 'file',
  'over-limit': 'file',
};

/** The groups that have findings; codes of a newer server stand with the file. */
export function groupedProblems(problems: readonly ProblemView[]): readonly { group: ProblemGroup; problems: readonly ProblemView[] }[] {
  const families: Readonly<Record<string, RefusalFamily | undefined>> = REFUSAL_FAMILIES;
  const groupOf = ({ code }: ProblemView): ProblemGroup => {
    const family = families[code];
    return family === undefined ? 'file' : GROUP_OF[family];
  };
  return PROBLEM_GROUPS.map((group) => ({ group, problems: problems.filter((problem) => groupOf(problem) === group) })).filter(
    (one) => one.problems.length > 0,
  );
}
