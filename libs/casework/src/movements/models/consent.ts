import type { Actor } from '@thidua/access';
import type { ModelRecord, Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { checkedUpload } from '../../files/checked-upload';
import type { Handler } from '../../handler';
import { KEPT_FOR_MS } from '../../kept-for';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { openWork } from '../open-work';
import { todayOf } from '../work-views';
import { consentStands, demandKeeper, modelFor, type ModelAtHand } from './model-at-hand';
import { assignPublications, isTakeDown } from './publish-model';

/** The word of whom the model is about. Of one that was chosen before, the communication bodies get their tasks now. */
export const giveConsent: Handler<'giveConsent'> = async (deps, { actor, params, body, key }) => {
  const found = await modelFor(deps, actor, params['id'] ?? '');
  const position = demandKeeper(actor, found);
  if (body.on > todayOf(deps)) {
    throw new Refused('request-invalid', { fields: [{ path: 'on', problem: 'in-future', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    await demandOpen(deps, tx, actor, found);
    await deps.stores.models.consent(tx, provinceId, found.model.id, body);
    const [model, work] = await atHandNow(deps, tx, provinceId, found.model.id);
    const opened = await assignPublications(deps, tx, { provinceId, work, model }, { actor, acting: { position } });
    const facts = { on: body.on, photo: body.photo, publications: opened };
    await note(deps, tx, actor, { on: 'movement-work', id: model.id, position, action: 'model-consent-given', facts });
    return { done: true as const };
  });
};

/** The signed paper behind the word. */
export const uploadConsent: Handler<'uploadConsent'> = async (deps, { actor, params, file, key }) => {
  const found = await modelFor(deps, actor, params['id'] ?? '');
  const position = demandKeeper(actor, found);
  const upload = await checkedUpload(deps, file, 'scan');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const model = await demandOpen(deps, tx, actor, found);
    if (model.consentOn === null || model.consentBy === null) {
      throw new Refused('state-conflict', { reason: 'consent-first', workId: model.id });
    }
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs: deps.clock.nowMs() });
    await deps.stores.models.setConsentPaper(tx, provinceId, model.id, sha256);
    await note(deps, tx, actor, { on: 'movement-work', id: model.id, position, action: 'model-consent-filed', facts: { sha256 } });
    return { done: true as const };
  });
};

/** From now on nothing is published; open tasks end, and whoever still shows something is asked to take it down. */
export const withdrawConsent: Handler<'withdrawConsent'> = async (deps, { actor, params, body, key }) => {
  const found = await modelFor(deps, actor, params['id'] ?? '');
  const position = demandKeeper(actor, found);
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const model = await deps.stores.models.lock(tx, provinceId, found.model.id);
    if (model === undefined || !consentStands(model)) {
      throw new Refused('state-conflict', { reason: 'no-consent', workId: found.model.id });
    }
    await deps.stores.models.withdraw(tx, provinceId, model.id, { on: todayOf(deps), reason: body.reason });
    const tasks = await deps.stores.works.list(provinceId, { parentId: model.id, kinds: ['publication'], statuses: ['open'] }, tx);
    for (const task of tasks.filter((one) => !isTakeDown(one))) {
      await deps.runtime.publish({ provinceId, name: 'rut-nhiem-vu', correlationKey: task.id, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
    }
    const shown = (await deps.stores.publications.ofModels(provinceId, [model.id], tx)).filter((one) => one.takenDownOn === null);
    for (const orgId of new Set(shown.map((one) => one.orgId))) {
      await openWork(deps, tx, {
        ...{
          provinceId,
          movementId: model.movementId,
          kind: 'publication',
          orgId,
          askedByOrgId: found.work.askedByOrg,
          parentId: model.id,
        },
        ...{ title: 'Gỡ thông tin về điển hình đã rút sự đồng ý', dueOn: null, year: found.work.year, facts: { takeDown: true } },
        ...{ process: 'nhiem-vu-ke-hoach', variables: { dutyKind: 'take-down', dueAt: null }, actor: { actor, acting: { position } } },
      });
    }
    const facts = { ended: tasks.length, toTakeDown: shown.length };
    await note(deps, tx, actor, { on: 'movement-work', id: model.id, position, action: 'model-consent-withdrawn', facts });
    return { done: true as const };
  });
};

async function demandOpen(deps: CaseworkDeps, tx: Tx, { provinceId }: Actor, { model: { id } }: ModelAtHand): Promise<ModelRecord> {
  const model = await deps.stores.models.lock(tx, provinceId, id);
  if (model === undefined || model.state === 'canceled' || model.state === 'not-selected') {
    throw new Refused('state-conflict', { reason: 'model-decided', workId: id });
  }
  return model;
}

async function atHandNow({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<readonly [ModelRecord, WorkRecord]> {
  const [model, work] = [await stores.models.lock(tx, provinceId, id), await stores.works.byId(provinceId, id, tx)];
  if (model === undefined || work === undefined) {
    throw new Error(`model ${id} is not there`);
  }
  return [model, work];
}
