import { mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { CaseworkDeps } from '../../deps';
import { checkedUpload } from '../../files/checked-upload';
import { fileEnding } from '../../files/file-ending';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { inspectorPost } from '../inspections/inspection-at-hand';
import { workFor, type WorkAtHand } from '../movement-at-hand';
import { isStepOpen } from '../step-open';

/** While one of these steps is open, the body that does the work or the office that runs it adds files. */
const BY_BODY = ['khac-phuc-kiem-tra', 'tu-cham-diem'];
const BY_OFFICE = ['ghi-ket-qua-kiem-tra'];

/** A file that proves an item of a checklist, a criterion, or that something was mended. */
export const addWorkProof: Handler<'addWorkProof'> = async (deps, { actor, params, query, file, key }) => {
  const found = await workFor(deps, actor, params['id'] ?? '');
  await demandWriter(deps, actor, found);
  const upload = await checkedUpload(deps, file, 'evidence');
  return once(deps, key, async (tx) => {
    const position = await demandWriter(deps, actor, found);
    const atMs = deps.clock.nowMs();
    const { provinceId, personId } = actor;
    const { id: workId } = found.work;
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    await deps.stores.workProofs.add(tx, provinceId, { workId, place: query.place, sha256, name: upload.name, personId, atMs });
    const facts = { workId, place: query.place, sha256 };
    await note(deps, tx, actor, { on: 'movement-work', id: workId, position, action: 'work-proof-added', facts });
    return { place: query.place, sha256, name: upload.name };
  });
};

export const dropWorkProof: Handler<'dropWorkProof'> = async (deps, { actor, params, body, key }) => {
  const found = await workFor(deps, actor, params['id'] ?? '');
  const position = await demandWriter(deps, actor, found);
  const { id: workId } = found.work;
  return once(deps, key, async (tx) => {
    if (!(await deps.stores.workProofs.remove(tx, actor.provinceId, { workId, ...body }))) {
      throw new Refused('not-found', { what: 'proof' });
    }
    await note(deps, tx, actor, { on: 'movement-work', id: workId, position, action: 'work-proof-dropped', facts: { workId, ...body } });
    return { done: true as const };
  });
};

export const workProof: Handler<'workProof'> = async (deps, { actor, params }) => {
  const { work } = await workFor(deps, actor, params['id'] ?? '');
  const proofs = await deps.stores.workProofs.ofWorks(actor.provinceId, [work.id]);
  const proof = proofs.find(({ sha256 }) => sha256 === params['sha256']);
  const found = proof === undefined ? undefined : await deps.stores.files.get(actor.provinceId, proof.sha256);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'proof' });
  }
  const fileName = `minh-chung-${work.code}-${(proof?.sha256 ?? '').slice(0, 8)}.${fileEnding(found.mime)}`;
  return { bytes: found.bytes, fileName, mime: found.mime, foreign: true };
};

async function demandWriter(deps: CaseworkDeps, actor: Actor, { work, movement }: WorkAtHand): Promise<HeldPosition> {
  const own = mayWorkFor(actor, work.orgId);
  const office = inspectorPost(actor, movement);
  const position = own.allowed ? own.position : office;
  if (position === undefined) {
    throw new Refused('forbidden', { workId: work.id });
  }
  const steps = [...(own.allowed ? BY_BODY : []), ...(office === undefined ? [] : BY_OFFICE)];
  for (const step of steps) {
    if (await isStepOpen(deps, actor.provinceId, work, step)) {
      return position;
    }
  }
  throw new Refused('state-conflict', { reason: 'step-not-open', workId: work.id });
}
