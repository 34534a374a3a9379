import type { Random } from '../engine-random';
import type { Model, ModelFlow, ModelNode, NodeKind } from './model';
import { VARIABLES } from './write-xml';

const KINDS: readonly NodeKind[] = [
  'userTask',
  'userTask',
  'task',
  'exclusiveGateway',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
];

/** A random graph of nodes and flows without any structure: most are unsound, and the engine must refuse them or lose no token. */
export function wildModel(random: Random): Model {
  const many = 3 + random.below(8);
  const middle = Array.from({ length: many }, (_, at): ModelNode => {
    const kind = random.pick(KINDS);
    return { id: `${kind}${at}`, kind, scope: 'P' };
  });
  const nodes: ModelNode[] = [{ id: 'start', kind: 'startEvent', scope: 'P' }, ...middle, { id: 'end', kind: 'endEvent', scope: 'P' }];
  const pairs = [...spine(nodes), ...extras(random, nodes)];
  nodes.forEach((node, at) => {
    // A gateway with one way in and one way out is none.
    const idle = pairs.filter(([from, to]) => from === node.id || to === node.id).length < 3;
    nodes[at] = node.kind.endsWith('Gateway') && idle ? { ...node, kind: 'userTask' } : node;
  });
  if (random.chance(0.3)) {
    pairs.push(...boundaryOn(random, nodes));
  }
  return { processes: [{ id: 'P', nodes, flows: conditioned(random, nodes, pairs) }] };
}

type Edge = readonly [from: string, to: string];

/** Everything is on a way from the start to the end. */
function spine(nodes: readonly ModelNode[]): Edge[] {
  return nodes.slice(1).map((node, at): Edge => [nodes[at]?.id ?? '', node.id]);
}

function extras(random: Random, nodes: readonly ModelNode[]): Edge[] {
  const inner = nodes.slice(1, -1).map(({ id }) => id);
  const drawn = Array.from({ length: 1 + random.below(6) }, (): Edge => {
    const from = random.below(inner.length);
    // Mostly forwards; backwards it makes a loop.
    const forwards = random.chance(0.75);
    const to = forwards ? from + 1 + random.below(inner.length - from) : random.below(from + 1);
    return [inner[from] ?? '', inner[to] ?? 'end'];
  });
  return drawn.filter(([from, to]) => from !== to);
}

/** A user task that may be left another way, or beside. */
function boundaryOn(random: Random, nodes: ModelNode[]): Edge[] {
  const hosts = nodes.filter(({ kind }) => kind === 'userTask');
  if (hosts.length === 0) {
    return [];
  }
  const interrupting = random.chance(0.6);
  const attachedTo = random.pick(hosts).id;
  const targets = nodes.filter(({ kind }) => kind !== 'startEvent').map(({ id }) => id);
  nodes.push({
    id: 'boundary',
    kind: 'boundaryEvent',
    scope: 'P',
    attachedTo,
    triggers: [{ kind: 'timer' }],
    ...(!interrupting && { interrupting }),
  });
  return [['boundary', random.pick(targets)]];
}

function conditioned(random: Random, nodes: readonly ModelNode[], edges: readonly Edge[]): readonly ModelFlow[] {
  return edges.map(([from, to], at): ModelFlow => {
    const flow = { id: `f${at}`, from, to };
    const siblings = edges.filter((edge) => edge[0] === from);
    const kind = nodes.find(({ id }) => id === from)?.kind;
    if (siblings.length < 2 || (kind !== 'exclusiveGateway' && kind !== 'inclusiveGateway')) {
      return flow;
    }
    return siblings.at(-1) === edges[at]
      ? { ...flow, isDefault: true }
      : { ...flow, when: { variable: random.pick(VARIABLES), value: random.chance(0.5) } };
  });
}
