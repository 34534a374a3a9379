import type { Actor } from '@thidua/access';
import type { InspectionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner } from '../movement-at-hand';
import { isStepOpen } from '../step-open';
import { bodiesToInspect, postsForTeam } from './inspection-choices';
import { inspectionFor, type InspectionAtHand } from './inspection-at-hand';

/** What is looked at, where and when; kept as often as people like while the plan is drawn up. */
export const saveInspectionPlan: Handler<'saveInspectionPlan'> = async (deps, { actor, params, body, key }) => {
  const found = await inspectionFor(deps, actor, params['id'] ?? '');
  const { version, periodFrom, periodTo, items, bodies } = body;
  const known = new Set((await bodiesToInspect(deps, found.movement)).map(({ orgId }) => orgId));
  const wrong = [
    ...(new Set(items.map(({ id }) => id)).size < items.length ? ['items'] : []),
    ...(new Set(bodies.map(({ orgId }) => orgId)).size < bodies.length ? ['bodies'] : []),
    ...bodies.flatMap(({ orgId }, at) => (known.has(orgId) ? [] : [`bodies.${String(at)}.orgId`])),
    ...(periodFrom !== null && periodTo !== null && periodFrom > periodTo ? ['periodTo'] : []),
  ];
  demandNothingWrong(wrong);
  return once(deps, key, (tx) =>
    save(deps, tx, {
      actor,
      found,
      step: 'lap-ke-hoach-kiem-tra',
      to: { ...found.inspection, version, periodFrom, periodTo, items, bodies },
    }),
  );
};

/** Who goes; the leader signs the minutes by a post of the bodies that inspect. */
export const saveInspectionTeam: Handler<'saveInspectionTeam'> = async (deps, { actor, params, body, key }) => {
  const found = await inspectionFor(deps, actor, params['id'] ?? '');
  const { version, team } = body;
  const posts = new Set((await postsForTeam(deps, found.movement)).map(({ positionId }) => positionId));
  const wrong = [
    ...team.flatMap(({ positionId }, at) => (positionId === null || posts.has(positionId) ? [] : [`team.${String(at)}.positionId`])),
    ...(team.filter(({ role }) => role === 'leader').length > 1 ? ['team'] : []),
  ];
  demandNothingWrong(wrong);
  return once(deps, key, (tx) => save(deps, tx, { actor, found, step: 'lap-doan-kiem-tra', to: { ...found.inspection, version, team } }));
};

interface Saving {
  readonly actor: Actor;
  readonly found: InspectionAtHand;
  readonly step: string;
  readonly to: InspectionRecord;
}

async function save(deps: CaseworkDeps, tx: Tx, { actor, found, step, to }: Saving): Promise<{ readonly version: number }> {
  const position = demandRunner(actor, found.movement);
  const { provinceId } = actor;
  if (!(await isStepOpen(deps, provinceId, found.work, step, tx))) {
    throw new Refused('state-conflict', { reason: 'step-not-open', workId: found.work.id });
  }
  if (!(await deps.stores.inspections.save(tx, provinceId, to))) {
    throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: found.work.id });
  }
  await note(deps, tx, actor, {
    on: 'movement-work',
    id: found.work.id,
    position,
    action: 'inspection-plan-saved',
    facts: { workId: found.work.id, step, items: to.items.length, bodies: to.bodies.map(({ orgId }) => orgId), team: to.team.length },
  });
  return { version: to.version + 1 };
}

function demandNothingWrong(fields: readonly string[]): void {
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields: fields.map((path) => ({ path, problem: 'not a choice', kind: 'custom' })) });
  }
}
