import type { ProcessGraph } from '@thidua/bpmn';
import type { EngineEvent, InstanceState } from '@thidua/engine';

/**
 * Counts the tokens of one process without subprocesses by the engine's events alone: each flow taken makes one, each element entered
 * takes one, a join one of every flow that has one. What is left over must be what the state says waits at joins.
 */
export class TokenCount {
  private readonly onFlow = new Map<number, number>();
  private readonly before = new Map<number, number>();
  private readonly joins: ReadonlySet<number>;
  private joined: number | undefined;

  constructor(private readonly graph: ProcessGraph) {
    const isJoin = (type: string): boolean => type === 'parallelGateway' || type === 'inclusiveGateway';
    this.joins = new Set(graph.elements.filter(({ type, incoming }) => isJoin(type) && incoming.length > 1).map(({ index }) => index));
  }

  follow(events: readonly EngineEvent[]): void {
    for (const event of events) {
      if (event.type === 'flow-taken') {
        this.make(event.flow);
      } else if (event.type === 'join-consumed') {
        this.join(this.graph.byId.get(event.element) ?? 0);
      } else if (event.type === 'element-activated') {
        this.enter(this.graph.byId.get(event.element) ?? 0);
      }
    }
  }

  /** What does not add up; empty when all does. */
  errors(state: InstanceState | undefined): readonly string[] {
    const waiting = state?.elements['1']?.joins ?? {};
    const { elements, flows } = this.graph;
    return [
      ...[...this.before].filter(([, tokens]) => tokens !== 0).map(([at, tokens]) => `${tokens} tokens before ${elements[at]?.id ?? ''}`),
      ...[...this.onFlow]
        .filter(([flow, tokens]) => tokens !== (waiting[String(flow)] ?? 0))
        .map(([flow, tokens]) => `${tokens} tokens on ${flows[flow]?.id ?? ''}, ${waiting[String(flow)] ?? 0} in the state`),
    ];
  }

  private make(id: string): void {
    const flow = this.graph.flows.find((one) => one.id === id);
    const target = flow?.target ?? 0;
    if (this.joins.has(target)) {
      this.add(this.onFlow, flow?.index ?? -1, 1);
    } else {
      this.add(this.before, target, 1);
    }
  }

  private join(element: number): void {
    this.joined = element;
    for (const flow of this.graph.elements[element]?.incoming ?? []) {
      if ((this.onFlow.get(flow) ?? 0) > 0) {
        this.add(this.onFlow, flow, -1);
      }
    }
  }

  private enter(element: number): void {
    const hasWayIn = (this.graph.elements[element]?.incoming.length ?? 0) > 0;
    if (this.joins.has(element)) {
      // A join is entered once for what it has just taken, and never otherwise.
      this.add(this.before, element, this.joined === element ? 0 : -1);
      this.joined = undefined;
    } else if (hasWayIn) {
      this.add(this.before, element, -1);
    }
  }

  private add(counts: Map<number, number>, at: number, tokens: number): void {
    counts.set(at, (counts.get(at) ?? 0) + tokens);
  }
}
