import { FeelObject } from '../value/feel-object';
import { integerOf } from '../value/number';
import { propertyOf } from '../value/properties';
import type { Run } from '../run';
import { unquote } from '../value/unquote';
import { entryOf, isList, isNum, kindOf, type List, type Value } from '../value/value';
import { compileFunction } from './functions';
import { fold, kidAt, type Code, type Compiler, type Frame, type Scope } from './compiler';
import { truth } from './operators';
import { takeSlot, withLocal } from './scope';
import { nameOf, type Syntax } from './syntax';

export function compileList(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const items = node.kids.filter((kid) => kid.name !== '[' && kid.name !== ']').map((kid) => compiler.code(kid, scope));
  return fold(
    compiler,
    (frame) => {
      frame.run.spend(items.length);
      return items.map((item) => item(frame));
    },
    items,
  );
}

/** Entries see the entries before them, and a function sees itself. */
export function compileContext(compiler: Compiler, node: Syntax, scope: Scope): Code {
  let inner: Scope = scope;
  const entries = node.kids
    .filter((kid) => kid.name === 'ContextEntry')
    .map((entry) => {
      const key = keyOf(kidAt(entry, 0));
      const [local, value] = [withLocal(compiler, key, inner), kidAt(entry, 1)];
      const code = value.name === 'FunctionDefinition' ? compileFunction(compiler, value, local, local.slot) : compiler.code(value, inner);
      inner = local;
      return { key, code, slot: local.slot };
    });
  if (new Set(entries.map(({ key }) => key)).size < entries.length) {
    return (frame) => frame.run.warn('a context has two entries of one name');
  }
  const code: Code = (frame) => {
    frame.run.spend(entries.length);
    const pairs: [string, Value][] = [];
    for (const entry of entries) {
      const value = entry.code(frame);
      frame.locals[entry.slot] = value;
      pairs.push([entry.key, value]);
    }
    return Object.fromEntries(pairs);
  };
  return fold(
    compiler,
    code,
    entries.map((entry) => entry.code),
  );
}

function keyOf(key: Syntax): string {
  const inner = kidAt(key, 0);
  return inner.name === 'StringLiteral' ? unquote(inner.text) : nameOf(inner);
}

/** `a.b`; over a list it is taken from every item. */
export function compilePath(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const target = compiler.code(kidAt(node, 0), scope);
  const name = nameOf(kidAt(node, 2));
  return fold(
    compiler,
    (frame) => {
      const value = target(frame);
      if (isList(value)) {
        frame.run.spend(value.length);
        return value.map((item) => memberOf(item, name, frame.run));
      }
      return memberOf(value, name, frame.run);
    },
    [target],
  );
}

function memberOf(value: Value, name: string, run: Run): Value {
  if (typeof value === 'object' && value !== null && !isList(value) && !isNum(value)) {
    const member = value instanceof FeelObject ? propertyOf(value, name) : entryOf(value, name);
    if (member !== undefined) {
      return member;
    }
  }
  return run.warn(`unknown entry: ${name} of ${kindOf(value)}`);
}

/** `list[3]`, `list[-1]`, `list[item > 3]`, `list[> 3]`, `list[entry = "x"]`. */
export function compileFilter(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const target = compiler.code(kidAt(node, 0), scope);
  const condition = kidAt(node, 2);
  if (condition.name === 'NumericLiteral') {
    const index = compiler.code(condition, scope);
    return fold(compiler, (frame) => pick(target(frame), index(frame), frame.run), [target, index]);
  }
  const slot = takeSlot(compiler);
  const inner: Scope = { kind: 'item', slot, outer: scope };
  if (condition.name === 'SimplePositiveUnaryTest') {
    const test = compiler.test(condition, inner);
    return filterCode(target, slot, (frame, item) => test(frame, item));
  }
  const code = compiler.code(condition, inner);
  return filterCode(target, slot, (frame) => code(frame));
}

function filterCode(target: Code, slot: number, condition: (frame: Frame, item: Value) => Value): Code {
  return (frame) => {
    const value = target(frame);
    if (value === null) {
      return null;
    }
    const kept: Value[] = [];
    for (const item of asList(value)) {
      frame.run.spend(1);
      frame.locals[slot] = item;
      const answer = condition(frame, item);
      // A number from the first item is an index: `list[i]` with a variable.
      if (isNum(answer)) {
        return pick(value, answer, frame.run);
      }
      if (truth(answer, frame.run) === true) {
        kept.push(item);
      }
    }
    return kept;
  };
}

function pick(target: Value, index: Value, run: Run): Value {
  if (target === null || !isNum(index)) {
    return null;
  }
  const list = asList(target);
  const at = integerOf(index);
  run.spend(1);
  return (at > 0 ? list[at - 1] : at < 0 ? list[list.length + at] : undefined) ?? null;
}

function asList(value: Value): List {
  return isList(value) ? value : [value];
}
