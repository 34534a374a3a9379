import type { ActingAs, Actor } from '@thidua/access';
import { newId } from '@thidua/runtime';
import type { ModelRecord, Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { jsonRecord } from '../../json-record';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { dueInstant } from '../due-instant';
import { demandWorker, workFor } from '../movement-at-hand';
import { openWork } from '../open-work';
import { todayOf } from '../work-views';
import { consentStands } from './model-at-hand';

/** Whom the standing office chose to publish, kept with the model's work until there is a consent. */
export interface Publishing {
  readonly publishers: readonly string[];
  readonly publishBy: string | null;
}

export function publishingOf({ facts }: Pick<WorkRecord, 'facts'>): Publishing {
  const { publishers, publishBy } = jsonRecord(facts);
  return {
    publishers: Array.isArray(publishers) ? publishers.filter((id) => typeof id === 'string') : [],
    publishBy: typeof publishBy === 'string' ? publishBy : null,
  };
}

/** A task for each body that is to publish a model and has none open; nothing happens without a consent. Answers how many were opened. */
export async function assignPublications(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, work, model }: { readonly provinceId: string; readonly work: WorkRecord; readonly model: ModelRecord },
  by?: { readonly actor: Actor; readonly acting: Pick<ActingAs, 'position'> },
): Promise<number> {
  if (model.state !== 'selected' || !consentStands(model)) {
    return 0;
  }
  const { publishers, publishBy } = publishingOf(work);
  const open = await deps.stores.works.list(provinceId, { parentId: work.id, kinds: ['publication'], statuses: ['open'] }, tx);
  const wanted = publishers.filter((orgId) => !open.some((one) => one.orgId === orgId && !isTakeDown(one)));
  for (const orgId of wanted) {
    await openWork(deps, tx, {
      ...{ provinceId, movementId: work.movementId, kind: 'publication', orgId, askedByOrgId: work.askedByOrg, parentId: work.id },
      ...{ title: 'Đăng, phát gương điển hình tiên tiến', dueOn: publishBy, year: work.year, process: 'nhiem-vu-ke-hoach' },
      variables: { dutyKind: 'publication', dueAt: dueInstant(deps, provinceId, publishBy) },
      ...(by === undefined ? {} : { actor: by }),
    });
  }
  return wanted.length;
}

export function isTakeDown({ facts }: Pick<WorkRecord, 'facts'>): boolean {
  return facts['takeDown'] === true;
}

/** Day, channel and address of one publication; what nobody agreed to is refused here and by the table itself. */
export const recordPublication: Handler<'recordPublication'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const { work } = await workFor(deps, actor, params['id'] ?? '');
  const position = demandWorker(actor, work);
  const today = todayOf(deps);
  if (work.kind !== 'publication' || isTakeDown(work) || work.parentId === null) {
    throw new Refused('not-found', { what: 'publication' });
  }
  const modelId = work.parentId;
  if (body.publishedOn > today) {
    throw new Refused('request-invalid', { fields: [{ path: 'publishedOn', problem: 'in-future', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const model = await deps.stores.models.lock(tx, provinceId, modelId);
    if (work.status !== 'open') {
      throw new Refused('state-conflict', { reason: 'work-ended', workId: work.id });
    }
    if (model === undefined || !consentStands(model) || body.publishedOn < (model.consentOn ?? '')) {
      throw new Refused('consent-missing', { modelId, what: 'publication', from: model?.consentOn ?? null });
    }
    if (body.withPhoto && !model.consentPhoto) {
      throw new Refused('consent-missing', { modelId, what: 'photo', from: null });
    }
    const id = newId(deps.clock);
    const { publishedOn, channel, link, withPhoto } = body;
    await deps.stores.publications.add(tx, provinceId, {
      ...{ id, workId: work.id, modelId, orgId: work.orgId, publishedOn, channel, link, withPhoto },
      ...{ recordedBy: actor.personId, atMs: deps.clock.nowMs() },
    });
    const facts = { publicationId: id, modelId, publishedOn };
    await note(deps, tx, actor, { on: 'movement-work', id: work.id, position, action: 'model-published', facts });
    return { done: true as const };
  });
};
