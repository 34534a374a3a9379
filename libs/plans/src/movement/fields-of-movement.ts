import type { Movement, PlanSource } from '@thidua/awards';
import type { AnyField } from '../plan-field';
import { field } from '../reading/plan-room';

/** A movement as the fields of a draft: for a copy or an amendment. Words and lines are those of the plan it was read from. */
export function fieldsOfMovement(movement: Movement): readonly AnyField[] {
  const { plan, name, launcher, carriedOutBy, period } = movement;
  const at = ({ quote, line }: PlanSource): PlanSource => ({ quote, line });
  return [
    field('number', plan.number, null, plan.number === null ? 'number' : null),
    field('date', plan.date, null, plan.date === null ? 'date' : null),
    field('issuer', plan.issuer, null),
    field('title', plan.title, null),
    field('name', name.value, at(name)),
    field('launcher', { level: launcher.level, body: launcher.body }, at(launcher)),
    field('carriedOutBy', { level: carriedOutBy.level, body: carriedOutBy.body }, at(carriedOutBy)),
    ...movement.parents.map(({ quote, line, ...value }) => field('parent', { ...value, names: [] }, { quote, line })),
    field('period', { start: period.start, end: period.end }, at(period)),
    ...movement.phases.map(({ quote, line, ...value }) => field('phase', value, { quote, line })),
    ...movement.audiences.map(({ quote, line, ...value }) => field('audience', value, { quote, line })),
    ...movement.menus.flatMap(({ occasions, items }) =>
      items.map(({ award, basis, ...where }) => field('menuItem', { occasions, award, basis }, at(where))),
    ),
    ...movement.standards.map(({ quote, line, ...value }) => field('standard', value, { quote, line })),
    ...movement.criteria.map(({ quote, line, ...value }) => field('criterion', value, { quote, line })),
    ...movement.rules.map(({ quote, line, ...value }) => field('rule', value, { quote, line })),
    ...movement.dossierParts.map(({ quote, line, ...value }) => field('dossierPart', value, { quote, line })),
    ...movement.reportDates.map(({ quote, line, ...value }) => field('report', value, { quote, line })),
    ...movement.roles.map(({ quote, line, ...value }) => field('role', value, { quote, line })),
  ];
}

/** A draft without a text: everything is asked for. */
export function blankFields(): readonly AnyField[] {
  return [
    field('number', null, null, 'number'),
    field('date', null, null, 'date'),
    field('issuer', null, null, 'issuer'),
    field('title', null, null, 'title'),
    field('name', null, null, 'name'),
    field('launcher', null, null, 'launcher'),
    field('carriedOutBy', null, null, 'issuer'),
    field('period', null, null, 'period'),
    field('unitPlans', null, null),
  ];
}
