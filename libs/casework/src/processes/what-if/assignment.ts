import type { InstanceState } from '@thidua/runtime';
import type { JsonObject } from '@thidua/kernel';
import type { CaseworkDeps } from '../../deps';
import type { DiagramElement } from '../../tasks/load-task';
import { holderText, type Waiting } from '../../tasks/holders';

/** Whom a step would be for, read with the variables an element instance sees; undefined where they do not tell yet. */
export function assignmentAt(element: DiagramElement, variables: JsonObject, nowMs: number): Waiting | undefined {
  if (element.type !== 'userTask') {
    return undefined;
  }
  const { assignee, candidateGroups } = element.task;
  const person = assignee?.evaluate(variables, { nowMs }).value;
  if (typeof person === 'string' && person !== '') {
    return { candidateGroups: [], assignee: person };
  }
  const groups = candidateGroups?.evaluate(variables, { nowMs }).value;
  const known = Array.isArray(groups) ? groups.filter((group): group is string => typeof group === 'string') : [];
  return known.length === 0 ? undefined : { candidateGroups: known };
}

/** Variables as an element instance sees them: its scopes' from the outside in. */
export function variablesAt(state: InstanceState, key: number): JsonObject {
  const own = state.elements[String(key)];
  return own === undefined ? {} : { ...(own.parent === 0 ? {} : variablesAt(state, own.parent)), ...own.variables };
}

/** In words: people and posts; the lane's name where nobody is known yet. */
export async function whoText(
  deps: CaseworkDeps,
  provinceId: string,
  element: DiagramElement,
  waiting: Waiting | undefined,
): Promise<string | null> {
  const text = waiting === undefined ? '' : await holderText(deps, provinceId, waiting);
  return text === '' ? (element.lane?.name ?? null) : text;
}
