import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { MovementIndex } from '@thidua/contract';
import type { Handler } from '../handler';
import { sightOver, type MovementAtHand } from './movement-at-hand';
import { todayOf } from './work-views';

/** Movements of one's own bodies, of those above and below them; what waits in each counts the works of one's own bodies. */
export const movementIndex: Handler<'movementIndex'> = async (deps, { actor }): Promise<MovementIndex> => {
  const { provinceId } = actor;
  const { stores } = deps;
  const mine = actor.positions.map((position) => position.orgId);
  const [records, orgs, works, { department }] = await Promise.all([
    stores.movements.ofProvince(provinceId),
    stores.people.orgs(provinceId),
    stores.works.list(provinceId, { orgIds: mine, statuses: ['open', 'submitted'] }),
    stores.people.seats(provinceId),
  ]);
  const sees = sightOver(orgs);
  const found = records.flatMap((record): readonly MovementAtHand[] => {
    const org = orgs.find((one) => one.id === record.orgId);
    return org === undefined ? [] : [{ record, org, standing: org.kind === 'province' ? (department ?? org) : org }];
  });
  const today = todayOf(deps);
  return {
    movements: found
      .filter((one) => one.record.state !== 'dropped' && sees(actor, one))
      .map(({ record, org, standing }) => {
        const open = works.filter((work) => work.movementId === record.id && work.status === 'open');
        const { name, launcher, period } = record.content;
        return {
          ...{ id: record.id, name: name.value, orgName: org.name, launcher: launcher.body, state: record.state },
          period: [period.start, period.end].filter((part) => part !== null).join(' - '),
          runs: standing.level === 'UNIT' ? mayWorkFor(actor, standing.id).allowed : mayRunMovement(actor, standing.id).allowed,
          openWorks: open.length,
          lateWorks: open.filter((work) => work.dueOn !== null && work.dueOn < today).length,
        };
      }),
  };
};
