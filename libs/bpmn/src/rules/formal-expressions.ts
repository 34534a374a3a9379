import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, isA, itemOf, placeOf, written } from './model';
import type { Rule } from './rule';
import { isTimerText } from './timer-definition';
import { isUri } from './text-formats';

/** Conditions told by a rule of their own when they are empty. */
const OWN_SENTENCE = ['bpmn:SequenceFlow', 'bpmn:ConditionalEventDefinition'];

/**
 * What runs is written for a machine: every expression is formal, has a text, and names its language by a URI. Conditions that
 * end a loop are boolean.
 */
export const formalExpressions: Rule = (drawing) => [
  ...allOf(drawing, 'bpmn:Expression').flatMap(checkExpression),
  ...allOf(drawing, 'bpmn:MultiInstanceLoopCharacteristics').flatMap((loop) => checkBoolean(loop, 'completion')),
  ...allOf(drawing, 'bpmn:AdHocSubProcess').flatMap((element) => checkBoolean(element, 'completion')),
  ...allOf(drawing, 'bpmn:ComplexBehaviorDefinition').flatMap((behavior) => checkBoolean(behavior, 'complex')),
  ...checkLanguage(drawing.root, 'expressionLanguage'),
];

function checkExpression(expression: ModdleElement): readonly Refusal[] {
  const body = written(expression, 'body');
  const place = placeOf(expression);
  const formal = isA(expression, 'bpmn:FormalExpression');
  const timer = isA(expression.$parent, 'bpmn:TimerEventDefinition') && isTimerText(body);
  const empty = body === '' && (formal || !isA(expression.$parent, ...OWN_SENTENCE));
  return [
    ...(formal || timer || body === '' ? [] : [refuse('expression-not-formal', place, { text: body.slice(0, 100) })]),
    ...(empty ? [refuse('expression-empty', place)] : []),
    ...checkLanguage(expression, 'language'),
  ];
}

function checkLanguage(element: ModdleElement, attribute: string): readonly Refusal[] {
  const language = textOf(element, attribute);
  if (language === undefined || isUri(language)) {
    return [];
  }
  return [refuse('uri-invalid', placeOf(element, `@${attribute}`), { reason: 'expression-language', value: language })];
}

function checkBoolean(holder: ModdleElement, reason: 'completion' | 'complex'): readonly Refusal[] {
  const condition = elementOf(holder, reason === 'completion' ? 'completionCondition' : 'condition');
  if (condition === undefined || isBoolean(condition)) {
    return [];
  }
  return [refuse('condition-not-boolean', placeOf(condition), { reason, text: written(condition, 'body').slice(0, 100) })];
}

/** By its declared type, and by its text when that is plainly a number or a string. */
function isBoolean(condition: ModdleElement): boolean {
  const type = textOf(elementOf(condition, 'evaluatesToTypeRef') ?? itemOf(condition), 'structureRef');
  const literal = /^=?\s*(-?\d+(\.\d+)?|"[^"]*")$/.test(written(condition, 'body'));
  return !literal && (type === undefined || /\bbool(ean)?$/i.test(type));
}
