import { integerOf } from '../value/number';
import { FeelRange, isList, isNum, type Value } from '../value/value';
import { kidAt, type Code, type Compiler, type Frame, type Scope } from './compiler';
import { truth } from './operators';
import { withLocals } from './scope';
import { kidNamed, nameOf, type Syntax } from './syntax';

export function compileIf(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const [condition, yes, no] = [1, 3, 5].map((at) => compiler.code(kidAt(node, at), scope)) as [Code, Code, Code];
  return (frame) => (truth(condition(frame), frame.run) === true ? yes(frame) : no(frame));
}

/** True when every turn ran, false when the body stopped it, null when there is nothing to run over. */
type Turn = boolean | null;
type Loop = (frame: Frame, body: () => Turn) => Turn;

export function compileFor(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const partial = withLocals(compiler, ['partial'], scope);
  const slot = partial.slots.get('partial') ?? 0;
  const { loops, inner } = compileLoops(compiler, node, partial);
  const body = compiler.code(kidAt(node, node.kids.length - 1), inner);
  const usesPartial = partial.used?.has('partial') === true;
  return (frame) => {
    const results: Value[] = [];
    const done = runLoops(loops, frame, () => {
      if (usesPartial) {
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
  const loops = (kidNamed(node, 'InExpressions')?.kids ?? []).map((kid) => {
    const source = kidAt(kid, 2);
    const [from, to] = [compiler.code(kidAt(source, 0), inner), source.kids[2] && compiler.code(source.kids[2], inner)];
    const name = nameOf(kidAt(kid, 0));
    const local = withLocals(compiler, [name], inner);
    inner = local;
    const slot = local.slots.get(name) ?? 0;
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
      return count(frame, endsOf(value), slot, body);
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
  return (frame, body) => count(frame, [from(frame), to(frame)], slot, body);
}

function count(frame: Frame, [from, to]: readonly [Value, Value], slot: number, body: () => Turn): Turn {
  if (!isNum(from) || !isNum(to)) {
    return frame.run.warn('a loop counts between numbers');
  }
  const [first, last] = [integerOf(from), integerOf(to)];
  const step = first <= last ? 1 : -1;
  for (let at = first; step > 0 ? at <= last : at >= last; at += step) {
    frame.run.spend(2);
    frame.locals[slot] = at;
    const went = body();
    if (went !== true) {
      return went;
    }
  }
  return true;
}

function endsOf(range: FeelRange): readonly [Value, Value] {
  const { start, end, startIncluded, endIncluded } = range;
  return isNum(start) && isNum(end) ? [integerOf(start) + (startIncluded ? 0 : 1), integerOf(end) - (endIncluded ? 0 : 1)] : [start, end];
}
