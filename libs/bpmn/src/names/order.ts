import type { GraphElement, GraphFlow, ProcessGraph, ScopeElement } from '../graph';

/**
 * Answers whether one element can come after another in some run. Every element is entered and left: entering a scope begins what
 * stands in it, leaving its last member leaves it, and at any time its boundary events and event subprocesses may begin.
 */
export function orderOf(graph: ProcessGraph): (earlier: number, later: number) => boolean {
  const known = new Map<number, ReadonlySet<number>>();
  return (earlier, later) => {
    const reached = known.get(earlier) ?? afterLeaving(graph, earlier);
    known.set(earlier, reached);
    return reached.has(later);
  };
}

function afterLeaving(graph: ProcessGraph, start: number): ReadonlySet<number> {
  const entered = new Set<number>();
  const left = new Set<number>();
  const open: (() => void)[] = [];
  const enter = (index: number): void => {
    if (!entered.has(index)) {
      entered.add(index);
      open.push(() => {
        beginningsOf(elementAt(graph, index)).forEach(enter);
        leave(index);
      });
    }
  };
  const leave = (index: number): void => {
    if (!left.has(index)) {
      left.add(index);
      const element = elementAt(graph, index);
      open.push(() => {
        element.outgoing.forEach((flow) => {
          enter((graph.flows[flow] as GraphFlow).target);
        });
        interruptionsAround(graph, element).forEach(enter);
        if (element.scope !== index) {
          leave(element.scope);
        }
      });
    }
  };
  leave(start);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    step();
  }
  return entered;
}

function elementAt(graph: ProcessGraph, index: number): GraphElement {
  return graph.elements[index] as GraphElement;
}

/** What begins when an element is entered: the members of a scope, its boundary events, what undoes it. */
function beginningsOf(element: GraphElement): readonly number[] {
  const inside = 'starts' in element ? [...element.starts, ...element.eventSubProcesses] : [];
  const free = element.type === 'adHocSubProcess' ? element.adHoc.activities : [];
  return [...inside, ...free, ...element.boundaries, ...(element.compensation === undefined ? [] : [element.compensation])];
}

/** Boundary events and event subprocesses of the scopes around an element: they may begin once it is done. */
function interruptionsAround(graph: ProcessGraph, element: GraphElement): readonly number[] {
  const scope = elementAt(graph, element.scope) as GraphElement & ScopeElement;
  return [...scope.eventSubProcesses, ...scope.boundaries];
}
