import { err, ok, type Result } from '@thidua/kernel';
import type { BinaryOperator, Juel, JuelProblem } from './juel';

/** How tightly a FEEL text binds; an operand that binds less than its place asks for parentheses. */
const BINDING = { choice: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, unary: 6, atom: 7 } as const;

interface Written {
  readonly text: string;
  readonly binds: number;
}

const OPERATORS: Readonly<Record<Exclude<BinaryOperator, '%'>, { readonly feel: string; readonly binds: number }>> = {
  or: { feel: 'or', binds: BINDING.or },
  and: { feel: 'and', binds: BINDING.and },
  '==': { feel: '=', binds: BINDING.comparison },
  '!=': { feel: '!=', binds: BINDING.comparison },
  '<': { feel: '<', binds: BINDING.comparison },
  '>': { feel: '>', binds: BINDING.comparison },
  '<=': { feel: '<=', binds: BINDING.comparison },
  '>=': { feel: '>=', binds: BINDING.comparison },
  '+': { feel: '+', binds: BINDING.sum },
  '-': { feel: '-', binds: BINDING.sum },
  '*': { feel: '*', binds: BINDING.product },
  '/': { feel: '/', binds: BINDING.product },
};

/** Names the old engines give to the counters of a multi-instance activity; the standard's own stand here (BPMN 2.0 table 10.31). */
const COUNTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nrOfInstances: 'numberOfInstances',
    nrOfActiveInstances: 'numberOfActiveInstances',
    nrOfCompletedInstances: 'numberOfCompletedInstances',
  }),
);
/** Objects of the old engine's Java API. */
const ENGINE_OBJECTS = ['execution', 'task', 'caseExecution', 'authenticatedUserId', 'externalTask', 'connector', 'variableContainer'];
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const KEYWORDS =
  /^(and|or|not|if|then|else|for|in|return|some|every|satisfies|instance|of|between|function|external|true|false|null|empty)$/;

/** FEEL for one JUEL expression, without '='. */
export function writeFeel(juel: Juel): Result<string, JuelProblem> {
  const written = write(juel);
  return written.ok ? ok(written.value.text) : written;
}

function write(juel: Juel): Result<Written, JuelProblem> {
  switch (juel.kind) {
    case 'literal':
      return ok({ text: typeof juel.value === 'string' ? feelText(juel.value) : juel.source, binds: BINDING.atom });
    case 'name':
      return name(juel.name);
    case 'property':
      return property(juel.of, juel.name);
    case 'item':
      // JUEL counts from 0, FEEL from 1.
      return combine([juel.of], BINDING.atom, ([of]) => `${of}[${String(juel.index + 1)}]`, BINDING.atom);
    case 'unary':
      return unary(juel);
    case 'binary':
      return binary(juel.operator, juel.left, juel.right);
    case 'choice':
      return combine(
        [juel.condition, juel.yes, juel.no],
        BINDING.or,
        ([condition, yes, no]) => `if ${condition} then ${yes} else ${no}`,
        BINDING.choice,
      );
  }
}

function name(written: string): Result<Written, JuelProblem> {
  if (ENGINE_OBJECTS.includes(written)) {
    return err({ reason: 'engine-object', part: written });
  }
  if (!isFeelName(written)) {
    return err({ reason: 'name', part: written });
  }
  // The old engines count instances from 0, the standard from 1.
  return written === 'loopCounter'
    ? ok({ text: 'loopCounter - 1', binds: BINDING.sum })
    : ok({ text: COUNTERS.get(written) ?? written, binds: BINDING.atom });
}

function property(of: Juel, key: string): Result<Written, JuelProblem> {
  return isFeelName(key)
    ? combine([of], BINDING.atom, ([text]) => `${text}.${key}`, BINDING.atom)
    : combine([of], BINDING.choice, ([text]) => `get value(${text}, ${feelText(key)})`, BINDING.atom);
}

function unary({ operator, of }: Extract<Juel, { kind: 'unary' }>): Result<Written, JuelProblem> {
  if (operator === 'empty') {
    // null, "", an empty list and an empty map are empty; FEEL has no one word for that.
    return combine(
      [of],
      BINDING.atom,
      ([value]) =>
        `if ${value} = null then true else if ${value} instance of string then ${value} = "" else string(${value}) = "[]" or string(${value}) = "{}"`,
      BINDING.choice,
    );
  }
  return operator === '-'
    ? combine([of], BINDING.unary, ([value]) => `-${value}`, BINDING.unary)
    : // FEEL's not(null) is null; JUEL's is true.
      combine([of], BINDING.sum, ([value]) => `${value} != true`, BINDING.comparison);
}

function binary(operator: BinaryOperator, left: Juel, right: Juel): Result<Written, JuelProblem> {
  if (operator === '%') {
    // FEEL's modulo takes the sign of the divisor, JUEL's that of the dividend.
    return combine(
      [left, right],
      BINDING.sum,
      ([a, b]) => `(if ${a} < 0 then -modulo(abs(${a}), abs(${b})) else modulo(${a}, abs(${b})))`,
      BINDING.atom,
    );
  }
  const { feel, binds } = OPERATORS[operator];
  // Comparisons do not chain; `a - (b - c)` keeps its parentheses.
  const leftBinds = binds === BINDING.comparison ? binds + 1 : binds;
  const one = write(left);
  const two = write(right);
  if (!one.ok) {
    return one;
  }
  return two.ok ? ok({ text: `${enclosed(one.value, leftBinds)} ${feel} ${enclosed(two.value, binds + 1)}`, binds }) : two;
}

type Texts = readonly [string, string, string];

/** Writes the operands for a place that binds as `place`, and puts them together. */
function combine(operands: readonly Juel[], place: number, put: (texts: Texts) => string, binds: number): Result<Written, JuelProblem> {
  const texts: string[] = [];
  for (const operand of operands) {
    const written = write(operand);
    if (!written.ok) {
      return written;
    }
    texts.push(enclosed(written.value, place));
  }
  const [first = '', second = '', third = ''] = texts;
  return ok({ text: put([first, second, third]), binds });
}

function enclosed({ text, binds }: Written, place: number): string {
  return binds < place ? `(${text})` : text;
}

function isFeelName(text: string): boolean {
  return NAME.test(text) && !KEYWORDS.test(text);
}

/** A FEEL string literal. */
export function feelText(text: string): string {
  return JSON.stringify(text);
}
