import type { Run } from '../run';
import { entryOf, isContext, type Context, type List, type Value } from '../value/value';
import { any, builtin, context, list, takes, takesMany, text } from './signature';

function entries(run: Run, value: Context): Value {
  const pairs = Object.entries(value);
  run.spend(pairs.length);
  return pairs.map(([key, item]) => ({ key, value: item }));
}

/** From `[{key, value}, …]`; keys are distinct texts. */
function fromEntries(run: Run, items: List): Value {
  run.spend(items.length);
  const pairs = new Map<string, Value>();
  for (const item of items) {
    const key = isContext(item) ? entryOf(item, 'key') : undefined;
    const value = isContext(item) ? entryOf(item, 'value') : undefined;
    if (typeof key !== 'string' || value === undefined || pairs.has(key)) {
      return run.warn('context: expects entries with distinct keys');
    }
    pairs.set(key, value);
  }
  return Object.fromEntries(pairs);
}

/** The keys lead from context to context; a copy of each holds the new value. */
function put(run: Run, into: Context, keys: List, value: Value): Value {
  const [key, ...rest] = keys;
  run.spend(Object.keys(into).length + keys.length);
  if (typeof key !== 'string') {
    return run.warn('context put: expects a key');
  }
  if (rest.length === 0) {
    return merge(run, [into, Object.fromEntries([[key, value]])]);
  }
  const inner = entryOf(into, key) ?? null;
  if (!isContext(inner)) {
    return run.warn(`context put: no context at ${key}`);
  }
  const changed = put(run, inner, rest, value);
  return changed === null ? null : merge(run, [into, Object.fromEntries([[key, changed]])]);
}

function merge(run: Run, contexts: readonly Context[]): Context {
  const pairs = contexts.flatMap((each) => Object.entries(each));
  run.spend(pairs.length);
  return Object.fromEntries(pairs);
}

function value(run: Run, from: Context, keys: List): Value {
  let at: Value = keys.length === 0 ? null : from;
  for (const key of keys) {
    run.spend(1);
    at = isContext(at) && typeof key === 'string' ? (entryOf(at, key) ?? null) : null;
  }
  return at;
}

export const CONTEXTS = [
  builtin('get value', [
    takes(
      [
        ['m', context],
        ['key', text],
      ],
      (_, from, key) => entryOf(from, key) ?? null,
    ),
    takes(
      [
        ['m', context],
        ['keys', list],
      ],
      value,
    ),
  ]),
  builtin('get entries', [takes([['m', context]], entries)]),
  builtin('context', [takes([['entries', list]], fromEntries)]),
  builtin('context put', [
    takes(
      [
        ['context', context],
        ['keys', list],
        ['value', any],
      ],
      put,
    ),
    takes(
      [
        ['context', context],
        ['key', text],
        ['value', any],
      ],
      (run, into, key, item) => put(run, into, [key], item),
    ),
  ]),
  builtin('context merge', [takesMany('contexts', context, merge)]),
];
