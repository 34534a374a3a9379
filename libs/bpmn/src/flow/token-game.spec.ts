import { boundary, diagram, end, exclusive, flow, parallel, start, task, timer } from '../../test/diagram';
import { draw } from '../drawing/draw';
import { flowAt, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { parseXml } from '../moddle/parse';
import { netOf } from './net';
import { playTokens } from './token-game';

/** Numerical Recipes' generator: the same diagrams on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function randomXml(seed: number): string {
  const random = seeded(seed);
  const ids = Array.from({ length: 3 + random(5) }, (_, index) => `N${index}`);
  const nodes = ids.map((id) => [exclusive, parallel, task][random(3)]?.(id) ?? '');
  const late = nodes.flatMap((xml, index) =>
    xml.includes('bpmn:task') && random(3) === 0
      ? [boundary(`B${index}`, ids[index] ?? '', timer('timeDuration', 'P1D'), random(2) === 0 ? '' : 'cancelActivity="false"')]
      : [],
  );
  const ends = [end('E0'), end('E1', random(3) === 0 ? '<bpmn:terminateEventDefinition/>' : '')];
  const sources = ['S', ...ids, ...late.map((xml) => /id="(B\d+)"/.exec(xml)?.[1] ?? '')];
  const pairs = sources.flatMap((source) => {
    const fan = source.startsWith('N') ? 1 + random(2) : 1;
    return Array.from({ length: fan }, () => `${source} ${[...ids, 'E0', 'E1'][random(ids.length + 2)] ?? ''}`);
  });
  const flows = [...new Set(pairs)].map((pair) => flow(pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? ''));
  return diagram(start(), ...nodes, ...late, ...ends, ...flows);
}

/** Every order of moves, written the slow and obvious way: which joins tokens get stuck at, and whether some run cannot end. */
function playEveryOrder(process: DrawnProcess, first: DrawnNode): { stuck: Set<number>; trapped: boolean } | 'unbounded' {
  const key = (state: readonly number[]): string => state.join();
  const seen = new Map<string, string[]>();
  const stuck = new Set<number>();
  const open: number[][] = [[...first.outgoing].sort((a, b) => a - b)];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.has(key(state))) {
      continue;
    }
    if (state.some((flowIndex, index) => state[index + 4] === flowIndex) || seen.size > 5000) {
      return 'unbounded';
    }
    const following = [...new Set(state)].flatMap((flowIndex) => step(process, state, flowIndex));
    if (following.length === 0) {
      state.forEach((flowIndex) => stuck.add(flowAt(process, flowIndex).target ?? -1));
    }
    seen.set(key(state), following.map(key));
    open.push(...following);
  }
  const canEnd = new Set(['']);
  for (let grew = true; grew;) {
    const more = [...seen].filter(([from, to]) => !canEnd.has(from) && to.some((next) => canEnd.has(next)));
    more.forEach(([from]) => canEnd.add(from));
    grew = more.length > 0;
  }
  return { stuck, trapped: [...seen.keys()].some((state) => !canEnd.has(state)) };
}

function step(process: DrawnProcess, state: readonly number[], flowIndex: number): number[][] {
  const node = nodeAt(process, flowAt(process, flowIndex).target ?? 0);
  const needed = node.kind === 'parallelGateway' ? node.incoming : [flowIndex];
  if (!needed.every((incoming) => state.includes(incoming))) {
    return [];
  }
  if (node.trigger === 'terminate') {
    return [[]];
  }
  const rest = [...state];
  needed.forEach((incoming) => rest.splice(rest.indexOf(incoming), 1));
  const late = node.boundaries.map((index) => nodeAt(process, index))[0];
  const exits =
    node.kind === 'exclusiveGateway'
      ? node.outgoing.map((outgoing) => [outgoing])
      : [node.outgoing, ...(late === undefined ? [] : [late.interrupting ? late.outgoing : [...node.outgoing, ...late.outgoing]])];
  return exits.map((exit) => [...rest, ...exit].sort((a, b) => a - b));
}

async function drawn(xml: string): Promise<DrawnProcess> {
  const parsed = await parseXml(xml);
  const process = parsed.ok ? draw(parsed.value.root).processes[0] : undefined;
  if (process === undefined) {
    throw new Error(xml);
  }
  return process;
}

describe('playTokens', () => {
  it('finds the same stuck runs as playing every order, on 400 random diagrams', async () => {
    const compared = { stuck: 0, trapped: 0, sound: 0 };
    for (let seed = 1; seed <= 400; seed += 1) {
      const process = await drawn(randomXml(seed));
      const first = nodeAt(process, 1);
      const slow = playEveryOrder(process, first);
      const { findings } = playTokens(netOf(process), [first.index]);
      if (slow === 'unbounded' || findings.some((finding) => finding.problem === 'unbounded')) {
        continue;
      }
      const joins = findings.flatMap((finding) => (finding.problem === 'deadlock' ? finding.joins : []));
      expect({ seed, stuck: [...new Set(joins)].sort() }).toEqual({ seed, stuck: [...slow.stuck].filter((index) => index >= 0).sort() });
      expect({ seed, trapped: findings.length > 0 }).toEqual({ seed, trapped: slow.trapped });
      compared[slow.stuck.size > 0 ? 'stuck' : slow.trapped ? 'trapped' : 'sound'] += 1;
    }
    expect(compared.stuck).toBeGreaterThan(20);
    expect(compared.trapped).toBeGreaterThan(20);
    expect(compared.sound).toBeGreaterThan(20);
  });
});
