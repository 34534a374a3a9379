import { mayWorkFor } from '@thidua/access';
import type { ModelTotals } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { movementFor, partiesOf } from '../movement-at-hand';
import { storedFile } from '../stored-file';
import { consentStands, modelFor } from './model-at-hand';
import { modelView } from './model-view';

/** Those of one's own bodies; whoever runs the movement sees all. */
export const movementModels: Handler<'movementModels'> = async (deps, { actor, params }) => {
  const { provinceId } = actor;
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const movementId = movement.record.id;
  const [all, works] = await Promise.all([
    deps.stores.models.ofMovement(provinceId, movementId),
    deps.stores.works.list(provinceId, { movementId, kinds: ['model', 'publication'] }),
  ]);
  const mine = new Set(actor.positions.map((position) => position.orgId));
  const byId = new Map(works.map((work) => [work.id, work]));
  const seen = all.filter((model) => {
    const work = byId.get(model.id);
    const asked = works.filter((one) => one.parentId === model.id).map((one) => one.orgId);
    return work !== undefined && [...partiesOf(work, movement), ...asked].some((id) => mine.has(id));
  });
  const publications = await deps.stores.publications.ofModels(
    provinceId,
    seen.map((model) => model.id),
  );
  return {
    models: seen.map((model) => ({
      ...{ id: model.id, code: byId.get(model.id)?.code ?? '', name: model.name, kind: model.nomineeKind, title: model.title },
      ...{ orgName: model.orgName, state: model.state, consents: consentStands(model) },
      publications: publications.filter((one) => one.modelId === model.id).length,
    })),
    totals: await modelCounts(deps, provinceId, { movementId, year: null }),
    bodies: movement.record.state === 'in-force' ? await bodiesOf(deps, actor) : [],
  };
};

/** Bodies in whose name the actor may introduce somebody; sight of the movement has been asked before. */
async function bodiesOf({ stores }: CaseworkDeps, actor: Parameters<typeof mayWorkFor>[0]): Promise<{ orgId: string; orgName: string }[]> {
  const ids = [...new Set(actor.positions.map((position) => position.orgId))].filter((id) => mayWorkFor(actor, id).allowed);
  const orgs = await Promise.all(ids.map((id) => stores.people.org(actor.provinceId, id)));
  return orgs.flatMap((org) => (org === undefined ? [] : [{ orgId: org.id, orgName: org.name }]));
}

/** What reports say of models: of one year, or of all (`year` null). */
export function modelCounts(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  asked: { readonly movementId: string; readonly year: number | null },
): Promise<ModelTotals> {
  return stores.models.totals(provinceId, asked);
}

export const movementModel: Handler<'movementModel'> = async (deps, { actor, params }) =>
  modelView(deps, actor, await modelFor(deps, actor, params['id'] ?? ''));

export const modelPhoto: Handler<'modelPhoto'> = async (deps, { actor, params }) => {
  const { model, work } = await modelFor(deps, actor, params['id'] ?? '');
  return storedFile(deps, actor.provinceId, model.photoSha256, `anh-${work.code}`);
};

export const consentPaper: Handler<'consentPaper'> = async (deps, { actor, params }) => {
  const { model, work } = await modelFor(deps, actor, params['id'] ?? '');
  return storedFile(deps, actor.provinceId, model.consentSha256, `dong-y-${work.code}`);
};
