import { newId } from '@thidua/runtime';
import { blankFields, draftFields, fieldsOfMovement, readPlan, type AnyField } from '@thidua/plans';
import type { Actor } from '@thidua/access';
import type { NewPlanDraft as NewRow, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { movementFor } from '../movement-at-hand';
import { demandDrafter, type DraftAtWork } from './draft-access';
import { unsettled } from './draft-fields';
import { placeOf } from './draft-place';
import { planUpload } from './plan-upload';

/** A plan from a file becomes a draft: its lines, and what the reader proposes from them. */
export const uploadPlan: Handler<'uploadPlan'> = async (deps, { actor, query, file, key }) => {
  const { org, position } = await demandDrafter(deps, actor, query.orgId);
  const amends = await amended(deps, actor, org, query.amends ?? null);
  const { upload, lines } = await planUpload(deps, file);
  const { hints } = await placeOf(deps, org);
  const { fields } = readPlan(lines, hints);
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const fileSha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs });
    const made = { source: 'reader', fileName: upload.name, fileSha256, lines, amends } as const;
    const id = await keepDraft(deps, tx, { actor, org, position }, { ...made, fields: unsettled(draftFields(fields)) });
    await useParentAtHand(deps, tx, actor.provinceId, id, fields);
    return { id };
  });
};

/** A draft without a file: blank, or with the fields of another movement, or of the one to be changed. */
export const newPlanDraft: Handler<'newPlanDraft'> = async (deps, { actor, body, key }) => {
  const { org, position } = await demandDrafter(deps, actor, body.orgId);
  if ((body.kind === 'blank') !== (body.movementId === null)) {
    throw new Refused('request-invalid', { field: 'movementId' });
  }
  const amends = await amended(deps, actor, org, body.kind === 'amendment' ? body.movementId : null);
  const copied = body.movementId === null ? null : (await movementFor(deps, actor, body.movementId)).record.content;
  const read = copied === null ? blankFields() : fieldsOfMovement(copied);
  const fields = body.kind === 'copy' ? read.map((field) => madeOwn(field, org)) : read;
  const made = { source: copied === null ? 'blank' : 'copy', fileName: null, fileSha256: null, lines: [], amends } as const;
  return once(deps, key, async (tx) => ({
    id: await keepDraft(deps, tx, { actor, org, position }, { ...made, fields: unsettled(draftFields(fields)) }),
  }));
};

/** Number and day of another plan are its own; in a copy they are asked for, and the body is the one that copies. */
function madeOwn(field: AnyField, { name, level }: OrgRecord): AnyField {
  switch (field.kind) {
    case 'number':
    case 'date':
      return { ...field, value: null, source: null, asked: field.kind };
    case 'issuer':
      return { ...field, value: name, source: null };
    case 'carriedOutBy':
      return level === 'TW' ? field : { ...field, value: { level, body: name }, source: null };
    default:
      return field;
  }
}

async function keepDraft(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, org, position }: Omit<DraftAtWork, 'draft'> & { readonly actor: Actor },
  made: Pick<NewRow, 'source' | 'fileName' | 'fileSha256' | 'lines' | 'fields' | 'amends'>,
): Promise<string> {
  const id = newId(deps.clock);
  const atMs = deps.clock.nowMs();
  await deps.stores.planDrafts.insert(tx, actor.provinceId, { ...made, id, orgId: org.id, createdBy: actor.personId, atMs });
  const { source, fileSha256: sha256, fields, amends } = made;
  await note(deps, tx, actor, {
    on: 'plan-draft',
    ...{ id, position, action: 'plan-draft-made', facts: { source, sha256, fields: fields.length, amends } },
  });
  return id;
}

/** The movement a draft changes is one the body carries out itself. @throws Refused not-found */
async function amended(deps: CaseworkDeps, actor: Actor, org: OrgRecord, movementId: string | null): Promise<string | null> {
  if (movementId === null) {
    return null;
  }
  const { record } = await movementFor(deps, actor, movementId);
  if (record.orgId !== org.id) {
    throw new Refused('not-found', { what: 'movement' });
  }
  return record.id;
}

/** The text of the plan above where the province has read it before. */
async function useParentAtHand(deps: CaseworkDeps, tx: Tx, provinceId: string, id: string, fields: readonly AnyField[]): Promise<void> {
  for (const field of fields) {
    const symbol = field.kind === 'parent' ? field.value?.symbol : undefined;
    const above = symbol === undefined ? undefined : await deps.stores.planDrafts.byNumber(provinceId, symbol, tx);
    if (above !== undefined && symbol !== undefined) {
      const { fileSha256: sha256, lines } = above;
      await deps.stores.planDrafts.setParent(tx, provinceId, { id, name: symbol, sha256, lines, atMs: deps.clock.nowMs() });
      return;
    }
  }
}
