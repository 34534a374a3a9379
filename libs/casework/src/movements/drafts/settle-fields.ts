import { PLAN_VALUES } from '@thidua/contract';
import type { BodyOf, PlanFieldKind } from '@thidua/contract';
import type { AnyField, FieldState } from '@thidua/plans';
import { newId } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { draftFor, type DraftAtWork } from './draft-access';
import { fieldsOfDraft, plainFields, type KeptField } from './draft-fields';
import { planUpload } from './plan-upload';

/** A person confirms what was read, marks it as absent, or takes that back. */
export const settlePlanFields: Handler<'settlePlanFields'> = async (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const at = await draftFor(deps, actor, params['id'] ?? '', tx);
    const wanted = new Set(body.fieldIds);
    const before = fieldsOfDraft(at.draft);
    const empty = before.filter((field) => wanted.has(field.id) && field.value === null);
    if (before.filter((field) => wanted.has(field.id)).length !== wanted.size || (body.state === 'confirmed' && empty.length > 0)) {
      throw new Refused('request-invalid', { fieldIds: empty.map((field) => field.id) });
    }
    const fields = before.map((field) => (wanted.has(field.id) ? { ...field, state: body.state, by: actor.personId } : field));
    const version = await keep(deps, tx, at, { fields, version: body.version });
    await note(deps, tx, actor, {
      ...{ on: 'plan-draft', id: at.draft.id, position: at.position, action: 'plan-fields-settled' },
      facts: { state: body.state, fields: [...wanted].toSorted() },
    });
    return { version };
  });

/** A person says what a field holds, or adds one that the reader did not find; the lines that say it are named, or none. */
export const changePlanField: Handler<'changePlanField'> = async (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const at = await draftFor(deps, actor, params['id'] ?? '', tx);
    const before = fieldsOfDraft(at.draft);
    const known = before.find((field) => field.id === body.fieldId);
    if (body.fieldId !== null && known?.kind !== body.kind) {
      throw new Refused('request-invalid', { field: 'fieldId' });
    }
    const changed = {
      ...(known ?? { id: `${body.kind}-${newId(deps.clock)}`, kind: body.kind, asked: null }),
      ...{ value: checkedValue(body.kind, body.value), source: sourceOf(at.draft.lines, body) },
      ...{ state: 'changed' as FieldState, by: actor.personId },
    } as unknown as KeptField; // the value was checked against its kind
    const fields = known === undefined ? [...before, changed] : before.map((field) => (field.id === known.id ? changed : field));
    const version = await keep(deps, tx, at, { fields, version: body.version });
    await note(deps, tx, actor, {
      ...{ on: 'plan-draft', id: at.draft.id, position: at.position, action: 'plan-field-changed' },
      facts: { field: changed.id, kind: body.kind, lines: body.line === null ? null : { ...body.line } },
    });
    return { version };
  });

/** The plan above, to check citations against. */
export const uploadPlanParent: Handler<'uploadPlanParent'> = async (deps, { actor, params, file, key }) => {
  const seen = await draftFor(deps, actor, params['id'] ?? '');
  const { upload, lines } = await planUpload(deps, file);
  return once(deps, key, async (tx) => {
    const { id } = seen.draft;
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs });
    if (!(await deps.stores.planDrafts.setParent(tx, actor.provinceId, { id, name: upload.name, sha256, lines, atMs }))) {
      throw new Refused('state-conflict', { draftId: id });
    }
    await note(deps, tx, actor, { on: 'plan-draft', id, position: seen.position, action: 'plan-parent-kept', facts: { sha256 } });
    return { version: (await draftFor(deps, actor, id, tx)).draft.version };
  });
};

export const dropPlanDraft: Handler<'dropPlanDraft'> = async (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { draft, position } = await draftFor(deps, actor, params['id'] ?? '', tx);
    if (!(await deps.stores.planDrafts.drop(tx, actor.provinceId, draft.id, deps.clock.nowMs()))) {
      throw new Refused('state-conflict', { draftId: draft.id });
    }
    await note(deps, tx, actor, { on: 'plan-draft', id: draft.id, position, action: 'plan-draft-dropped', facts: {} });
    return { done: true as const };
  });

/** @throws Refused state-conflict when somebody else was quicker */
async function keep(
  deps: CaseworkDeps,
  tx: Tx,
  { draft, org }: DraftAtWork,
  { fields, version }: { readonly fields: readonly KeptField[]; readonly version: number },
): Promise<number> {
  const change = { id: draft.id, fields: plainFields(fields), version, atMs: deps.clock.nowMs() };
  if (!(await deps.stores.planDrafts.setFields(tx, org.provinceId, change))) {
    throw new Refused('state-conflict', { draftId: draft.id, version: draft.version });
  }
  return version + 1;
}

/** @throws Refused request-invalid */
function checkedValue(kind: PlanFieldKind, value: unknown): AnyField['value'] {
  const read = PLAN_VALUES[kind].safeParse(value);
  if (!read.success) {
    throw new Refused('request-invalid', { field: 'value', kind });
  }
  return read.data; // checked by the schema of its kind
}

/** Kinds that are nothing but their wording. */
const WORDED: readonly PlanFieldKind[] = ['criterion', 'standard'];

/** The words of the text, or those a person gives where no line has them. @throws Refused request-invalid */
function sourceOf(lines: readonly string[], { kind, line, words }: BodyOf<'changePlanField'>): AnyField['source'] {
  if (line !== null || !WORDED.includes(kind)) {
    return sourceIn(lines, line);
  }
  if (words === undefined) {
    throw new Refused('request-invalid', { field: 'words' });
  }
  return { quote: words, line: { from: 0, to: 0 } };
}

/** The words on the named lines. @throws Refused request-invalid when there are no such lines */
function sourceIn(lines: readonly string[], line: { readonly from: number; readonly to: number } | null): AnyField['source'] {
  if (line === null) {
    return null;
  }
  if (line.to < line.from || line.to > lines.length) {
    throw new Refused('request-invalid', { field: 'line' });
  }
  const quote = lines
    .slice(line.from - 1, line.to)
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return { quote, line };
}
