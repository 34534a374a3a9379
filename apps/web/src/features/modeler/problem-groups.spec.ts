import { describe, expect, it } from 'vitest';
import type { ProblemView } from '@thidua/contract';
import { groupedProblems } from './problem-groups';

const problem = (code: string): ProblemView =>
  ({ code, severity: 'error', elementId: null, elementName: null, detail: {} }) as unknown as ProblemView;

describe('groups of problems', () => {
  it('put the law first, and keep what is of one kind together', () => {
    const groups = groupedProblems(['assignee-missing', 'unsound', 'council-missing', 'end-missing', 'own-days-idle'].map(problem));
    expect(groups.map(({ group, problems }) => [group, problems.map(({ code }) => code)])).toEqual([
      ['law', ['council-missing', 'own-days-idle']],
      ['stuck', ['unsound']],
      ['structure', ['assignee-missing', 'end-missing']],
    ]);
  });

  it('lose no code of a newer server', () => {
    expect(groupedProblems([problem('from-tomorrow')])).toEqual([{ group: 'file', problems: [problem('from-tomorrow')] }]);
  });
});
