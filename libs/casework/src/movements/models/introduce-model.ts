import { mayWorkFor } from '@thidua/access';
import type { ModelText as Written } from '@thidua/contract';
import type { ModelText } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { KEPT_FOR_MS } from '../../kept-for';
import { checkedUpload } from '../../files/checked-upload';
import { movementFor } from '../movement-at-hand';
import { openWork } from '../open-work';
import { todayOf } from '../work-views';
import { demandIntroducer, demandUnsigned, modelFor } from './model-at-hand';
import { modelView } from './model-view';

/** A unit names a model of the movement: the slip that introduces it is then completed and signed. */
export const introduceModel: Handler<'introduceModel'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const verdict = mayWorkFor(actor, body.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: body.orgId });
  }
  if (movement.record.state !== 'in-force') {
    throw new Refused('state-conflict', { movementId: movement.record.id, reason: 'movement-closed' });
  }
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: movement.record.id, kind: 'model', orgId: body.orgId, askedByOrgId: movement.org.id },
      ...{ title: 'Giới thiệu điển hình tiên tiến', dueOn: null, year: Number(todayOf(deps).slice(0, 4)) },
      ...{ process: 'dien-hinh-tien-tien', actor: { actor, acting: verdict } },
    });
    const text = await textOf(deps, provinceId, body);
    await deps.stores.models.insert(tx, provinceId, { ...text, id: opened.id, movementId: movement.record.id, orgId: body.orgId });
    return { id: opened.id, code: opened.code };
  });
};

export const writeModel: Handler<'writeModel'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const found = await modelFor(deps, actor, params['id'] ?? '');
  const position = demandIntroducer(actor, found);
  const { version, ...written } = body;
  return once(deps, key, async (tx) => {
    await demandUnsigned(deps, tx, provinceId, found.model);
    const text = await textOf(deps, provinceId, written);
    if (!(await deps.stores.models.write(tx, provinceId, found.model.id, version, text))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: found.model.id });
    }
    const model = await deps.stores.models.lock(tx, provinceId, found.model.id);
    await note(deps, tx, actor, {
      on: 'movement-work',
      id: found.model.id,
      position,
      action: 'model-written',
      facts: { version: version + 1 },
    });
    return modelView(deps, actor, { ...found, model: model ?? found.model });
  });
};

/** What the contract let through, with the subject looked up in the register. @throws Refused request-invalid */
async function textOf({ stores }: CaseworkDeps, provinceId: string, { kind, subjectId, ...text }: Written): Promise<ModelText> {
  const { name, title, audience, deeds, results, spread } = text;
  const plain = { nomineeKind: kind, name, title, audience, deeds, results, spread };
  if (subjectId === null) {
    return { ...plain, personId: null, subjectOrgId: null };
  }
  const [person] = await stores.people.persons(provinceId, [subjectId]);
  const body = await stores.people.org(provinceId, subjectId);
  if ((kind === 'individual' ? person : body) === undefined) {
    throw new Refused('request-invalid', { fields: [{ path: 'subjectId', problem: 'not of this kind', kind: 'custom' }] });
  }
  return kind === 'individual'
    ? { ...plain, personId: subjectId, subjectOrgId: null }
    : { ...plain, personId: null, subjectOrgId: subjectId };
}

export const uploadModelPhoto: Handler<'uploadModelPhoto'> = async (deps, { actor, params, file, key }) => {
  const found = await modelFor(deps, actor, params['id'] ?? '');
  const position = demandIntroducer(actor, found);
  const upload = await checkedUpload(deps, file, 'model-photo');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    await demandUnsigned(deps, tx, provinceId, found.model);
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs: deps.clock.nowMs() });
    await deps.stores.models.setPhoto(tx, provinceId, found.model.id, sha256);
    await note(deps, tx, actor, { on: 'movement-work', id: found.model.id, position, action: 'model-photo-filed', facts: { sha256 } });
    return { done: true as const };
  });
};

/** The unit thinks better of it, as long as nobody has decided. */
export const takeModelBack: Handler<'takeModelBack'> = async (deps, { actor, params, body, key }) => {
  const found = await modelFor(deps, actor, params['id'] ?? '');
  const position = demandIntroducer(actor, found);
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const model = await deps.stores.models.lock(tx, provinceId, found.model.id);
    if (model?.state !== 'draft' && model?.state !== 'introduced') {
      throw new Refused('state-conflict', { reason: 'model-decided', workId: found.model.id });
    }
    await deps.stores.works.setFacts(tx, provinceId, model.id, { takenBack: body.reason });
    await deps.runtime.publish({ provinceId, name: 'rut-dien-hinh', correlationKey: model.id, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
    await note(deps, tx, actor, { on: 'movement-work', id: model.id, position, action: 'model-taken-back', facts: { state: model.state } });
    return { done: true as const };
  });
};
