import { compareValues } from '../value/compare';
import { integerOf } from '../value/number';
import type { Run } from '../run';
import { isList, type FeelFunction, type List, type Num, type Value } from '../value/value';
import { holds } from './lists';
import { any, builtin, fun, list, num, optional, takes, type Overload } from './signature';

/** Index of a 1-based position, from the end when negative; undefined outside the list. */
function indexOf(items: List, position: number): number | undefined {
  const at = position > 0 ? position - 1 : items.length + position;
  return position !== 0 && at >= 0 && at < items.length ? at : undefined;
}

function distinct(run: Run, items: List): Value[] {
  const kept: Value[] = [];
  const seen = new Set<Value>();
  for (const item of items) {
    run.spend(1);
    if (typeof item === 'string' || typeof item === 'boolean') {
      if (!seen.has(item)) {
        seen.add(item);
        kept.push(item);
      }
    } else if (!holds(run, kept, item)) {
      kept.push(item);
    }
  }
  return kept;
}

/** Lists of so many items, the last one of what is left. */
function partition(run: Run, items: List, size: Num): Value {
  const width = integerOf(size);
  if (width < 1) {
    return run.warn('partition: the size is at least 1');
  }
  run.spend(items.length);
  return Array.from({ length: Math.ceil(items.length / width) }, (_, at) => items.slice(at * width, (at + 1) * width));
}

function flatten(run: Run, items: List): Value[] {
  return items.flatMap((item) => {
    run.spend(2);
    return isList(item) ? flatten(run, item) : [item];
  });
}

function join(run: Run, lists: readonly List[]): Value[] {
  lists.forEach((items) => {
    run.spend(items.length);
  });
  return lists.flatMap((items) => [...items]);
}

function sublist(run: Run, items: List, start: number, length: number | null): Value {
  const from = indexOf(items, start);
  if (from === undefined || (length !== null && length < 0)) {
    return run.warn('sublist: position out of range');
  }
  return items.slice(from, length === null ? undefined : from + length);
}

/** Merge order by the caller's `precedes`, or the order of the values. */
function sort(run: Run, items: List, precedes: FeelFunction | null): Value {
  run.spend(items.length);
  if (precedes !== null) {
    if (precedes.params.length !== 2) {
      return run.warn('sort: the function takes two items');
    }
    return [...items].sort((a, b) => (precedes.call([a, b], run) === true ? -1 : precedes.call([b, a], run) === true ? 1 : 0));
  }
  const seen = { unordered: false };
  const sorted = [...items].sort((a, b) => {
    run.spend(1);
    const order = compareValues(a, b);
    seen.unordered ||= order === null;
    return order ?? 0;
  });
  return seen.unordered ? run.warn('sort: the items have no order') : sorted;
}

function replaceAt(run: Run, items: List, position: Num, item: Value): Value {
  run.spend(items.length);
  const at = indexOf(items, integerOf(position));
  return at === undefined ? run.warn('list replace: position out of range') : items.with(at, item);
}

/** `match` takes an item and the new one, and answers true or false. */
function replaceWhere(run: Run, items: List, match: FeelFunction, item: Value): Value {
  if (match.params.length !== 2) {
    return run.warn('list replace: the function takes an item and the new one');
  }
  const answers = items.map((old) => match.call([old, item], run));
  return answers.every((answer) => typeof answer === 'boolean')
    ? items.map((old, at) => (answers[at] === true ? item : old))
    : run.warn('list replace: the function answers true or false');
}

/** Of any number of lists, each as it is: a list of lists is one of them. */
function ofLists(body: (run: Run, lists: readonly List[]) => Value): Overload {
  return {
    params: ['list'],
    variadic: true,
    apply: (args, run) => {
      const lists = args.map((arg) => list(arg));
      return lists.includes(undefined) ? undefined : body(run, lists as readonly List[]);
    },
  };
}

export const LIST_CHANGES = [
  builtin('sublist', [
    takes(
      [
        ['list', list],
        ['start position', num],
        ['length', optional(num)],
      ],
      (run, items, start, length) => sublist(run, items, integerOf(start), length === null ? null : integerOf(length)),
    ),
  ]),
  builtin('append', [
    {
      params: ['list', 'item'],
      variadic: true,
      apply: ([first, ...rest], run) => {
        const items = list(first);
        run.spend((items?.length ?? 0) + rest.length);
        return items === undefined ? undefined : [...items, ...rest.map((item) => item ?? null)];
      },
    },
  ]),
  builtin('concatenate', [ofLists(join)]),
  builtin('union', [ofLists((run, lists) => distinct(run, join(run, lists)))]),
  builtin('insert before', [
    takes(
      [
        ['list', list],
        ['position', num],
        ['newItem', any],
      ],
      (run, items, position, item) => {
        run.spend(items.length);
        const at = indexOf([...items, item], integerOf(position));
        return at === undefined ? run.warn('insert before: position out of range') : items.toSpliced(at, 0, item);
      },
    ),
  ]),
  builtin('remove', [
    takes(
      [
        ['list', list],
        ['position', num],
      ],
      (run, items, position) => {
        run.spend(items.length);
        const at = indexOf(items, integerOf(position));
        return at === undefined ? run.warn('remove: position out of range') : items.toSpliced(at, 1);
      },
    ),
  ]),
  builtin('list replace', [
    takes(
      [
        ['list', list],
        ['position', num],
        ['newItem', any],
      ],
      replaceAt,
    ),
    takes(
      [
        ['list', list],
        ['match', fun],
        ['newItem', any],
      ],
      replaceWhere,
    ),
  ]),
  builtin('reverse', [
    takes([['list', list]], (run, items) => {
      run.spend(items.length);
      return items.toReversed();
    }),
  ]),
  builtin('distinct values', [takes([['list', list]], distinct)]),
  builtin('duplicate values', [
    takes([['list', list]], (run, items) =>
      distinct(
        run,
        items.filter((item, at) => holds(run, items.slice(0, at), item)),
      ),
    ),
  ]),
  builtin('partition', [
    takes(
      [
        ['list', list],
        ['size', num],
      ],
      partition,
    ),
  ]),
  builtin('flatten', [takes([['list', list]], flatten)]),
  builtin('sort', [
    takes(
      [
        ['list', list],
        ['precedes', optional(fun)],
      ],
      sort,
    ),
  ]),
];
