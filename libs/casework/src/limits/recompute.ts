import { isoOf } from '@thidua/kernel';
import type { TaskInTime, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { dueDays, dueDaysHash, dueDayView, moveDueDays, stepsInTime, type Recomputed } from './due-days';

/** Every open step that has a limit, with its due day as it stands and as today's calendar and law would have it. Nothing is written. */
export const dueDayChanges: Handler<'dueDayChanges'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  await refreshed(deps);
  const recomputed = await recompute(deps, provinceId, await deps.stores.recomputations.openTasks(provinceId));
  const applied = await deps.stores.recomputations.applied(provinceId);
  const names = new Map(
    (
      await deps.stores.people.persons(
        provinceId,
        applied.map((one) => one.appliedBy),
      )
    ).map((one) => [one.id, one.fullName]),
  );
  return {
    fingerprint: dueDaysHash(recomputed),
    tasks: recomputed.map(dueDayView),
    changed: recomputed.filter((one) => one.moved).length,
    applied: applied.map((one) => ({
      id: one.id,
      at: isoOf(one.appliedAt.getTime()),
      by: names.get(one.appliedBy) ?? '',
      reason: one.reason,
      tasks: one.tasks,
      changed: one.changed,
    })),
  };
};

/** Applies exactly what was seen, all of it or nothing, with a line in the trail of every dossier and round whose day moves (check 25). */
export const applyDueDayChanges: Handler<'applyDueDayChanges'> = async (deps, { actor, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId } = actor;
  await refreshed(deps);
  return once(deps, key, async (tx) => {
    const recomputed = await recompute(deps, provinceId, await deps.stores.recomputations.lockOpenTasks(tx, provinceId), tx);
    const fingerprint = dueDaysHash(recomputed);
    if (fingerprint !== body.fingerprint) {
      throw new Refused('due-days-stale');
    }
    const { id, changed } = await moveDueDays(deps, tx, { actor, position, reason: body.reason, fingerprint }, recomputed);
    return { id, tasks: recomputed.length, changed };
  });
};

async function refreshed({ calendars, law }: CaseworkDeps): Promise<void> {
  await Promise.all([calendars.refresh(), law.refresh()]);
}

async function recompute(deps: CaseworkDeps, provinceId: string, tasks: readonly TaskInTime[], tx?: Tx): Promise<readonly Recomputed[]> {
  return dueDays(await stepsInTime(deps, provinceId, tasks, tx), (orgId) => deps.calendars.of(provinceId, orgId));
}
