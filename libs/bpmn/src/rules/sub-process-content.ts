import { refuse } from '../drawing/place';
import { elementsOf, flagOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachElement, enclosing, isA } from './model';
import type { Rule } from './rule';

const choreographies = eachElement('bpmn:ChoreographyActivity', (element) => {
  const reason = isA(element.$parent, 'bpmn:AdHocSubProcess')
    ? 'ad-hoc'
    : isA(element.$parent, 'bpmn:SubProcess')
      ? 'subprocess'
      : 'process';
  return enclosing(element, 'bpmn:Process') === undefined ? [] : [refuse('choreography-in-process', { element }, { reason })];
});

const adHocs = eachElement('bpmn:AdHocSubProcess', (element) => {
  const members = elementsOf(element, 'flowElements');
  const activities = members.filter((member) => isA(member, 'bpmn:Activity') && flagOf(member, 'isForCompensation') !== true);
  const events = members.filter((member) => isA(member, 'bpmn:StartEvent', 'bpmn:EndEvent'));
  return [
    ...(activities.length === 0 ? [refuse('ad-hoc-invalid', { element }, { reason: 'no-activity' })] : []),
    ...events.map((event): Refusal => refuse('ad-hoc-invalid', { element: event }, { reason: 'event' })),
  ];
});

/** Processes hold no choreography; what may be done in any order needs something to do, and neither start nor end. */
export const subProcessContent: Rule = (drawing, surroundings) => [
  ...choreographies(drawing, surroundings),
  ...adHocs(drawing, surroundings),
];
