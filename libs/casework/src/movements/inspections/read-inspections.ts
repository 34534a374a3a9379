import type { Actor } from '@thidua/access';
import type { InspectedUnitSummary, InspectionList, InspectionView } from '@thidua/contract';
import type { WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { inTurn } from '../../in-turn';
import { movementFor, partiesOf } from '../movement-at-hand';
import { isStepOpen } from '../step-open';
import { todayOf } from '../work-views';
import { inspectionFor, inspectorPost } from './inspection-at-hand';
import { bodiesToInspect, postsForTeam } from './inspection-choices';
import { unitSummary } from './unit-summary';

/** Inspections of a movement: all of them for whoever runs it, a body's own for the body. */
export const inspections: Handler<'inspections'> = async (deps, { actor, params }): Promise<InspectionList> => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const works = await deps.stores.works.list(provinceId, { movementId: movement.record.id, kinds: ['inspection', 'inspected-unit'] });
  const mine = new Set(actor.positions.map(({ orgId }) => orgId));
  const isMine = (work: WorkRecord): boolean => partiesOf(work, movement).some((id) => mine.has(id));
  const units = works.filter((work) => work.kind === 'inspected-unit' && isMine(work));
  const told = works.filter((work) => work.kind === 'inspection' && (isMine(work) || units.some(({ parentId }) => parentId === work.id)));
  return {
    inspections: await inTurn(told, async (work) => ({
      ...{ workId: work.id, code: work.code, year: work.year ?? 0, title: work.title, status: work.status },
      units: [...(await summaries(deps, actor, work.id, units))],
    })),
    may: { open: movement.record.state === 'in-force' && inspectorPost(actor, movement) !== undefined },
  };
};

export const inspection: Handler<'inspection'> = async (deps, { actor, params }): Promise<InspectionView> => {
  const found = await inspectionFor(deps, actor, params['id'] ?? '');
  const { work, movement, inspection: plan } = found;
  const { provinceId } = actor;
  const runs = inspectorPost(actor, movement) !== undefined;
  const [bodies, posts] = runs ? await Promise.all([bodiesToInspect(deps, movement), postsForTeam(deps, movement)]) : [[], []];
  const children = await deps.stores.works.list(provinceId, { parentId: work.id, kinds: ['inspected-unit'] });
  const nameOf = new Map((await deps.stores.people.orgs(provinceId)).map((org) => [org.id, org.name]));
  return {
    ...{ workId: work.id, code: work.code, year: work.year ?? 0, status: work.status, version: plan.version },
    ...{ periodFrom: plan.periodFrom, periodTo: plan.periodTo, items: [...plan.items], team: [...plan.team] },
    bodies: plan.bodies.map((body) => ({ ...body, orgName: nameOf.get(body.orgId) ?? '' })),
    units: [...(await summaries(deps, actor, work.id, children))],
    choices: { bodies: [...bodies], posts: [...posts] },
    may: {
      plan: runs && (await isStepOpen(deps, provinceId, work, 'lap-ke-hoach-kiem-tra')),
      team: runs && (await isStepOpen(deps, provinceId, work, 'lap-doan-kiem-tra')),
    },
  };
};

async function summaries(
  deps: CaseworkDeps,
  { provinceId }: Actor,
  inspectionId: string,
  works: readonly WorkRecord[],
): Promise<readonly InspectedUnitSummary[]> {
  const units = await deps.stores.inspections.unitsOf(provinceId, inspectionId);
  const seen = units.flatMap((unit) => {
    const work = works.find(({ id }) => id === unit.id);
    return work === undefined ? [] : [{ unit, work }];
  });
  return inTurn(seen, async ({ unit, work }) =>
    unitSummary(unit, work, await deps.stores.inspections.findings(provinceId, unit.id), todayOf(deps)),
  );
}
