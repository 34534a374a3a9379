import { FeelDate } from '../value/temporal';
import { FeelRange, isList, type Value } from '../value/value';
import { kidAt, type Code, type Compiler, type Frame, type Scope } from './compiler';
import { truth } from './operators';
import { withLocal } from './scope';
import { kidsOf, nameOf, type Syntax } from './syntax';

export function compileIf(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const [condition, yes, no] = [1, 3, 5].map((at) => compiler.code(kidAt(node, at), scope)) as [Code, Code, Code];
  return (frame) => (truth(condition(frame), frame.run) === true ? yes(frame) : no(frame));
}

/** True when every turn ran, false when the body stopped it, null when there is nothing to run over. */
type Turn = boolean | null;
type Loop = (frame: Frame, body: () => Turn) => Turn;

export function compileFor(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const partial = withLocal(compiler, 'partial', scope);
  const { loops, inner } = compileLoops(compiler, node, partial);
  const body = compiler.code(kidAt(node, node.kids.length - 1), inner);
  const { slot, used } = partial;
  return (frame) => {
    const results: Value[] = [];
    const done = runLoops(loops, frame, () => {
      if (used) {
        frame.run.spend(results.length);
        frame.locals[slot] = [...results];
      }
      results.push(body(frame));
      return true;
    });
    return done === null ? null : results;
  };
}

/** `some … satisfies` is an or over the turns, `every … satisfies` an and. */
export function compileQuantified(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const decisive = kidAt(node, 0).text === 'some';
  const { loops, inner } = compileLoops(compiler, node, scope);
  const condition = compiler.code(kidAt(node, node.kids.length - 1), inner);
  return (frame) => {
    const seen = { unknown: false };
    const finished = runLoops(loops, frame, () => {
      const answer = truth(condition(frame), frame.run);
      seen.unknown ||= answer === null;
      return answer !== decisive;
    });
    if (finished === false) {
      return decisive;
    }
    return finished === null || seen.unknown ? null : !decisive;
  };
}

function compileLoops(compiler: Compiler, node: Syntax, scope: Scope): { readonly loops: readonly Loop[]; readonly inner: Scope } {
  let inner = scope;
  const loops = kidsOf(node, 'InExpressions').map((kid) => {
    const source = kidAt(kid, 2);
    const [from, to] = [compiler.code(kidAt(source, 0), inner), source.kids[2] && compiler.code(source.kids[2], inner)];
    const local = withLocal(compiler, nameOf(kidAt(kid, 0)), inner);
    inner = local;
    const { slot } = local;
    return to === undefined ? listLoop(from, slot) : countLoop(from, to, slot);
  });
  return { loops, inner };
}

function runLoops(loops: readonly Loop[], frame: Frame, body: () => Turn): Turn {
  const turn = (at: number): Turn => {
    const loop = loops[at];
    return loop === undefined ? body() : loop(frame, () => turn(at + 1));
  };
  return turn(0);
}

function listLoop(source: Code, slot: number): Loop {
  return (frame, body) => {
    const value = source(frame);
    if (value === null) {
      return null;
    }
    if (value instanceof FeelRange) {
      return countRange(frame, value, slot, body);
    }
    for (const item of isList(value) ? value : [value]) {
      frame.run.spend(2);
      frame.locals[slot] = item;
      const went = body();
      if (went !== true) {
        return went;
      }
    }
    return true;
  };
}

function countLoop(from: Code, to: Code, slot: number): Loop {
  return (frame, body) => {
    const [first, last] = [pointOf(from(frame)), pointOf(to(frame))];
    return first === null || last === null || first.make !== last.make
      ? frame.run.warn('a loop counts between whole numbers or between dates')
      : count(frame, { first: first.at, last: last.at, make: first.make }, slot, body);
  };
}

/** A range has its lower end first. */
function countRange(frame: Frame, range: FeelRange, slot: number, body: () => Turn): Turn {
  const [low, high] = [pointOf(range.start), pointOf(range.end)];
  if (low === null || high === null || low.at > high.at) {
    return frame.run.warn('a loop counts in a range of whole numbers or of dates');
  }
  const [first, last] = [low.at + (range.startIncluded ? 0 : 1), high.at - (range.endIncluded ? 0 : 1)];
  return first > last ? true : count(frame, { first, last, make: low.make }, slot, body);
}

/** A place to count from, and what a count stands for. */
interface Point {
  readonly at: number;
  readonly make: (at: number) => Value;
}

const wholeNumber = (at: number): Value => at;
const day = (at: number): Value => new FeelDate(at);

function pointOf(value: Value): Point | null {
  if (value instanceof FeelDate) {
    return { at: value.days, make: day };
  }
  return typeof value === 'number' && Number.isSafeInteger(value) ? { at: value, make: wholeNumber } : null;
}

interface Counting {
  readonly first: number;
  readonly last: number;
  readonly make: (at: number) => Value;
}

/** Both ways, the ends included. */
function count(frame: Frame, { first, last, make }: Counting, slot: number, body: () => Turn): Turn {
  const step = first <= last ? 1 : -1;
  for (let at = first; at !== last + step; at += step) {
    frame.run.spend(2);
    frame.locals[slot] = make(at);
    const went = body();
    if (went !== true) {
      return went;
    }
  }
  return true;
}
