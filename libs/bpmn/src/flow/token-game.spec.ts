import { boundary, diagram, element, end, exclusive, flow, parallel, start, task, timer } from '../../test/diagram';
import { drawn } from '../../test/drawn';
import { flowAt, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
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

function randomXml(seed: number, kinds: readonly ((id: string) => string)[] = [exclusive, parallel, task]): string {
  const random = seeded(seed);
  const ids = Array.from({ length: 3 + random(5) }, (_, index) => `N${index}`);
  const nodes = ids.map((id) => kinds[random(3)]?.(id) ?? '');
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

/** The tokens one node takes; a flow that holds none when it must wait. */
function neededBy(process: DrawnProcess, state: readonly number[], node: DrawnNode, flowIndex: number): readonly number[] {
  if (node.kind === 'parallelGateway') {
    return node.incoming;
  }
  if (node.kind !== 'inclusiveGateway') {
    return [flowIndex];
  }
  const held = node.incoming.filter((flow) => state.includes(flow));
  const empty = node.incoming.filter((flow) => !state.includes(flow));
  const elsewhere = state.filter((flow) => !node.incoming.includes(flow));
  const waits = elsewhere.some(
    (flow) => empty.some((to) => leads(process, flow, to, node)) && !held.some((to) => leads(process, flow, to, node)),
  );
  return waits ? [-1] : held;
}

/** Whether a token on one flow can come to another without passing a node. */
function leads(process: DrawnProcess, from: number, to: number, past: DrawnNode, seen: readonly number[] = []): boolean {
  const target = nodeAt(process, flowAt(process, from).target ?? 0);
  if (target.index === past.index || seen.includes(from)) {
    return false;
  }
  const next = [...target.outgoing, ...target.boundaries.flatMap((index) => nodeAt(process, index).outgoing)];
  return next.includes(to) || next.some((flow) => leads(process, flow, to, past, [...seen, from]));
}

function step(process: DrawnProcess, state: readonly number[], flowIndex: number): number[][] {
  const node = nodeAt(process, flowAt(process, flowIndex).target ?? 0);
  const needed = neededBy(process, state, node, flowIndex);
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

  it('reports at inclusive joins only runs that get stuck in some order, on 300 random diagrams', async () => {
    const compared = { stuck: 0, sound: 0 };
    for (let seed = 1; seed <= 300; seed += 1) {
      const process = await drawn(randomXml(seed, [(id) => element('inclusiveGateway', id), parallel, task]));
      const first = nodeAt(process, 1);
      const slow = playEveryOrder(process, first);
      const { findings } = playTokens(netOf(process), [first.index]);
      if (slow === 'unbounded' || findings.some((finding) => finding.problem === 'unbounded')) {
        continue;
      }
      const joins = findings.flatMap((finding) => (finding.problem === 'deadlock' ? finding.joins : []));
      expect({ seed, unknown: joins.filter((join) => !slow.stuck.has(join)) }).toEqual({ seed, unknown: [] });
      compared[joins.length > 0 ? 'stuck' : 'sound'] += 1;
    }
    expect(compared.stuck).toBeGreaterThan(20);
    expect(compared.sound).toBeGreaterThan(20);
  });
});
