import type { JsonObject } from '@thidua/kernel';

/** A task as verbs see it: the row, and what its diagram says of the element. */
export interface TaskRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly processKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly step: string | null;
  readonly formId: string | null;
  readonly status: 'open' | 'completed' | 'canceled';
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  readonly dueMs: number | null;
  readonly version: number;
  readonly orgId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly createdMs: number;
  readonly local: JsonObject;
  /** Paper kinds made or signed here (`thidua:document`). */
  readonly documents: readonly string[];
  /** `thidua:authority`, when the step is one of competence. */
  readonly authority: { readonly level: string; readonly role: string; readonly power: string } | null;
}
