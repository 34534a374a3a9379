import type { GraphElement } from '@thidua/bpmn';
import { countAt, totalOf } from './consume';
import { instanceAt } from './draft';
import { reachOf } from './reach';
import { emit, graphOf, planAt, type Run } from './run';
import type { ElementInstance } from './state';
import { visible } from './variables';
import { must } from './must';

/**
 * Whether an element that collects tokens may go on, asked when one arrives: a parallel gateway when every incoming flow has a
 * token, an activity when its start quantity has come. Inclusive and complex gateways are asked by `firstReadyMerge`.
 */
export function collects(run: Run, scope: number, element: GraphElement): boolean {
  const counts = instanceAt(run.draft, scope).joins;
  const { startQuantity } = element;
  return startQuantity === undefined
    ? element.incoming.every((flow) => countAt(counts, flow) > 0)
    : totalOf(element.incoming, counts) >= startQuantity;
}

export function takeTokens(run: Run, scope: number, element: GraphElement): void {
  emit(run, { v: 1, type: 'join-consumed', scope, element: element.id });
}

export interface ReadyMerge {
  readonly scope: ElementInstance;
  readonly element: GraphElement;
  /** `reset`: a complex gateway that has fired has all it was still owed. */
  readonly action: 'fire' | 'reset';
}

/** The first inclusive or complex gateway that may go on now, over all scopes where one has tokens or is owed some. */
export function firstReadyMerge(run: Run): ReadyMerge | undefined {
  for (const key of run.merging) {
    const scope = run.draft.elements.get(key);
    // Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator: asking in vain only costs time
    if (scope === undefined || (scope.joins === undefined && scope.owed === undefined)) {
      run.merging.delete(key);
      continue;
    }
    for (const element of must(planAt(run, scope.graph).merges.get(scope.element), 'gateways of scope', scope.element)) {
      const action = readiness(run, scope, element);
      if (action !== undefined) {
        return { scope, element, action };
      }
    }
  }
  return undefined;
}

function readiness(run: Run, scope: ElementInstance, element: GraphElement): ReadyMerge['action'] | undefined {
  const owed = scope.owed?.[element.index];
  if (owed !== undefined) {
    return noneCanCome(run, scope, element, owed) ? 'reset' : undefined;
  }
  if (totalOf(element.incoming, scope.joins) === 0) {
    return undefined;
  }
  const fires = element.type === 'complexGateway' ? activated(run, scope, element) : noneCanCome(run, scope, element, element.incoming);
  return fires ? 'fire' : undefined;
}

function activated(run: Run, scope: ElementInstance, element: Extract<GraphElement, { type: 'complexGateway' }>): boolean {
  if (element.activationCondition === undefined) {
    return element.incoming.every((flow) => countAt(scope.joins, flow) > 0);
  }
  const activationCount = totalOf(element.incoming, scope.joins);
  return element.activationCondition.evaluate({ ...visible(run, scope.key), activationCount }, run.feel).value === true;
}

/**
 * BPMN 2.0 §13.4.3: every token elsewhere with a way to a flow that is empty also has a way to one that is not (ways through the
 * gateway itself do not count).
 */
function noneCanCome(run: Run, scope: ElementInstance, gateway: GraphElement, flows: readonly number[]): boolean {
  const reach = reachOf(graphOf(run, scope.graph), gateway);
  const marked = flows.filter((flow) => countAt(scope.joins, flow) > 0);
  for (const at of tokensElsewhere(run, scope, gateway.index)) {
    const reaches = (flow: number): boolean => must(reach.get(flow), 'reach of flow', flow).has(at);
    if (flows.some(reaches) && !marked.some(reaches)) {
      return false;
    }
  }
  return true;
}

/** Elements of the scope where a token is, on its way to, or waits at a join. */
function tokensElsewhere(run: Run, scope: ElementInstance, gateway: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const instance of run.draft.elements.values()) {
    if (instance.parent === scope.key) {
      found.add(instance.element);
    }
  }
  for (const token of run.queue.slice(run.head).filter((waiting) => waiting.scope === scope.key)) {
    found.add(token.element);
  }
  const { flows } = graphOf(run, scope.graph);
  for (const flow of Object.keys(scope.joins ?? {})) {
    found.add(must(flows[Number(flow)], 'flow', flow).target);
  }
  found.delete(gateway);
  return found;
}
