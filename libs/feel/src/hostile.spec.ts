import type { JsonObject } from '@thidua/kernel';
import { compileExpression } from './compile-expression';
import type { Evaluation } from './expression';
import { LIMITS } from './limits';

const ENV = { nowMs: 0 };
/** 50 ms is the promise; the rest is for a busy machine and code that runs for the first time. */
const ALLOWED_MS = 400;

const VARIABLES: JsonObject = {
  t: `${'a'.repeat(30_000)}!`,
  big: 'a'.repeat(LIMITS.text),
  xs: Array.from({ length: 15_000 }, (_, at) => at),
  ss: Array.from({ length: 10_000 }, (_, at) => `s${at}`),
  objs: Array.from({ length: 5000 }, (_, at) => ({ k: at, s: `x${at}` })),
  n: 1.0000001,
  paris: '2026-07-01T10:00:00@Europe/Paris',
};

function evaluate(source: string): Evaluation {
  const compiled = compileExpression(source);
  if (!compiled.ok) {
    throw compiled.error;
  }
  return compiled.value.evaluate(VARIABLES, ENV);
}

/** Milliseconds of processor time: other work on the machine does not count. */
function timed(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Each level holds the level before ten times: 10^5 values from a hundred characters. */
const FAN = `a: [1,1,1,1,1,1,1,1,1,1], ${['b', 'c', 'd', 'e']
  .map((name, at) => `${name}: [${Array.from({ length: 10 }, () => 'abcd'[at]).join(', ')}]`)
  .join(', ')}`;

const STOPPED = [
  'for i in 1..1000000 return i',
  'for i in xs return i * 1.1',
  'for i in 1..5000 return n ** 1.5',
  'for i in 1..5000 return contains(big, "b")',
  'for i in 1..300 return upper case(big)',
  'some x in xs, y in xs satisfies x + y < 0',
  'sort(xs, function(x, y) x > y)',
  'distinct values(xs)',
  'extract(t, "a")',
  'split(t, "a")',
  'replace(t, "a", "bb")',
  'for i in ss return matches(i, "^(" + i + ")+$")',
  'matches(t, "a{1000}")',
  'matches(t, "(a{1,80}){1,80}b")',
  '{a: big + big, b: a + a}',
  'string join(ss, big)',
  'string(objs)',
  `{${FAN}}`,
  `{${FAN}, f: string(e)}`,
  `{${FAN}, f: flatten(e)}`,
  `{${FAN}, f: e = [e]}.f = {${FAN}, f: e}`,
  '(function(f) f(f))(function(f) f(f))',
  '10 ** 6000',
  '2 ** 1e9',
  'for i in @"0001-01-01"..@"9999-12-31" return i',
  'for i in -9007199254740991..9007199254740991 return i',
  '{f: function(n) f(n + 1), r: f(1)}.r',
  '{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(30)}.r',
  '{f: function(x) f, g: f(1)(1)(1)(1)}.g',
  'for i in 1..3000 return time("10:00:00@A" + string(i))',
  'for i in 1..3000 return date and time(paris) < now()',
  'for i in 1..3000 return range("[1.." + big + "]")',
  'replace(t, "(a)", "$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1")',
  'for i in ss return replace(i, "[a-z", i, "x")',
  'duplicate values(xs)',
  'list replace(xs, function(a, b) a > b, 1)',
  'list replace(objs, function(a, b) string(a) = string(objs), 1)',
  'for i in 1..3000 return partition(xs, 1)',
  'for i in xs return context put({a: xs}, ["a", "b"], objs)',
];

describe('hostile expressions', () => {
  it.each(STOPPED)('stops %s with a warning, in time', (source) => {
    const results: Evaluation[] = [];
    const ms = timed(() => results.push(evaluate(source)));
    expect(results[0]?.warnings).not.toEqual([]);
    expect(ms).toBeLessThan(ALLOWED_MS);
  });

  it('answers a catastrophic pattern in linear time', () => {
    const results: Evaluation[] = [];
    const ms = timed(() => results.push(evaluate('matches(t, "^(a+)+$")')));
    expect(results).toEqual([{ value: false, warnings: [] }]);
    expect(ms).toBeLessThan(ALLOWED_MS);
  });

  it('leaves to evaluation what costs too much beforehand', () => {
    const { value, warnings } = evaluate(`matches("${'a'.repeat(3000)}", "(a{1,30}){10}b")`);
    expect({ value, warnings }).toEqual({ value: null, warnings: [`evaluation took more than ${LIMITS.steps} steps`] });
  });

  it('knows patterns and regions again after many others', () => {
    for (let round = 0; round < 15; round += 1) {
      expect(evaluate(`count((for i in 1..80 return matches("s", "s|" + string(i + ${round * 80})))[item])`).value).toBe(80);
      expect(evaluate(`count((for i in 1..80 return time("10:00:00@No/X" + string(i + ${round * 80})))[item != null])`).value).toBe(0);
    }
    expect(evaluate('time("10:00:00@Europe/Paris")').value).toBe('10:00:00@Europe/Paris');
  });

  it('gives null and says why when the budget is used up', () => {
    const { value, warnings } = evaluate('count(for i in 1..1000000 return i)');
    expect(value).toBeNull();
    expect(warnings).toEqual([`evaluation took more than ${LIMITS.steps} steps`]);
  });

  it('spends the same on the same evaluation, whatever ran before', () => {
    const source = 'for i in 1..2000 return matches("s" + string(i), "^s[0-9]+$")';
    expect(evaluate(source)).toEqual(evaluate(source));
  });
});

describe('hostile sources', () => {
  const repeat = (text: string, end = ''): string => text.repeat(Math.floor((LIMITS.source - end.length) / text.length)) + end;
  const SOURCES = [
    repeat('('),
    repeat('['),
    repeat('{a:'),
    repeat('-', '1'),
    repeat('"'),
    repeat('f('),
    repeat('if a then '),
    repeat('for x in y return ', 'x'),
    repeat('function(x) ', 'x'),
    repeat('some x in a satisfies ', 'x'),
    repeat('a+-*/.'),
    repeat('@""'),
    repeat('.'),
    repeat('1 + ', '1'),
    repeat('a.', 'a'),
  ];

  it.each(SOURCES.map((source) => [source.slice(0, 20), source]))('refuses %s… in time', (_, source) => {
    const results: boolean[] = [];
    const ms = timed(() => results.push(compileExpression(source).ok));
    expect(results).toEqual([false]);
    expect(ms).toBeLessThan(ALLOWED_MS);
  });

  it('refuses a source that is too long, with the code and place', () => {
    const compiled = compileExpression(`"${'a'.repeat(LIMITS.source)}"`);
    expect(compiled).toMatchObject({ ok: false, error: { code: 'feel-limit', position: LIMITS.source } });
  });

  it('accepts a long honest condition', () => {
    const compiled = compileExpression(Array.from({ length: 200 }, (_, at) => `a = ${at}`).join(' or '));
    expect(compiled.ok && compiled.value.evaluate({ a: 199 }, ENV).value).toBe(true);
  });

  it('does not count brackets inside texts as nesting', () => {
    const compiled = compileExpression(`"${'('.repeat(100)}"`);
    expect(compiled.ok).toBe(true);
  });
});
