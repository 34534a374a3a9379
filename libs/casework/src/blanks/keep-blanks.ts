import { mayKeepBlank } from '@thidua/access';
import { startFields, type BlankField } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { BlankRecord } from '@thidua/store';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { blankFor, blankToKeep } from './blank-at-hand';
import { note } from '../note';

/** A new blank, with fields where they usually stand, or as another blank has them. */
export const addBlank: Handler<'addBlank'> = async (deps, { actor, body, key }) => {
  const { orgId, name, awards, widthMm, heightMm, copyOf } = body;
  const verdict = mayKeepBlank(actor, orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId });
  }
  const model: BlankRecord | undefined = copyOf === undefined ? undefined : await blankFor(deps, actor, copyOf);
  const fields = model?.fields ?? plain(startFields(widthMm, heightMm));
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const blank = { id, orgId, name, awards, widthMm, heightMm, pictureSha256: model?.pictureSha256 ?? null, fields };
    const by = { personId: actor.personId, atMs: deps.clock.nowMs() };
    if (!(await deps.stores.blanks.add(tx, actor.provinceId, blank, by))) {
      throw new Refused('blank-name-taken', { name });
    }
    await note(deps, tx, actor, { on: 'blank', position: verdict.position, id, action: 'blank-added', facts: { blankId: id, name } });
    return { id, version: 1 };
  });
};

/** Name, awards, size and fields as they are to be from now on; prints asked for before keep what was. */
export const changeBlank: Handler<'changeBlank'> = async (deps, { actor, params, body, key }) => {
  const { blank, position } = await blankToKeep(deps, actor, params['id'] ?? '');
  const problems = problemsOf(body.fields);
  if (problems.length > 0) {
    throw new Refused('request-invalid', { problems });
  }
  return once(deps, key, async (tx) => {
    const by = { personId: actor.personId, atMs: deps.clock.nowMs() };
    const next = { ...body, id: blank.id, fields: plain(body.fields) };
    if (await deps.stores.blanks.isNamed(tx, actor.provinceId, { orgId: blank.orgId, name: body.name, but: blank.id })) {
      throw new Refused('blank-name-taken', { name: body.name });
    }
    const version = await deps.stores.blanks.change(tx, actor.provinceId, next, by);
    if (version === undefined) {
      throw new Refused('blank-changed', { version: blank.version, looked: body.version });
    }
    await note(deps, tx, actor, {
      on: 'blank',
      position,
      id: blank.id,
      action: 'blank-changed',
      facts: { blankId: blank.id, version, fields: body.fields.length },
    });
    return { id: blank.id, version };
  });
};

export const retireBlank: Handler<'retireBlank'> = async (deps, { actor, params, body, key }) => {
  const { blank, position } = await blankToKeep(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const by = { personId: actor.personId, atMs: deps.clock.nowMs() };
    if (!(await deps.stores.blanks.retire(tx, actor.provinceId, { id: blank.id, version: body.version }, by))) {
      throw new Refused('blank-changed', { version: blank.version, looked: body.version });
    }
    await note(deps, tx, actor, {
      on: 'blank',
      position,
      id: blank.id,
      action: 'blank-retired',
      facts: { blankId: blank.id, name: blank.name },
    });
    return { id: blank.id, version: body.version + 1 };
  });
};

/** Two fields of one key could not be told apart; type that may shrink below its own least size never ends. */
function problemsOf(fields: readonly BlankField[]): { field: string; code: string }[] {
  const twice = fields.filter((field, at) => fields.findIndex((one) => one.key === field.key) !== at);
  const grown = fields.filter((field) => field.minPt > field.sizePt);
  return [
    ...twice.map((field) => ({ field: field.key, code: 'named-twice' })),
    ...grown.map((field) => ({ field: field.key, code: 'least-size-too-large' })),
  ];
}

/** The contract's JSON is the same as ours, only without the promise not to change it. */
function plain(fields: readonly BlankField[]): readonly JsonObject[] {
  return fields.map((field) => ({ ...field }));
}
