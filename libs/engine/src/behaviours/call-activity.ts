import type { ProcessGraph } from '@thidua/bpmn';
import type { Behaviour, ElementOf } from '../behaviour';
import { instanceAt } from '../draft';
import { raiseIncident } from '../incidents';
import { elementAt, planOf } from '../plan';
import { activate, emit, graphOf, setVariables, type Run } from '../run';
import { openScope } from '../scopes';
import { noneStarts, startsAlone } from '../starts';
import type { ElementInstance } from '../state';
import { applyData, visible } from '../variables';

/** A process that calls itself without end would otherwise eat the stack before the step cap. */
const DEEPEST_CALL = 50;

/** Another process inside this instance: it begins with a copy of all the caller sees, or with what the input mappings hand in alone. */
export const callActivity = {
  enter(run, node, element) {
    const bound = run.env.called(element.call.processId, node.graph, element.id);
    if (bound === undefined) {
      const detail = `'${element.id}' calls process '${element.call.processId}', which is not deployed`;
      raiseIncident(run, node, element, { cause: 'called-process-unknown', detail });
      return;
    }
    const starts = noneStarts(bound.graph);
    if (!startsAlone(bound.graph)) {
      const detail = `process '${element.call.processId}' has ${starts.length} plain start events, a called process needs one`;
      raiseIncident(run, node, element, { cause: 'called-process-not-startable', detail });
      return;
    }
    if (depth(run, node) > DEEPEST_CALL) {
      raiseIncident(run, node, element, { cause: 'call-too-deep', detail: `'${element.id}' lies ${DEEPEST_CALL} calls deep` });
      return;
    }
    const graph = bind(run, bound.definitionId, bound.graph);
    const scope = activate(run, node.key, graph, elementAt(graphOf(run, graph), 0));
    setVariables(run, scope.key, element.call.seesAll ? visible(run, node.key) : (instanceAt(run.draft, node.key).variables ?? {}));
    applyData(run, scope.key, elementAt(bound.graph, 0));
    openScope(run, scope, starts);
  },
} satisfies Behaviour<ElementOf<'callActivity'>>;

function bind(run: Run, definitionId: string, graph: ProcessGraph): number {
  const known = run.draft.graphs.indexOf(definitionId);
  if (known >= 0) {
    return known;
  }
  const index = run.draft.graphs.length;
  run.plans[index] = planOf(graph);
  emit(run, { v: 1, type: 'graph-bound', graph: index, definitionId });
  return index;
}

function depth(run: Run, node: ElementInstance): number {
  let calls = 0;
  for (let at: ElementInstance | undefined = node; at !== undefined; at = run.draft.elements.get(at.parent)) {
    calls += at.element === 0 ? 1 : 0;
  }
  return calls;
}
