import { mayRunMovement, type Actor } from '@thidua/access';
import type { DutyList } from '@thidua/contract';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { Refused } from '../../refused';
import { movementFor, partiesOf, workFor, type MovementAtHand } from '../movement-at-hand';
import { storedFile } from '../stored-file';
import { dutyView, type DutyAtHand } from './duty-view';
import { bodiesOf, bodyMeant, isAskedOnly } from './plan-roles';

/** Duties of one's own bodies; whoever runs the movement sees all, and what the plan gives out that nobody has been told yet. */
export const movementDuties: Handler<'movementDuties'> = async (deps, { actor, params }): Promise<DutyList> => {
  const { provinceId } = actor;
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const works = await deps.stores.works.list(provinceId, { movementId: movement.record.id, kinds: ['duty'] });
  const mine = new Set(actor.positions.map((position) => position.orgId));
  const seen = works.filter((work) => partiesOf(work, movement).some((id) => mine.has(id)));
  const records = await deps.stores.duties.byIds(
    provinceId,
    seen.map((work) => work.id),
  );
  const bodies = await bodiesOf(deps, movement);
  const duties = await Promise.all(
    seen.flatMap((work) => {
      const duty = records.find((one) => one.id === work.id);
      return duty === undefined ? [] : [dutyView(deps, actor, movement, { duty, work, org: bodies.find((one) => one.id === work.orgId) })];
    }),
  );
  const running = duties.filter((duty) => duty.status !== 'canceled');
  const runs = mayRunMovement(actor, movement.standing.id).allowed;
  const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return {
    duties,
    roles: movement.record.content.roles.map(({ role, body, quote, line }) => ({
      ...{ role, body, quote, line: line.from },
      orgId: bodyMeant(body, bodies)?.id ?? null,
      assigned: running.some((duty) => duty.role === role && (duty.planLine === line.from || duty.planLine === null)),
    })),
    orgs: runs ? bodies.map((org) => ({ id: org.id, name: org.name, cooperation: isAskedOnly(org) })) : [],
    totals: {
      ...{ planned: sum(running.map((duty) => duty.planned)), spent: sum(running.map((duty) => duty.spent)) },
      ...{ open: running.filter((duty) => duty.status === 'open').length, late: running.filter((duty) => duty.late).length },
    },
    may: { assign: runs && movement.record.state === 'in-force' },
  };
};

export const movementDuty: Handler<'movementDuty'> = async (deps, { actor, params }) => {
  const { movement, ...found } = await dutyFor(deps, actor, params['id'] ?? '');
  return dutyView(deps, actor, movement, found);
};

export const dutyFile: Handler<'dutyFile'> = async (deps, { actor, params }) => {
  const { duty, work } = await dutyFor(deps, actor, params['id'] ?? '');
  return storedFile(deps, actor.provinceId, duty.fileSha256, `ket-qua-${work.code}`);
};

/** @throws Refused not-found */
export async function dutyFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<DutyAtHand & { readonly movement: MovementAtHand }> {
  const { work, movement } = await workFor(deps, actor, id);
  const duty = await deps.stores.duties.byId(actor.provinceId, work.id);
  if (duty === undefined) {
    throw new Refused('not-found', { what: 'duty' });
  }
  return { duty, work, movement, org: await deps.stores.people.org(actor.provinceId, work.orgId) };
}
