import { omit } from '../model/omit';
import { isActivity, isScopeKind, type Model, type ModelFlow, type ModelNode, type NodeKind } from '../model/model';

/** The model as a net: nodes are the transitions, the flows between them the places. */
export interface Net {
  readonly nodes: readonly NetNode[];
  readonly flows: readonly NetFlow[];
  /** Index of the root of each process, by process id. */
  readonly roots: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<string, number>;
}

export interface NetNode extends Omit<ModelNode, 'kind' | 'handler'> {
  readonly index: number;
  readonly kind: NodeKind | 'process';
  readonly incoming: number[];
  readonly outgoing: number[];
  readonly boundaries: number[];
  /** Index of the enclosing scope; a process points at itself. */
  readonly inside: number;
  /** Scopes: where tokens begin. */
  readonly starts: number[];
  /** Scopes: start events of their event subprocesses, but for the one that compensates. */
  readonly listeners: number[];
  /** Scopes: the start event that compensates them. */
  compensator?: number;
  /** Activities: index of their compensation handler. */
  handler?: number;
}

export interface NetFlow {
  readonly index: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly when?: ModelFlow['when'];
  readonly isDefault: boolean;
}

export function netOf(model: Model): Net {
  const nodes: NetNode[] = [];
  const byId = new Map<string, number>();
  const add = (node: Omit<ModelNode, 'kind' | 'handler'> & { readonly kind: NetNode['kind'] }): void => {
    byId.set(node.id, nodes.length);
    const lists = { incoming: [], outgoing: [], boundaries: [], starts: [], listeners: [] };
    nodes.push({ ...node, ...lists, index: nodes.length, inside: byId.get(node.scope) ?? 0 });
  };
  for (const process of model.processes) {
    add({ id: process.id, kind: 'process', scope: process.id });
    outermostFirst(process.nodes, process.id).forEach((node) => {
      add(omit(node, 'handler'));
    });
  }
  const flows = model.processes
    .flatMap((process) => [...process.flows, ...linkFlows(process.nodes)])
    .map((flow, index): NetFlow => {
      const [from, to] = [indexOf(byId, flow.from), indexOf(byId, flow.to)];
      return { index, id: flow.id, from, to, isDefault: flow.isDefault === true, ...(flow.when !== undefined && { when: flow.when }) };
    });
  flows.forEach((flow) => {
    nodes[flow.from]?.outgoing.push(flow.index);
    nodes[flow.to]?.incoming.push(flow.index);
  });
  model.processes
    .flatMap((process) => process.nodes)
    .forEach((node) => {
      attach(nodes, byId, node);
    });
  nodes.forEach((node) => {
    listStarts(nodes, flows, node);
  });
  return { nodes, flows, byId, roots: new Map(model.processes.map(({ id }) => [id, indexOf(byId, id)])) };
}

function outermostFirst(nodes: readonly ModelNode[], scope: string): readonly ModelNode[] {
  return nodes.filter((node) => node.scope === scope).flatMap((node) => [node, ...outermostFirst(nodes, node.id)]);
}

/** A link is a flow nobody drew (BPMN 2.0 §10.5.4, "Link"). */
function linkFlows(nodes: readonly ModelNode[]): readonly ModelFlow[] {
  return nodes
    .filter((node) => node.link !== undefined && node.kind === 'intermediateThrowEvent')
    .flatMap((from) => {
      const to = nodes.find((node) => node.kind === 'intermediateCatchEvent' && node.link === from.link && node.scope === from.scope);
      return to === undefined ? [] : [{ id: `${from.id}->${to.id}`, from: from.id, to: to.id }];
    });
}

function attach(nodes: readonly NetNode[], byId: ReadonlyMap<string, number>, node: ModelNode): void {
  const host = node.attachedTo === undefined ? undefined : nodes[indexOf(byId, node.attachedTo)];
  if (host !== undefined && node.handler !== undefined) {
    host.handler = indexOf(byId, node.handler);
  } else {
    host?.boundaries.push(indexOf(byId, node.id));
  }
}

function listStarts(nodes: readonly NetNode[], flows: readonly NetFlow[], scope: NetNode): void {
  if (scope.kind !== 'process' && !isScopeKind(scope.kind)) {
    return;
  }
  const members = nodes.filter((node) => node.inside === scope.index && node !== scope);
  const starts = members.filter((node) => node.kind === 'startEvent');
  const begun = members.filter((node) => startsByMessage(nodes, node, flows));
  const begins = starts.length > 0 ? starts : members.filter(canBegin);
  scope.starts.push(...[...begins, ...begun].map((node) => node.index));
  for (const member of members.filter((node) => node.kind === 'eventSubProcess')) {
    for (const start of nodes.filter((node) => node.kind === 'startEvent' && node.inside === member.index)) {
      if (start.triggers?.some(({ kind }) => kind === 'compensation') === true) {
        scope.compensator = start.index;
      } else {
        scope.listeners.push(start.index);
      }
    }
  }
}

/** A message for it begins the process (BPMN 2.0 §10.3.3, §10.6.6). */
export function startsByMessage(nodes: readonly NetNode[], node: NetNode, flows: readonly NetFlow[]): boolean {
  const gateway = nodes[flows[node.incoming[0] ?? -1]?.from ?? -1];
  return (node.kind === 'receiveTask' && node.instantiate === true) || gateway?.instantiate === true;
}

function canBegin(node: NetNode): boolean {
  const isLinkCatch = node.kind === 'intermediateCatchEvent' && node.link !== undefined;
  const never =
    node.kind === 'boundaryEvent' ||
    node.instantiate === true ||
    node.kind === 'eventSubProcess' ||
    node.forCompensation === true ||
    isLinkCatch;
  return node.incoming.length === 0 && !never;
}

function indexOf(byId: ReadonlyMap<string, number>, id: string): number {
  const index = byId.get(id);
  if (index === undefined) {
    throw new Error(`the model has no '${id}'`);
  }
  return index;
}

export function nodeAt(net: Net, index: number): NetNode {
  const node = net.nodes[index];
  if (node === undefined) {
    throw new Error(`no node ${index}`);
  }
  return node;
}

export function flowAt(net: Net, index: number): NetFlow {
  const flow = net.flows[index];
  if (flow === undefined) {
    throw new Error(`no flow ${index}`);
  }
  return flow;
}

/** Whether tokens run inside instances of the node. */
export function isScope(node: NetNode): boolean {
  return node.kind === 'process' || isScopeKind(node.kind);
}

export function isJoin(node: NetNode): boolean {
  const joins = node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway' || node.kind === 'complexGateway';
  return (joins && node.incoming.length > 1) || (node.startQuantity ?? 1) > 1;
}

export function canBeUndone(node: NetNode): boolean {
  return node.kind !== 'process' && isActivity(node.kind) && node.forCompensation !== true;
}
