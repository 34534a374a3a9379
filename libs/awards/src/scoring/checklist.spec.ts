import { countFindings, suggestedResult, type FindingResult } from './checklist';

const suggested = (...results: FindingResult[]): string | null => suggestedResult(countFindings(results));

describe('an inspection checklist', () => {
  it('counts what was met, not met and not looked at', () => {
    expect(countFindings(['met', 'unmet', 'met', 'unchecked'])).toEqual({ met: 2, unmet: 1, unchecked: 1 });
  });

  it('suggests by what was looked at alone', () => {
    expect([suggested('met', 'unchecked'), suggested('met', 'unmet'), suggested('unmet', 'unchecked')]).toEqual([
      'passed',
      'with-shortcomings',
      'failed',
    ]);
  });

  it('suggests nothing where nothing was looked at', () => {
    expect([suggested(), suggested('unchecked')]).toEqual([null, null]);
  });
});
