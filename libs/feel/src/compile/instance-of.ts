import { entryOf, FeelRange, isContext, isList, kindOf, type Value } from '../value/value';
import { FeelError } from '../feel-error';
import { kidAt, type Code, type Compiler, type Known, type Scope } from './compiler';
import { kidsOf, nameOf, type Syntax } from './syntax';

export type TypeCheck = (value: Value) => boolean;

const NAMES = new Set([
  ...['number', 'string', 'boolean', 'list', 'context', 'date', 'time', 'date and time', 'range', 'function'],
  ...['days and time duration', 'years and months duration'],
]);

export function compileInstanceOf(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const value = compiler.code(kidAt(node, 0), scope);
  const check = typeCheck(kidAt(node, 3), compiler.known);
  return (frame) => check(value(frame));
}

export function typeCheck(type: Syntax, known: Known): TypeCheck {
  const inner = kidAt(type, 0);
  switch (inner.name) {
    case 'ListType': {
      const check = typeWithin(inner, known);
      return inner.text.startsWith('range')
        ? (value) => value instanceof FeelRange && [value.start, value.end].every((each) => each === null || check(each))
        : (value) => isList(value) && value.every((each) => each === null || check(each));
    }
    case 'ContextType':
      return contextCheck(inner, known);
    case 'FunctionType':
      return (value) => kindOf(value) === 'function';
    default:
      return nameCheck(inner, known);
  }
}

function contextCheck(type: Syntax, known: Known): TypeCheck {
  const entries = kidsOf(type, 'ContextEntryTypes').map((entry) => ({ key: nameOf(kidAt(entry, 0)), check: typeWithin(entry, known) }));
  return (value) =>
    isContext(value) &&
    entries.every(({ key, check }) => {
      const entry = entryOf(value, key);
      return entry !== undefined && (entry === null || check(entry));
    });
}

/** The type a list, a range or an entry is of. */
function typeWithin(node: Syntax, known: Known): TypeCheck {
  const checks = node.kids.filter(({ name }) => name === 'Type').map((type) => typeCheck(type, known));
  return (value) => checks.every((check) => check(value));
}

function nameCheck(type: Syntax, known: Known): TypeCheck {
  const name = nameOf(type);
  const defined = known.types.get(name);
  if (defined !== undefined) {
    return defined;
  }
  if (name === 'Any') {
    return (value) => value !== null;
  }
  if (name === 'Null') {
    return (value) => value === null;
  }
  if (name === 'duration') {
    return (value) => kindOf(value).endsWith('duration');
  }
  if (!NAMES.has(name)) {
    throw new FeelError('feel-syntax', `unknown type: ${name}`, type.from);
  }
  return (value) => kindOf(value) === name;
}
