import type { JsonObject } from '@thidua/kernel';

/** Every code this room can answer, and the family it belongs to (engine.md 1.8). Codes are stable; sentences live in web. */
export const REFUSAL_FAMILIES = {
  'xml-warning': 'xml-warning',
  'xml-invalid': 'xml-warning',
  'xml-forbidden': 'xml-warning',
  'xml-character': 'xml-warning',
  'over-limit': 'over-limit',
  'dialect-not-native': 'dialect-not-native',
  'not-convertible': 'dialect-not-native',
  'extension-kept': 'xml-warning',
  'element-lost': 'xml-warning',
  'element-not-executed': 'element-not-executed',
  'attribute-not-executed': 'attribute-not-executed',
  'condition-not-executed': 'attribute-not-executed',
  'due-date-and-deadline': 'attribute-not-executed',
  'reference-missing': 'reference-missing',
  'correlation-key-missing': 'reference-missing',
  'job-type-missing': 'reference-missing',
  'expression-invalid': 'expression-invalid',
  'timer-invalid': 'expression-invalid',
  'target-invalid': 'expression-invalid',
  'collection-missing': 'expression-invalid',
  'process-missing': 'structure',
  'id-missing': 'structure',
  'assignee-missing': 'structure',
  'start-missing': 'structure',
  'start-ambiguous': 'structure',
  'start-has-incoming': 'structure',
  'start-trigger-invalid': 'structure',
  'end-has-outgoing': 'structure',
  'end-missing': 'structure',
  'boundary-has-incoming': 'structure',
  'boundary-unattached': 'structure',
  'event-subprocess-connected': 'structure',
  'flow-end-missing': 'structure',
  'flow-end-mismatch': 'structure',
  'flow-crosses-scope': 'structure',
  'incoming-missing': 'structure',
  'outgoing-missing': 'structure',
  'default-flow-invalid': 'structure',
  'condition-missing': 'structure',
  'gateway-direction-wrong': 'structure',
  'message-flow-wrong': 'structure',
  'element-unreachable': 'structure',
  'straight-through-loop': 'structure',
  'shape-missing': 'structure',
  unsound: 'unsound',
  'soundness-unknown': 'unsound',
  'legal-value-invalid': 'illegal-path',
  'authority-missing': 'illegal-path',
  'wrong-decider': 'illegal-path',
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
