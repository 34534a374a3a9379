import type { GraphElement } from '@thidua/bpmn';
import { emit, type Run } from './run';
import type { ElementInstance } from './state';

/**
 * Why the process needs a human, and where it goes on when the cause is repaired: `enter` the element again, choose its
 * `flows` again, ask the `loop` condition again, or that of an `ad-hoc` subprocess. An incident with a job makes that job again, whatever its cause.
 */
export const INCIDENT_CAUSES = {
  'no-flow-chosen': 'flows',
  'condition-not-boolean': 'flows',
  'completion-condition-not-boolean': 'loop',
  'loop-condition-not-boolean': 'loop',
  'collection-not-list': 'enter',
  'cardinality-not-number': 'enter',
  'ad-hoc-elements-not-list': 'enter',
  'ad-hoc-element-unknown': 'enter',
  'completion-condition-broken': 'ad-hoc',
  'signal-not-text': 'enter',
  'script-failed': 'enter',
  'assignee-not-text': 'enter',
  'candidate-groups-not-list': 'enter',
  'due-date-not-date': 'enter',
  'priority-not-number': 'enter',
  'job-type-not-text': 'enter',
  'timer-not-readable': 'enter',
  'correlation-key-missing': 'enter',
  'decision-failed': 'enter',
  'called-process-unknown': 'enter',
  'called-process-not-startable': 'enter',
  'call-too-deep': 'enter',
  'error-uncaught': 'enter',
} as const satisfies Record<string, 'enter' | 'flows' | 'loop' | 'ad-hoc'>;

export type IncidentCause = keyof typeof INCIDENT_CAUSES;

/** An expected failure on the way to an incident. `detail` names expressions and elements, never values of variables. */
export interface Fault {
  readonly cause: IncidentCause;
  readonly detail: string;
}

/** `cause` is ours or, for a failed job, the worker's. */
export interface IncidentReport {
  readonly cause: string;
  readonly detail: string;
  readonly jobId?: string;
}

export function raiseIncident(run: Run, node: ElementInstance, element: GraphElement, report: IncidentReport): void {
  const incidentId = run.env.newId();
  const { cause, detail, jobId } = report;
  const facts = { incidentId, key: node.key, element: element.id, cause, detail };
  emit(run, jobId === undefined ? { v: 1, type: 'incident-raised', ...facts } : { v: 1, type: 'incident-raised', ...facts, jobId });
  run.effects.push({ type: 'raise-incident', incidentId, elementId: element.id, cause, detail });
}

export function resolveIncident(run: Run, incidentId: string): void {
  emit(run, { v: 1, type: 'incident-resolved', incidentId });
  run.effects.push({ type: 'resolve-incident', incidentId });
}

/** An element that ends, or is tried again, has no incident left. */
export function resolveIncidentsOf(run: Run, key: number): void {
  if (run.draft.incidents.size === 0) {
    return;
  }
  for (const [incidentId, incident] of [...run.draft.incidents]) {
    if (incident.key === key) {
      resolveIncident(run, incidentId);
    }
  }
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'cause' in value;
}
