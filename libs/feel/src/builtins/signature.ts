import type { Run } from '../run';
import { FeelDate, FeelDateTime, FeelTime } from '../value/temporal';
import { isDuration } from '../value/arithmetic';
import {
  FeelFunction,
  FeelRange,
  isContext,
  isList,
  isNum,
  kindOf,
  type Context,
  type Duration,
  type List,
  type Num,
  type Value,
} from '../value/value';

/** Reads an argument as a type, undefined standing for an absent one; answers undefined when it is none. */
export type Type<T> = (value: Value | undefined) => T | undefined;
type Param<T> = readonly [name: string, type: Type<T>];

/** One way to call a function: undefined when the arguments do not fit. */
export interface Overload {
  readonly params: readonly string[];
  readonly variadic: boolean;
  readonly apply: (args: readonly (Value | undefined)[], run: Run) => Value | undefined;
}

export interface Builtin {
  /** The function as a value, for `sort(list, f)` and the like. */
  readonly value: FeelFunction;
  /** Reads the clock, so it is never folded. */
  readonly timed: boolean;
  call(args: readonly Value[], run: Run): Value;
  callNamed(names: readonly string[], args: readonly Value[], run: Run): Value;
}

/** Named arguments may leave it out: then it is null. */
export const any: Type<Value> = (value) => value ?? null;
export const text: Type<string> = single((value) => (typeof value === 'string' ? value : undefined));
export const num: Type<Num> = single((value) => (isNum(value) ? value : undefined));
export const bool: Type<boolean> = single((value) => (typeof value === 'boolean' ? value : undefined));
export const context: Type<Context> = single((value) => (isContext(value) ? value : undefined));
export const date: Type<FeelDate | FeelDateTime> = single((value) => (isDay(value) ? value : undefined));
export const time: Type<FeelTime> = single((value) => (value instanceof FeelTime ? value : undefined));
export const duration: Type<Duration> = single((value) => (isDuration(value) ? value : undefined));
export const fun: Type<FeelFunction> = (value) => (value instanceof FeelFunction ? value : undefined);
export const range: Type<FeelRange> = single((value) => (value instanceof FeelRange ? value : undefined));
/** One value stands for the list of it (DMN 1.5, 10.3.2.9.4). */
export const list: Type<List> = (value) => (value === null || value === undefined ? undefined : isList(value) ? value : [value]);

/** May be absent or null. */
export function optional<T>(type: Type<T>): Type<T | null> {
  return (value) => (value === null || value === undefined ? null : type(value));
}

/** May be absent, but null is an error. */
export function omittable<T>(type: Type<T>): Type<T | null> {
  return (value) => (value === undefined ? null : type(value));
}

function isDay(value: Value): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime;
}

/** A list of one stands for its item. */
function single<T>(type: (value: Value) => T | undefined): Type<T> {
  return (value) => (value === undefined ? undefined : type(isList(value) && value.length === 1 ? (value[0] ?? null) : value));
}

/** An overload with fixed parameters. Positional arguments reach at least the last one that may not be absent. */
export function takes<A extends readonly unknown[]>(
  params: readonly [...{ [I in keyof A]: Param<A[I]> }],
  body: (run: Run, ...args: A) => Value,
): Overload {
  const list = params as unknown as readonly Param<unknown>[];
  const least = list.findLastIndex(([, type]) => type === any || type(undefined) === undefined) + 1;
  return {
    params: list.map(([name]) => name),
    variadic: false,
    apply(args, run) {
      if (args.length > list.length || args.length < least) {
        return undefined;
      }
      const read = list.map(([, type], at) => type(args[at]));
      return read.includes(undefined) ? undefined : body(run, ...(read as unknown as A));
    },
  };
}

/** An overload over any number of arguments; a single list stands for them. */
export function takesMany<T>(name: string, type: Type<T>, body: (run: Run, args: readonly T[]) => Value): Overload {
  return {
    params: [name],
    variadic: true,
    apply(args, run) {
      const [first] = args;
      const items = args.length === 1 && first !== undefined && isList(first) ? first : args;
      run.spend(items.length);
      const read = items.map(type);
      return args.length === 0 || first === undefined || (args.length === 1 && first === null) || read.includes(undefined)
        ? undefined
        : body(run, read as readonly T[]);
    },
  };
}

export function builtin(name: string, overloads: readonly Overload[], timed = false): readonly [string, Builtin] {
  const call = (args: readonly Value[], run: Run): Value => {
    run.spend(1);
    for (const overload of overloads) {
      const result = overload.apply(args, run);
      if (result !== undefined) {
        return result;
      }
    }
    return refuse(name, args, run);
  };
  const callNamed = (names: readonly string[], args: readonly Value[], run: Run): Value => {
    run.spend(1);
    const fitting = overloads.filter(({ params }) => names.every((given) => params.includes(given)));
    // Names alone do not tell `before(point, range)` from `before(range, point)`: their order does.
    const inOrder = (params: readonly string[]): number => (params.every((param, at) => param === names[at]) ? 0 : 1);
    for (const { params, apply } of fitting.toSorted((a, b) => inOrder(a.params) - inOrder(b.params))) {
      const ordered = params.map((param) => args[names.indexOf(param)]);
      const result = apply(ordered, run);
      if (result !== undefined) {
        return result;
      }
    }
    return fitting.length === 0 ? run.warn(`${name}: unknown parameter among ${names.join(', ')}`) : refuse(name, args, run);
  };
  return [
    name,
    {
      value: new FeelFunction(
        overloads.slice(0, 1).flatMap(({ params }) => params),
        call,
      ),
      timed,
      call,
      callNamed,
    },
  ];
}

/** Null in, null out: absent data is unknown; another type is an error. */
function refuse(name: string, args: readonly Value[], run: Run): null {
  return args.includes(null) ? null : run.warn(`${name}: cannot take (${args.map(kindOf).join(', ')})`);
}
