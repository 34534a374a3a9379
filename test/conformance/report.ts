import type { CaseResult } from './run-case';

export interface SuiteResult {
  readonly name: string;
  readonly folder: string;
  readonly seconds: number;
  readonly cases: readonly CaseResult[];
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly disputedPassed: number;
  readonly disputedFailed: number;
  readonly refused: number;
  readonly forTheRule: number;
  readonly rejects: number;
}

/** A failing disputed case is no failure, unless asked to be strict. */
export function isFailure(result: CaseResult, strict: boolean): boolean {
  return !result.passed && (strict || result.disputed === undefined);
}

export function countsOf(cases: readonly CaseResult[], strict: boolean): Counts {
  const count = (holds: (one: CaseResult) => boolean | undefined): number => cases.filter((one) => holds(one) === true).length;
  return {
    passed: count(({ passed }) => passed),
    failed: count((one) => isFailure(one, strict)),
    disputedPassed: count(({ passed, disputed }) => passed && disputed !== undefined),
    disputedFailed: count(({ passed, disputed }) => !passed && disputed !== undefined),
    rejects: count(({ reject, disputed }) => reject !== undefined && disputed === undefined),
    refused: count(({ reject, disputed }) => reject?.refused === true && disputed === undefined),
    forTheRule: count(({ reject, disputed }) => reject?.forTheRule === true && disputed === undefined),
  };
}

/** A failing case with what was expected and what was seen. */
export function failureLines(suite: string, { id, disputed, why, differences }: CaseResult): readonly string[] {
  const head = `✗ ${id.startsWith(`${suite}/`) ? id : `${suite}: ${id}`}${disputed === undefined ? '' : '  [disputed]'}`;
  const argument = disputed === undefined ? [] : [`    disputed: ${disputed}`];
  const fields = (differences ?? []).flatMap(({ field, expected, actual }) => [
    `    ${field}`,
    `      expected ${shown(expected)}`,
    `      actual   ${shown(actual)}`,
  ]);
  return [head, ...(why === undefined ? [] : [`    ${why}`]), ...argument, ...fields];
}

/** One row per suite. `%` is of the undisputed; `refused` and `for the rule` count undisputed models that must be refused. */
export function tableLines(suites: readonly SuiteResult[], strict: boolean): readonly string[] {
  const head = ['suite', 'cases', 'passed', 'failed', '%', 'disputed', 'of these failed', 'refused', 'for the rule', 'seconds'];
  const rows = suites.map(({ name, cases, seconds }) => {
    const { passed, failed, disputedPassed, disputedFailed, rejects, refused, forTheRule } = countsOf(cases, strict);
    const of = (part: number): string => (rejects === 0 ? '' : `${part}/${rejects}`);
    return [
      name,
      cases.length,
      passed,
      failed,
      passed + failed === 0 ? '' : percent(passed - disputedPassed, cases.length - disputedPassed - disputedFailed),
      disputedPassed + disputedFailed,
      disputedFailed,
      of(refused),
      of(forTheRule),
      seconds.toFixed(1),
    ].map(String);
  });
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
}

/** Rounded down, so that 100 means all. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '' : (Math.floor((part / whole) * 1000) / 10).toFixed(1);
}

function shown(value: unknown): string {
  const lines = Array.isArray(value)
    ? value.map((one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one)))
    : [JSON.stringify(value)];
  return lines.length === 0 ? '(nothing more)' : lines.join('\n               ');
}
