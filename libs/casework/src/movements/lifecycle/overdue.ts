import { mayRunMovement, mayWorkFor } from '@thidua/access';
import { parseLocalDate } from '@thidua/kernel';
import type { WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { demandRunner, movementFor, partiesOf } from '../movement-at-hand';
import { todayOf } from '../work-views';
import { lateWorks, openUrging } from './letters';

/** What is late, for whoever runs the movement; a body sees what it is late with itself. */
export const movementOverdue: Handler<'movementOverdue'> = async (deps, { actor, params }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { standing, record } = movement;
  const verdict = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  const mine = actor.positions.map((position) => position.orgId);
  const late = (await lateWorks(deps, provinceId, record.id)).filter((work) => partiesOf(work, movement).some((id) => mine.includes(id)));
  const letters = await deps.stores.works.list(provinceId, { movementId: record.id, kinds: ['urging'], statuses: ['done'] });
  return {
    works: late.map((work) => ({
      ...{ workId: work.id, code: work.code, kind: work.kind, title: work.title, orgId: work.orgId, orgName: work.orgName },
      dueOn: work.dueOn ?? '',
      lateDays: lateDays(deps, provinceId, work),
      urgedOn: urgedOn(letters, work.id),
    })),
    mayUrge: verdict.allowed && record.state === 'in-force',
  };
};

export const urgeRecipients: Handler<'urgeRecipients'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  return once(deps, key, async (tx) => {
    const opened = await openUrging(deps, tx, movement, body, { actor, acting: { position } });
    return { workId: opened.id, code: opened.code, movementId: movement.record.id };
  });
};

/** Working days of the place since the day; null beyond its tables. */
function lateDays(deps: CaseworkDeps, provinceId: string, { dueOn }: WorkRecord): number | null {
  const [due, today] = [parseLocalDate(dueOn ?? ''), parseLocalDate(todayOf(deps))];
  const calendar = deps.calendars.of(provinceId);
  return due === undefined || today === undefined || ![due, today].every(({ year }) => calendar.years.includes(year))
    ? null
    : calendar.workingDaysBetween(due, today);
}

function urgedOn(letters: readonly WorkRecord[], workId: string): string | null {
  const days = letters.flatMap(({ facts }) => {
    const { workIds, sentOn } = facts;
    return Array.isArray(workIds) && workIds.includes(workId) && typeof sentOn === 'string' ? [sentOn] : [];
  });
  return days.toSorted().at(-1) ?? null;
}
