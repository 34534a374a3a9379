import type { JsonObject } from '@thidua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { textOf } from '../moddle/access';
import type { Refusal, RefusalCode } from '../refusal';

/** Where a refusal points: an element, and below it a property or extension. */
export interface Place {
  readonly element: ModdleElement;
  readonly below?: string;
}

export interface RefusalOptions {
  readonly hint?: string;
  readonly severity?: 'error' | 'warning';
}

/** Builds a refusal that names the element: id, name, type and path from the process down. */
export function refuse(code: RefusalCode, place: Place, detail: JsonObject = {}, options: RefusalOptions = {}): Refusal {
  const { element, below } = place;
  const name = textOf(element, 'name');
  return {
    code,
    ...elementIdOf(element),
    ...(name === undefined ? {} : { elementName: name }),
    elementType: element.$type,
    path: [...pathOf(element), ...(below === undefined ? [] : [below])].join('/'),
    detail,
    ...(options.hint === undefined ? {} : { hint: options.hint }),
    severity: options.severity ?? 'error',
  };
}

/** Of the element itself, or of the nearest around it: what a person can select. */
function elementIdOf(element: ModdleElement): { readonly elementId?: string } {
  if (element.id !== undefined) {
    return { elementId: element.id };
  }
  return element.$parent === undefined ? {} : elementIdOf(element.$parent);
}

function pathOf(element: ModdleElement): readonly string[] {
  const parent = element.$parent;
  const own = `${shortType(element.$type)}${element.id === undefined ? '' : `[${element.id}]`}`;
  return parent === undefined || parent.$type === 'bpmn:Definitions' ? [own] : [...pathOf(parent), own];
}

function shortType(type: string): string {
  const local = type.slice(type.indexOf(':') + 1);
  return local.charAt(0).toLowerCase() + local.slice(1);
}
