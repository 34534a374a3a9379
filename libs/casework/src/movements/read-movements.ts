import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { MovementDetail } from '@thidua/contract';
import { openQuestions } from '@thidua/plans';
import type { MovementRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { movementFor, partiesOf, workFor } from './movement-at-hand';
import { todayOf, workSummary, workView } from './work-views';

export const movementDetail: Handler<'movementDetail'> = async (deps, { actor, params }): Promise<MovementDetail> => {
  const { record, org, standing } = await movementFor(deps, actor, params['id'] ?? '');
  const { content, id, state, version, source } = record;
  const { launcher, plan, period, phases } = content;
  const children = await deps.stores.movements.childrenOf(record.provinceId, id);
  return {
    ...{ id, state, version, source, name: content.name.value, orgId: org.id, orgName: org.name },
    launcher: { level: launcher.level, body: launcher.body },
    plan: { title: plan.title, number: plan.number, date: plan.date, paperId: record.planPaperId },
    period: { start: period.start, end: period.end },
    phases: phases.map(({ number, start, end, review, reviewYear }) => ({ number, start, end, review, reviewYear })),
    questions: [...openQuestions(content, record.planPaperId !== null)],
    parents: [...(await chainAbove(deps, record))],
    children: children.map((child) => ({
      id: child.id,
      name: child.content.name.value,
      body: child.content.carriedOutBy.body,
      state: child.state,
    })),
    may: {
      run: standing.level === 'UNIT' ? mayWorkFor(actor, standing.id).allowed : mayRunMovement(actor, standing.id).allowed,
      work: mayWorkFor(actor, org.id).allowed,
    },
  };
};

/** Nearest first: movements of this province, and at the end whoever launched it where that is nobody we hold. */
async function chainAbove({ stores }: CaseworkDeps, record: MovementRecord): Promise<MovementDetail['parents']> {
  const parent = record.parentId === null ? undefined : await stores.movements.byId(record.provinceId, record.parentId);
  if (parent === undefined) {
    const { launcher, carriedOutBy, name } = record.content;
    return launcher.body === carriedOutBy.body ? [] : [{ id: null, name: name.value, body: launcher.body }];
  }
  const { name, carriedOutBy } = parent.content;
  return [{ id: parent.id, name: name.value, body: carriedOutBy.body }, ...(await chainAbove({ stores } as CaseworkDeps, parent))];
}

export const movementWorks: Handler<'movementWorks'> = async (deps, { actor, params, query }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const found = await deps.stores.works.list(actor.provinceId, {
    movementId: movement.record.id,
    ...(query.kind === undefined ? {} : { kinds: [query.kind] }),
    ...(query.status === undefined ? {} : { statuses: [query.status] }),
    ...(query.parent === undefined ? {} : { parentId: query.parent }),
  });
  const mine = new Set(actor.positions.map((position) => position.orgId));
  const today = todayOf(deps);
  return { works: found.filter((work) => partiesOf(work, movement).some((id) => mine.has(id))).map((work) => workSummary(work, today)) };
};

export const movementWork: Handler<'movementWork'> = async (deps, { actor, params }) =>
  workView(deps, actor, await workFor(deps, actor, params['id'] ?? ''));
