import type { ProblemView } from '@thidua/contract';
import { describe, expect, it } from 'vitest';
import { problemWords, runOf } from './problem-words';

const unsound = (detail: ProblemView['detail']): ProblemView => ({
  code: 'unsound',
  severity: 'error',
  elementId: 'Join',
  elementName: null,
  detail,
});
const NAMES: Readonly<Record<string, string>> = { Start: 'Bắt đầu', F1: 'Hỏi → Gộp' };
const labelOf = (id: string): string => NAMES[id] ?? id;

describe('problemWords', () => {
  it('puts names in the place of ids', () => {
    const { what, mend } = problemWords(unsound({ reason: 'deadlock', waitsFor: ['F1'], path: ['Start', 'A'] }), 'vi', labelOf);
    expect(what).toBe('có thể chờ mãi một nhánh không đi tới (Hỏi → Gộp)');
    expect(mend).toBe('Theo đường: Bắt đầu, A. Gộp bằng cùng loại cổng đã tách.');
  });

  it('tells of a long run its beginning and its end', () => {
    const path = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
    expect(problemWords(unsound({ reason: 'deadlock', path }), 'en', labelOf).mend).toContain('1, 2, 3, …, 7, 8, 9, 10');
    expect(problemWords(unsound({ reason: 'deadlock', path: path.slice(2) }), 'en', labelOf).mend).toContain('3, 4, 5, 6, 7, 8, 9, 10');
  });
});

describe('runOf', () => {
  it('leads up to the element in trouble, once', () => {
    expect(runOf(unsound({ path: ['Start', 'A'] }))).toEqual(['Start', 'A', 'Join']);
    expect(runOf(unsound({ path: ['Start', 'Join'] }))).toEqual(['Start', 'Join']);
  });

  it('is the part itself where nothing leads there, and nothing where there is none', () => {
    expect(runOf(unsound({ elements: ['X', 'Y'] }))).toEqual(['X', 'Y']);
    expect(runOf(unsound({}))).toEqual([]);
  });
});
