import { add, divide, multiply, power, subtract } from '../value/arithmetic';
import { compareValues, equalValues } from '../value/compare';
import type { Run } from '../run';
import { kindOf, type Value } from '../value/value';
import { compileQuietly, fold, kidAt, type Code, type Compiler, type Scope } from './compiler';
import type { Syntax } from './syntax';

type Arithmetic = (a: Value, b: Value, run: Run) => Value;

const ARITHMETIC = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
  '^': power,
} satisfies Record<string, Arithmetic>;

export function compileArithmetic(compiler: Compiler, node: Syntax, scope: Scope): Code {
  if (node.kids.length === 2) {
    return compileSign(compiler, node, scope);
  }
  const [left, right] = [compiler.code(kidAt(node, 0), scope), compiler.code(kidAt(node, 2), scope)];
  // The grammar knows no other signs.
  const apply: Arithmetic = ARITHMETIC[kidAt(node, 1).text as keyof typeof ARITHMETIC];
  return fold(compiler, (frame) => apply(left(frame), right(frame), frame.run), [left, right]);
}

function compileSign(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const operand = compiler.code(kidAt(node, 1), scope);
  const factor = kidAt(node, 0).text === '-' ? -1 : 1;
  return fold(compiler, (frame) => multiply(operand(frame), factor, frame.run), [operand]);
}

/** Three-valued, left first: the right side is not evaluated when the left decides. */
export function compileLogic(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const [left, right] = [compiler.code(kidAt(node, 0), scope), compiler.code(kidAt(node, 2), scope)];
  const decisive = node.name === 'Disjunction';
  return fold(
    compiler,
    (frame) => {
      const a = truth(left(frame), frame.run);
      if (a === decisive) {
        return decisive;
      }
      const b = truth(right(frame), frame.run);
      if (b === decisive) {
        return decisive;
      }
      return a === null || b === null ? null : !decisive;
    },
    [left, right],
  );
}

/** A condition: anything but a boolean or null is a type error. */
export function truth(value: Value, run: Run): boolean | null {
  if (typeof value === 'boolean' || value === null) {
    return value;
  }
  return run.warn(`expected a condition, got ${kindOf(value)}`);
}

type Order = '<' | '<=' | '>' | '>=';
export type Operator = Order | '=' | '!=';

export function compileComparison(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const operator = kidAt(node, 1);
  if (operator.name === 'in') {
    return compileIn(compiler, node, scope);
  }
  if (operator.name === 'between') {
    return compileBetween(compiler, node, scope);
  }
  const [leftNode, rightNode] = [kidAt(node, 0), kidAt(node, 2)];
  const kind = operator.text as Operator;
  if ((kind === '=' || kind === '!=') && (leftNode.name === 'null' || rightNode.name === 'null')) {
    const operand = compileQuietly(compiler, leftNode.name === 'null' ? rightNode : leftNode, scope);
    return (frame) => (frame.run.quietly(() => operand(frame)) === null) === (kind === '=');
  }
  const [left, right] = [compiler.code(leftNode, scope), compiler.code(rightNode, scope)];
  return fold(compiler, comparison(kind, left, right), [left, right]);
}

function comparison(operator: Operator, left: Code, right: Code): Code {
  switch (operator) {
    case '=':
      return (frame) => equals(left(frame), right(frame), frame.run);
    case '!=':
      return (frame) => {
        const same = equals(left(frame), right(frame), frame.run);
        return same === null ? null : !same;
      };
    case '<':
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return typeof a === 'number' && typeof b === 'number' ? a < b : ordered(a, b, operator, frame.run);
      };
    case '<=':
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return typeof a === 'number' && typeof b === 'number' ? a <= b : ordered(a, b, operator, frame.run);
      };
    case '>':
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return typeof a === 'number' && typeof b === 'number' ? a > b : ordered(a, b, operator, frame.run);
      };
    case '>=':
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return typeof a === 'number' && typeof b === 'number' ? a >= b : ordered(a, b, operator, frame.run);
      };
  }
}

function equals(a: Value, b: Value, run: Run): boolean | null {
  return equalValues(a, b, run) ?? run.warn(`cannot compare ${kindOf(a)} with ${kindOf(b)}`);
}

/** Null is silent: absent data is unknown, not wrong. */
export function ordered(a: Value, b: Value, operator: Order, run: Run): boolean | null {
  const order = compareValues(a, b);
  if (order === null) {
    return a === null || b === null ? null : run.warn(`cannot compare ${kindOf(a)} with ${kindOf(b)}`);
  }
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function compileBetween(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const [value, low, high] = [0, 2, 4].map((at) => compiler.code(kidAt(node, at), scope)) as [Code, Code, Code];
  return fold(
    compiler,
    (frame) => {
      const at = value(frame);
      const above = ordered(at, low(frame), '>=', frame.run);
      const below = ordered(at, high(frame), '<=', frame.run);
      return above === false || below === false ? false : above === null || below === null ? null : true;
    },
    [value, low, high],
  );
}

/** `x in test` or `x in (test, test)`. */
function compileIn(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const value = compiler.code(kidAt(node, 0), scope);
  const many = node.kids.find((kid) => kid.name === 'PositiveUnaryTests');
  const tests = (many?.kids ?? [kidAt(node, 2)]).map((kid) => compiler.test(kid, scope));
  return (frame) => {
    const input = value(frame);
    let unknown = false;
    for (const test of tests) {
      frame.run.spend(1);
      const passed = test(frame, input);
      if (passed === true) {
        return true;
      }
      unknown ||= passed === null;
    }
    return unknown ? null : false;
  };
}
