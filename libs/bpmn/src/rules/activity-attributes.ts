import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import { eachElement, placeOf } from './model';
import type { Rule } from './rule';

const QUANTITIES = [
  ['startQuantity', 'start'],
  ['completionQuantity', 'completion'],
] as const;

const quantities = eachElement('bpmn:Activity', (element) =>
  QUANTITIES.filter(([name]) => !isPositive(element[name])).map(([name, reason]) =>
    refuse('quantity-invalid', { element, below: `@${name}` }, { reason, value: String(element[name]) }),
  ),
);

const roles = eachElement('bpmn:ResourceRole', (role) => {
  const [named, computed] = [elementOf(role, 'resourceRef'), elementOf(role, 'resourceAssignmentExpression')];
  const place = placeOf(role);
  return [
    ...(named !== undefined && computed !== undefined ? [refuse('resource-role-invalid', place, { reason: 'both' })] : []),
    ...(named === undefined && elementsOf(role, 'resourceParameterBindings').length > 0
      ? [refuse('resource-role-invalid', place, { reason: 'bindings' })]
      : []),
  ];
});

/** Token quantities are at least one; a resource role names a resource or computes one, and binds parameters of what it names. */
export const activityAttributes: Rule = (drawing, surroundings) => [...quantities(drawing, surroundings), ...roles(drawing, surroundings)];

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value >= 1;
}
