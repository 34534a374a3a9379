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

/** Reads an argument as a type; undefined when it is none. */
export type Type<T> = (value: Value) => T | undefined;
type Param<T> = readonly [name: string, type: Type<T>];

/** One way to call a function: undefined when the arguments do not fit. */
interface Overload {
  readonly params: readonly string[];
  readonly variadic: boolean;
  apply(args: readonly Value[], run: Run): Value | undefined;
}

export interface Builtin {
  /** The function as a value, for `sort(list, f)` and the like. */
  readonly value: FeelFunction;
  /** Reads the clock, so it is never folded. */
  readonly timed: boolean;
  call(args: readonly Value[], run: Run): Value;
  callNamed(names: readonly string[], args: readonly Value[], run: Run): Value;
}

export const any: Type<Value> = (value) => value;
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
export const list: Type<List> = (value) => (value === null ? undefined : isList(value) ? value : [value]);

export function optional<T>(type: Type<T>): Type<T | null> {
  return (value) => (value === null ? null : type(value));
}

function isDay(value: Value): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime;
}

/** A list of one stands for its item. */
function single<T>(type: Type<T>): Type<T> {
  return (value) => type(isList(value) && value.length === 1 ? (value[0] ?? null) : value);
}

/** An overload with fixed parameters; absent arguments are null, which only optional ones accept. */
export function takes<A extends readonly unknown[]>(
  params: readonly [...{ [I in keyof A]: Param<A[I]> }],
  body: (run: Run, ...args: A) => Value,
): Overload {
  const list = params as unknown as readonly Param<unknown>[];
  return {
    params: list.map(([name]) => name),
    variadic: false,
    apply(args, run) {
      if (args.length > list.length) {
        return undefined;
      }
      const read = list.map(([, type], at) => type(args[at] ?? null));
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
      return args.length === 0 || read.includes(undefined) ? undefined : body(run, read as readonly T[]);
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
    const overload = overloads.find(({ params }) => names.every((given) => params.includes(given)));
    if (overload === undefined) {
      return run.warn(`${name}: unknown parameter among ${names.join(', ')}`);
    }
    return call(overload.variadic ? args : overload.params.map((param) => args[names.indexOf(param)] ?? null), run);
  };
  return [name, { value: new FeelFunction(overloads[0]?.params ?? [], call), timed, call, callNamed }];
}

/** Null in, null out: absent data is unknown; another type is an error. */
function refuse(name: string, args: readonly Value[], run: Run): null {
  return args.includes(null) ? null : run.warn(`${name}: cannot take (${args.map(kindOf).join(', ')})`);
}
