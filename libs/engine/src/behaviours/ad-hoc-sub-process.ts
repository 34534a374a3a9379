import type { Behaviour, ElementOf } from '../behaviour';
import type { Command, Rejection } from '../command';
import { completeElement } from '../complete';
import { instanceAt } from '../draft';
import { isFault, raiseIncident, resolveIncidentsOf, type Fault } from '../incidents';
import { elementAt } from '../plan';
import { elementOf, emit, graphOf, loadOf, pushToken, type Run } from '../run';
import { openEventStarts } from '../scopes';
import type { ElementInstance } from '../state';
import { terminateInside } from '../terminate';
import { evaluateAt, propagate } from '../variables';

type AdHoc = ElementOf<'adHocSubProcess'>;

/** Activities begun by name, in any order and number (BPMN 2.0 §13.3.5): those its expression lists, and those people begin while it runs. */
export const adHocSubProcess = {
  enter(run, node, element) {
    const begun = elementsToBegin(run, node, element);
    if (isFault(begun)) {
      raiseIncident(run, node, element, begun);
    } else if (openEventStarts(run, node.key, node, element)) {
      begin(run, node, element, begun);
    }
  },
  emptied,
  innerCompleted: afterInner,
} satisfies Behaviour<AdHoc>;

/** Commands the running subprocess to begin activities; an unknown one begins none. */
export function activateIn(run: Run, command: Extract<Command, { type: 'activate-ad-hoc' }>): Rejection | undefined {
  const found = openAdHoc(run, command.key);
  if (found === undefined) {
    return { code: 'ad-hoc-not-open', detail: String(command.key) };
  }
  const { node, element } = found;
  const indexes = indexesOf(run, node, element, command.elementIds);
  if (isFault(indexes)) {
    return { code: 'element-not-activatable', detail: indexes.detail };
  }
  propagate(run, node.key, command.variables);
  begin(run, node, element, indexes);
  return undefined;
}

export function finishAdHoc(run: Run, key: number): Rejection | undefined {
  const found = openAdHoc(run, key);
  if (found === undefined) {
    return { code: 'ad-hoc-not-open', detail: String(key) };
  }
  finish(run, found.node, found.element);
  return undefined;
}

/** After every activity inside: enough may have been done. */
function afterInner(run: Run, node: ElementInstance, element: AdHoc): void {
  const { key } = node;
  const condition = element.adHoc.completionCondition;
  if (condition === undefined || openAdHoc(run, key) === undefined) {
    return;
  }
  resolveIncidentsOf(run, key);
  const enough = evaluateAt(run, key, condition);
  if (typeof enough !== 'boolean') {
    const detail = `completion condition of '${element.id}' gives no true or false: ${condition.source}`;
    raiseIncident(run, node, element, { cause: 'completion-condition-broken', detail });
  } else if (enough && (element.adHoc.cancelRemaining || isEmptied(run, key))) {
    finish(run, node, element);
  }
}

/** Nothing is active inside: the next of a sequence begins, or all that was listed is done; without a list it waits for people. */
function emptied(run: Run, node: ElementInstance, element: AdHoc): void {
  const [first, ...rest] = node.queued ?? [];
  if (first !== undefined) {
    queue(run, node, rest);
    pushToken(run, node.key, node.graph, first);
  } else if (element.adHoc.activeElements !== undefined && element.adHoc.completionCondition === undefined) {
    finish(run, node, element);
  }
}

/** A broken completion condition was repaired. */
export function recheck(run: Run, key: number): void {
  const found = openAdHoc(run, key);
  if (found !== undefined) {
    afterInner(run, found.node, found.element);
  }
}

function begin(run: Run, node: ElementInstance, element: AdHoc, indexes: readonly number[]): void {
  const { key, graph } = node;
  if (element.adHoc.ordering === 'parallel') {
    indexes.forEach((index) => {
      pushToken(run, key, graph, index);
    });
  } else {
    queue(run, node, [...(instanceAt(run.draft, key).queued ?? []), ...indexes]);
  }
  if (isEmptied(run, key)) {
    emptied(run, instanceAt(run.draft, key), element);
  }
}

function queue(run: Run, node: ElementInstance, indexes: readonly number[]): void {
  const graph = graphOf(run, node.graph);
  emit(run, { v: 1, type: 'ad-hoc-queued', key: node.key, elements: indexes.map((index) => elementAt(graph, index).id) });
}

function finish(run: Run, node: ElementInstance, element: AdHoc): void {
  terminateInside(run, node.key);
  completeElement(run, instanceAt(run.draft, node.key), element);
}

function isEmptied(run: Run, key: number): boolean {
  const { children, tokens } = loadOf(run.loads, key);
  return children === 0 && tokens === 0;
}

function openAdHoc(run: Run, key: number): { readonly node: ElementInstance; readonly element: AdHoc } | undefined {
  const node = run.draft.elements.get(key);
  if (node === undefined || node.revived === true) {
    return undefined;
  }
  const element = elementOf(run, node);
  const isBody = element.multiInstance !== undefined && node.loopCounter === undefined;
  return element.type === 'adHocSubProcess' && !isBody && node.interrupted === undefined ? { node, element } : undefined;
}

function elementsToBegin(run: Run, node: ElementInstance, element: AdHoc): readonly number[] | Fault {
  const { activeElements } = element.adHoc;
  if (activeElements === undefined) {
    return [];
  }
  const ids = evaluateAt(run, node.key, activeElements);
  return Array.isArray(ids)
    ? indexesOf(run, node, element, ids)
    : { cause: 'ad-hoc-elements-not-list', detail: `active elements of '${element.id}' are no list: ${activeElements.source}` };
}

function indexesOf(run: Run, node: ElementInstance, element: AdHoc, ids: readonly unknown[]): readonly number[] | Fault {
  const { byId } = graphOf(run, node.graph);
  const indexes = ids.map((id) => byId.get(String(id)) ?? 0);
  const unknown = indexes.findIndex((index) => !element.adHoc.activities.includes(index));
  return unknown < 0
    ? indexes
    : { cause: 'ad-hoc-element-unknown', detail: `'${String(ids[unknown])}' is no activity of '${element.id}' that can be begun` };
}
