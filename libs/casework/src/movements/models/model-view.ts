import { mayActForUnit, mayRunMovement, mayWorkFor, type Actor } from '@thidua/access';
import type { ModelView, PublicationView } from '@thidua/contract';
import type { Publication } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { consentStands, missingOf, type ModelAtHand } from './model-at-hand';

export async function modelView(deps: CaseworkDeps, actor: Actor, found: ModelAtHand): Promise<ModelView> {
  const { model, work, movement, tasks } = found;
  const publications = await deps.stores.publications.ofModels(actor.provinceId, [model.id]);
  const { id, name, title, audience, deeds, results, spread, state, reason, decidedOn, dossierId, version } = model;
  const ended = state === 'canceled' || state === 'not-selected';
  const own = mayWorkFor(actor, model.orgId).allowed;
  const run = mayRunMovement(actor, movement.standing.id).allowed;
  return {
    ...{ id, name, title, audience, deeds, results, spread, state, reason, decidedOn, dossierId, version },
    ...{ code: work.code, movementId: work.movementId, movementName: movement.record.content.name.value },
    ...{ orgId: model.orgId, orgName: model.orgName, kind: model.nomineeKind },
    subjectId: model.personId ?? model.subjectOrgId,
    hasPhoto: model.photoSha256 !== null,
    consent: {
      ...{ by: model.consentBy, on: model.consentOn, photo: model.consentPhoto, withdrawnOn: model.withdrawnOn },
      hasPaper: model.consentSha256 !== null,
      stands: consentStands(model),
    },
    publications: publications.map(publicationView),
    tasks: tasks.map((task) => ({ id: task.id, orgName: task.orgName, title: task.title, status: task.status, dueOn: task.dueOn })),
    missing: missingOf(model),
    may: {
      write: own && state === 'draft',
      consent: (own || run) && !ended,
      run,
      publish: tasks.some((task) => task.status === 'open' && mayWorkFor(actor, task.orgId).allowed),
      nominate: state === 'selected' && mayActForUnit(actor, model.orgId).allowed,
    },
  };
}

export function publicationView({ id, orgName, publishedOn, channel, link, withPhoto, takenDownOn }: Publication): PublicationView {
  return { id, orgName, publishedOn, channel, link, withPhoto, takenDownOn };
}
