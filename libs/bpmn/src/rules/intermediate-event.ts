import { refuse } from '../drawing/place';
import { eachElement, kindsOf } from './model';
import type { Rule } from './rule';

const CAUGHT = ['message', 'timer', 'conditional', 'link', 'signal'];
const THROWN = ['message', 'escalation', 'compensate', 'link', 'signal'];

const catches = eachElement('bpmn:IntermediateCatchEvent', (element) => {
  const kinds = kindsOf(element);
  const wrong = kinds.filter((kind) => !CAUGHT.includes(kind));
  if (kinds.length > 0 && wrong.length === 0) {
    return [];
  }
  const reason = kinds.length === 0 ? 'none' : wrong.includes('compensate') ? 'compensation' : 'kind';
  return [refuse('catch-trigger-invalid', { element }, { reason, kinds, allowed: CAUGHT })];
});

const throws = eachElement('bpmn:IntermediateThrowEvent', (element) => {
  const wrong = kindsOf(element).filter((kind) => !THROWN.includes(kind));
  return wrong.length === 0 ? [] : [refuse('throw-trigger-invalid', { element }, { kinds: wrong, allowed: THROWN })];
});

/** What may be waited for, and what may be thrown, in the middle of a process. */
export const intermediateEvent: Rule = (drawing, surroundings) => [...catches(drawing, surroundings), ...throws(drawing, surroundings)];
