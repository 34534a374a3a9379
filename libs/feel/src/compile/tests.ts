import { compareValues, equalValues, inRange } from '../value/compare';
import type { Run } from '../run';
import { FeelRange, isList, kindOf, type Value } from '../value/value';
import { fold, kidAt, type Code, type Compiler, type Test, type Scope } from './compiler';
import { ordered, type Operator } from './operators';
import { withLocal } from './scope';
import type { Syntax } from './syntax';

/** A positive unary test (DMN 1.5, 7.3.3 and 9.2): an operator, a range, an expression over `?`, or a value or list to equal. */
export function compileTest(compiler: Compiler, node: Syntax, scope: Scope): Test {
  const inner = bare(node);
  if (inner.name === 'SimplePositiveUnaryTest' && inner.kids.length === 2) {
    const operator = kidAt(inner, 0).text as Operator;
    const end = compiler.code(kidAt(inner, 1), scope);
    return operator === '=' || operator === '!=' ? equalityTest(operator, end) : orderTest(operator, end);
  }
  const local = withLocal(compiler, '?', scope);
  const code = compiler.code(inner, local);
  const { slot, used } = local;
  if (!used) {
    const interval = inner.name === 'Interval' || inner.kids[0]?.name === 'Interval';
    return (frame, input) => {
      const value = code(frame);
      return interval && value === null ? null : matches(value, input, frame.run);
    };
  }
  return (frame, input) => {
    frame.locals[slot] = input;
    const passed = code(frame);
    return typeof passed === 'boolean' ? passed : matches(passed, input, frame.run);
  };
}

/** What is inside a test: `(= 5)` is the test `= 5`. */
function bare(node: Syntax): Syntax {
  const inner = node.name === 'PositiveUnaryTest' ? kidAt(node, 0) : node;
  const test = inner.name === 'ParenthesizedExpression' ? bare(kidAt(inner, 1)) : inner;
  return test.name === 'SimplePositiveUnaryTest' ? test : inner;
}

function orderTest(operator: Exclude<Operator, '=' | '!='>, end: Code): Test {
  return (frame, input) => ordered(input, end(frame), operator, frame.run);
}

function equalityTest(operator: '=' | '!=', end: Code): Test {
  return (frame, input) => {
    const same = equalValues(input, end(frame), frame.run);
    return same === null ? null : same === (operator === '=');
  };
}

/** Whether an input matches what a test evaluated to. A true of a test that does not name `?` passes any input that is no boolean. */
function matches(value: Value, input: Value, run: Run): boolean | null {
  if (value instanceof FeelRange) {
    return within(input, value, run);
  }
  if (isList(value)) {
    run.spend(value.length);
    return value.some((item) => (item instanceof FeelRange ? inRange(input, item) : equalValues(item, input, run)) === true)
      ? true
      : equalValues(value, input, run) === true;
  }
  if (typeof value === 'boolean' && typeof input !== 'boolean') {
    return value;
  }
  const same = equalValues(value, input, run);
  return same ?? run.warn(`cannot compare ${kindOf(input)} with ${kindOf(value)}`);
}

/** Whether an input lies in a range; of another kind than its ends is an error. */
export function within(input: Value, range: FeelRange, run: Run): boolean | null {
  const inside = inRange(input, range);
  if (inside === null && input !== null) {
    return run.warn(`cannot compare ${kindOf(input)} with a range`);
  }
  return inside;
}

/** As an expression `> 5` is a range too; `= 5` and `!= 5` have no value. */
export function compileSimpleTest(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const first = kidAt(node, 0);
  if (first.name === 'Interval') {
    return compileInterval(compiler, first, scope);
  }
  const end = compiler.code(kidAt(node, 1), scope);
  const operator = first.text as Operator;
  return fold(compiler, (frame) => halfRange(operator, end(frame), frame.run), [end]);
}

function halfRange(operator: Operator, end: Value, run: Run): Value {
  switch (operator) {
    case '<':
    case '<=':
      return new FeelRange(null, end, false, operator === '<=');
    case '>':
    case '>=':
      return new FeelRange(end, null, operator === '>=', false);
    case '=':
      return new FeelRange(end, end, true, true);
    case '!=':
      return run.warn('!= without a left side is only a test');
  }
}

export function compileInterval(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const [start, end] = [compiler.code(kidAt(node, 1), scope), compiler.code(kidAt(node, 3), scope)];
  const [startIncluded, endIncluded] = [kidAt(node, 0).text === '[', kidAt(node, 4).text === ']'];
  const code: Code = (frame) => {
    const [low, high] = [start(frame), end(frame)];
    if (low === null || high === null) {
      return null;
    }
    return compareValues(low, high) === null
      ? frame.run.warn(`a range from ${kindOf(low)} to ${kindOf(high)} does not exist`)
      : new FeelRange(low, high, startIncluded, endIncluded);
  };
  return fold(compiler, code, [start, end]);
}
