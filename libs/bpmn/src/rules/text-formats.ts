import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, placeOf } from './model';
import type { Rule } from './rule';

const MIME = /^[\w.+-]+\/[\w.+-]+(\s*;\s*[\w.-]+=("[^"]*"|[\w.+-]+))*$/;
const URI = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-fA-F]{2})+$/;

/** Attributes whose text has a form of its own: MIME types of texts and scripts, the URI of a transaction method. */
export const textFormats: Rule = (drawing) => [
  ...allOf(drawing, 'bpmn:Documentation').flatMap((element) => checkText(element, 'documentation')),
  ...allOf(drawing, 'bpmn:TextAnnotation').flatMap((element) => checkText(element, 'annotation')),
  ...allOf(drawing, 'bpmn:ScriptTask').flatMap(checkScript),
  ...allOf(drawing, 'bpmn:Transaction').flatMap(checkMethod),
];

/** Absolute or relative, with every odd character escaped. */
export function isUri(text: string): boolean {
  return URI.test(text);
}

function checkText(element: ModdleElement, reason: string): readonly Refusal[] {
  const value = textOf(element, 'textFormat');
  if (value === undefined || MIME.test(value)) {
    return [];
  }
  return [refuse('text-format-invalid', placeOf(element, '@textFormat'), { reason, value })];
}

function checkScript(element: ModdleElement): readonly Refusal[] {
  const format = textOf(element, 'scriptFormat');
  const place = { element, below: '@scriptFormat' };
  if (format === undefined) {
    return textOf(element, 'script') === undefined ? [] : [refuse('script-format-invalid', place, { reason: 'missing' })];
  }
  return MIME.test(format) ? [] : [refuse('script-format-invalid', place, { reason: 'not-mime', value: format })];
}

function checkMethod(element: ModdleElement): readonly Refusal[] {
  const value = textOf(element, 'method');
  return value === undefined || isUri(value)
    ? []
    : [refuse('uri-invalid', { element, below: '@method' }, { reason: 'transaction-method', value })];
}
