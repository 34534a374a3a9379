import type { JsonObject } from '@thidua/kernel';

/** Every code this room can answer, and the family it belongs to (engine.md 1.8). Codes are stable; their sentences stand in `sentences/`. */
export const REFUSAL_FAMILIES = {
  'xml-warning': 'xml-warning',
  'xml-invalid': 'xml-warning',
  'xml-forbidden': 'xml-warning',
  'xml-character': 'xml-warning',
  'schema-invalid': 'xml-warning',
  'over-limit': 'over-limit',
  'dialect-not-native': 'dialect-not-native',
  'not-convertible': 'dialect-not-native',
  'extension-kept': 'xml-warning',
  'element-lost': 'xml-warning',
  'element-not-executed': 'element-not-executed',
  'attribute-not-executed': 'attribute-not-executed',
  'due-date-and-deadline': 'attribute-not-executed',
  'reference-missing': 'reference-missing',
  'reference-wrong-kind': 'reference-missing',
  'correlation-key-missing': 'reference-missing',
  'job-type-missing': 'reference-missing',
  'expression-invalid': 'expression-invalid',
  'name-unknown': 'expression-invalid',
  'timer-invalid': 'expression-invalid',
  'target-invalid': 'expression-invalid',
  'collection-missing': 'expression-invalid',
  'expression-not-formal': 'expression-invalid',
  'expression-empty': 'expression-invalid',
  'condition-not-boolean': 'expression-invalid',
  'uri-invalid': 'expression-invalid',
  'text-format-invalid': 'expression-invalid',
  'script-format-invalid': 'expression-invalid',
  'process-missing': 'structure',
  'id-missing': 'structure',
  'id-duplicate': 'structure',
  'assignee-missing': 'structure',
  'start-missing': 'structure',
  'start-has-incoming': 'structure',
  'start-trigger-invalid': 'structure',
  'event-subprocess-start-count': 'structure',
  'end-missing': 'structure',
  'end-has-outgoing': 'structure',
  'end-trigger-invalid': 'structure',
  'cancel-outside-transaction': 'structure',
  'cancel-boundary-missing': 'structure',
  'boundary-has-incoming': 'structure',
  'boundary-unattached': 'structure',
  'boundary-trigger-invalid': 'structure',
  'compensation-boundary-has-outgoing': 'structure',
  'catch-trigger-invalid': 'structure',
  'throw-trigger-invalid': 'structure',
  'link-invalid': 'structure',
  'link-connected': 'structure',
  'event-definition-borrowed': 'structure',
  'message-missing': 'structure',
  'escalation-code-missing': 'structure',
  'event-condition-missing': 'structure',
  'compensation-handler-missing': 'structure',
  'compensation-handler-unmarked': 'structure',
  'compensation-handler-connected': 'structure',
  'event-subprocess-connected': 'structure',
  'choreography-in-process': 'structure',
  'ad-hoc-invalid': 'structure',
  'loop-markers-several': 'structure',
  'loop-endless': 'structure',
  'flow-end-missing': 'structure',
  'flow-end-mismatch': 'structure',
  'flow-crosses-scope': 'structure',
  'flow-leaves-pool': 'structure',
  'flow-touches-artifact': 'structure',
  'flow-not-immediate': 'structure',
  'incoming-missing': 'structure',
  'outgoing-missing': 'structure',
  'default-flow-invalid': 'structure',
  'condition-missing': 'structure',
  'condition-on-only-flow': 'structure',
  'gateway-direction-wrong': 'structure',
  'gateway-without-choice': 'structure',
  'event-gateway-invalid': 'structure',
  'quantity-invalid': 'structure',
  'resource-role-invalid': 'structure',
  'called-process-start-missing': 'structure',
  'message-flow-wrong': 'structure',
  'multiplicity-invalid': 'structure',
  'collaboration-invalid': 'structure',
  'process-public': 'structure',
  'element-unreachable': 'structure',
  'straight-through-loop': 'structure',
  'shape-missing': 'structure',
  'call-data-differs': 'data',
  'io-binding-invalid': 'data',
  'loop-data-invalid': 'data',
  'operation-data-invalid': 'data',
  'io-set-invalid': 'data',
  'event-data-invalid': 'data',
  'collection-flag-differs': 'data',
  'data-state-name': 'data',
  'data-association-invalid': 'data',
  'subprocess-has-data': 'data',
  'property-misplaced': 'data',
  unsound: 'unsound',
  'soundness-unknown': 'unsound',
  'legal-value-invalid': 'illegal-path',
  'authority-missing': 'illegal-path',
  'wrong-decider': 'illegal-path',
  'decision-evaded': 'illegal-path',
  'wrong-performer': 'illegal-path',
  'limit-unlawful': 'illegal-path',
  'own-days-idle': 'illegal-path',
  'appraisal-missing': 'illegal-path',
  'council-missing': 'illegal-path',
  'numbering-before-signature': 'illegal-path',
  'latest-on-legal-path': 'illegal-path',
} as const;

export type RefusalCode = keyof typeof REFUSAL_FAMILIES;
export type RefusalFamily = (typeof REFUSAL_FAMILIES)[RefusalCode];

/**
 * One reason why a diagram may not be deployed (`error`) or should be looked at (`warning`).
 * `path` leads from the process to the place: `process[P]/userTask[U]/@startQuantity`.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly elementId?: string;
  readonly elementName?: string;
  /** As in the XML, with prefix: `bpmn:UserTask`. */
  readonly elementType?: string;
  readonly path: string;
  readonly detail: JsonObject;
  /** What would repair it, in English, for logs and tools. */
  readonly hint?: string;
  readonly severity: 'error' | 'warning';
  /** The constraints of the standard it breaks, by the ids of the public constraint list; absent on rules of this house. */
  readonly rules?: readonly string[];
}

/** Keeps the first of equal refusals and sets errors before warnings; order is otherwise that of discovery. */
export function orderRefusals(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string>();
  const unique = refusals.filter((refusal) => {
    const key = JSON.stringify([refusal.code, refusal.path, refusal.detail]);
    return !seen.has(key) && seen.add(key);
  });
  return [...unique.filter(isError), ...unique.filter((refusal) => !isError(refusal))];
}

export function isError(refusal: Refusal): boolean {
  return refusal.severity === 'error';
}
