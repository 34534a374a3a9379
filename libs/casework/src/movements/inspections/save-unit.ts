import type { Actor } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner } from '../movement-at-hand';
import { isStepOpen } from '../step-open';
import { unitFor, type UnitAtHand } from './inspection-at-hand';
import { asJson, followUpDue } from './unit-papers';

/** What the team found, item by item, and who was there; kept on the spot as often as needed. A new finding takes the body's signature away. */
export const saveFindings: Handler<'saveFindings'> = async (deps, { actor, params, body, key }) => {
  const found = await unitFor(deps, actor, params['id'] ?? '');
  const { version, findings, ...minutes } = body;
  const { provinceId } = actor;
  const known = new Set(found.inspection.items.map(({ id }) => id));
  const strange = findings.flatMap(({ item }, at) => (known.has(item) ? [] : [`findings.${String(at)}.item`]));
  if (strange.length > 0) {
    throw new Refused('request-invalid', { fields: strange.map((path) => ({ path, problem: 'not an item', kind: 'custom' })) });
  }
  return once(deps, key, async (tx) => {
    await demandStep(deps, tx, { actor, found, step: 'ghi-ket-qua-kiem-tra' });
    if (!(await deps.stores.inspections.change(tx, provinceId, found.unit.id, version, { minutes: asJson(minutes) }))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: found.work.id });
    }
    await deps.stores.inspections.saveFindings(tx, provinceId, found.unit.id, findings);
    await deps.stores.inspections.sign(tx, provinceId, found.unit.id, null);
    await told(deps, tx, { actor, found }, 'inspection-findings-saved', {
      results: Object.fromEntries(findings.map(({ item, result }) => [item, result])),
    });
    return { version: version + 2 };
  });
};

/** The conclusion in the making. */
export const saveConclusion: Handler<'saveConclusion'> = async (deps, { actor, params, body, key }) => {
  const found = await unitFor(deps, actor, params['id'] ?? '');
  const { version, result, ...conclusion } = body;
  return once(deps, key, async (tx) => {
    await demandStep(deps, tx, { actor, found, step: 'lap-ket-luan-kiem-tra' });
    const to = { conclusion: asJson(conclusion), followUpDue: followUpDue(conclusion), ...(result === null ? {} : { result }) };
    if (!(await deps.stores.inspections.change(tx, actor.provinceId, found.unit.id, version, to))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: found.work.id });
    }
    await told(deps, tx, { actor, found }, 'inspection-conclusion-saved', { result, requests: conclusion.requests.length });
    return { version: version + 1 };
  });
};

interface Writing {
  readonly actor: Actor;
  readonly found: UnitAtHand;
}

async function demandStep(deps: CaseworkDeps, tx: Tx, { actor, found, step }: Writing & { readonly step: string }): Promise<void> {
  demandRunner(actor, found.movement);
  if (!(await isStepOpen(deps, actor.provinceId, found.work, step, tx))) {
    throw new Refused('state-conflict', { reason: 'step-not-open', workId: found.work.id });
  }
}

async function told(deps: CaseworkDeps, tx: Tx, { actor, found }: Writing, action: string, facts: JsonObject): Promise<void> {
  const position = demandRunner(actor, found.movement);
  await note(deps, tx, actor, {
    on: 'movement-work',
    id: found.work.id,
    position,
    action,
    facts: { workId: found.work.id, ...facts },
  });
}
