import { FeelRange, isContext, isList, kindOf, type Value } from '../value/value';
import { FeelError } from '../feel-error';
import { kidAt, type Code, type Compiler, type Known, type Scope } from './compiler';
import { kidNamed, nameOf, type Syntax } from './syntax';

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
      const item = kidNamed(inner, 'Type');
      const check = item === undefined ? () => true : typeCheck(item, known);
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
  const entries = (kidNamed(type, 'ContextEntryTypes')?.kids ?? []).map((entry) => {
    const inner = kidNamed(entry, 'Type');
    return { key: nameOf(kidAt(entry, 0)), check: inner === undefined ? () => true : typeCheck(inner, known) };
  });
  return (value) =>
    isContext(value) && entries.every(({ key, check }) => Object.hasOwn(value, key) && (value[key] === null || check(value[key] ?? null)));
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
