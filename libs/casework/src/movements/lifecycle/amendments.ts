import type { Movement } from '@thidua/awards';
import type { PlanChange } from '@thidua/contract';
import { dayOf, isoOf, type JsonObject } from '@thidua/kernel';
import type { Handler } from '../../handler';
import type { MovementRecord } from '@thidua/store';
import { nameOfAward } from '../../law/names';
import { packIfAny } from '../../law/pack-of';
import { tiersOf } from '../../law/tiers-of';
import type { CaseworkDeps } from '../../deps';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor } from '../movement-at-hand';
import { openWork } from '../open-work';
import { draftAtHand, type PlanAtHand } from './draft-at-hand';
import { planDifferences } from './plan-differences';

/** What the draft would change, before anybody signs it. */
export const amendmentProposal: Handler<'amendmentProposal'> = async (deps, { actor, params }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  demandRunner(actor, movement);
  const plan = await draftAtHand(deps, actor.provinceId, params['draft'] ?? '');
  demandAmends(plan, movement.record);
  return { draftId: plan.draftId, changes: [...(await changesOf(deps, movement.record, plan))] };
};

/** Trình điều chỉnh, bổ sung kế hoạch: one at a time; the movement reads anew only when the paper is issued. */
export const amendMovement: Handler<'amendMovement'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const record = await deps.stores.movements.lock(tx, provinceId, movement.record.id);
    const open = await deps.stores.works.list(provinceId, { movementId: movement.record.id, kinds: ['amendment'], statuses: ['open'] }, tx);
    if (record?.state !== 'in-force' || open.length > 0) {
      throw new Refused('state-conflict', { reason: open.length > 0 ? 'amendment-under-way' : 'movement-not-in-force' });
    }
    const plan = await draftAtHand(deps, provinceId, body.draftId, tx);
    demandAmends(plan, record);
    const changes = await changesOf(deps, record, plan);
    if (changes.length === 0) {
      throw new Refused('nothing-changes', { movementId: record.id });
    }
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: record.id, kind: 'amendment', orgId: movement.org.id, askedByOrgId: movement.org.id, dueOn: null },
      title: `Điều chỉnh, bổ sung: ${record.content.name.value}`,
      facts: amendmentFacts(record, { draftId: plan.draftId, content: readingFor(record, plan) }, changes, body.reason),
      process: 'dieu-chinh-ke-hoach',
      variables: { alreadyIssued: body.alreadyIssued },
      actor: { actor, acting: { position } },
    });
    const atMs = deps.clock.nowMs();
    await deps.stores.planDrafts.move(tx, provinceId, { id: plan.draftId, from: 'open', to: 'submitted', movementId: record.id, atMs });
    return { workId: opened.id, code: opened.code, movementId: record.id };
  });
};

/** Every reading, newest first, each with what it changed. */
export const movementVersions: Handler<'movementVersions'> = async (deps, { actor, params }) => {
  const { record } = await movementFor(deps, actor, params['id'] ?? '');
  const versions = await deps.stores.movements.versions(record.provinceId, record.id);
  const nameOf = await awardNames(deps, record);
  const views = versions.map(async ({ version, at, reason, paperId, content }, index) => {
    const former = versions[index - 1];
    const paper = paperId === null ? undefined : await deps.stores.papers.byId(record.provinceId, paperId);
    return {
      ...{ version, at: isoOf(at.getTime()), reason, paperId, number: paper?.numberText ?? null },
      changes: former === undefined ? [] : [...planDifferences(former.content, content, nameOf)],
    };
  });
  return { versions: (await Promise.all(views)).toReversed() };
};

/** What the work of an amendment keeps: the reading to come, on which one it rests, and the difference as it was put forward. */
export function amendmentFacts(
  record: MovementRecord,
  { draftId, content }: { readonly draftId: string; readonly content: Movement },
  changes: readonly PlanChange[],
  reason: string,
): JsonObject {
  const { number, date, seed } = record.content.plan;
  const next = { ...content, id: record.id, plan: { ...content.plan, number, date, seed } };
  // Plain data throughout: a movement is read from a file of text.
  return {
    draftId,
    reason,
    baseVersion: record.version,
    content: next as unknown as JsonObject,
    changes: changes.map((one) => ({ ...one })),
  };
}

/** The plan keeps its own number and day: an amendment has others. */
async function changesOf(deps: CaseworkDeps, record: MovementRecord, plan: PlanAtHand): Promise<readonly PlanChange[]> {
  return planDifferences(record.content, readingFor(record, plan), await awardNames(deps, record));
}

/** Of a draft that names several movements the one it amends. */
function readingFor(record: MovementRecord, { contents }: PlanAtHand): Movement {
  return contents.find((one) => one.name.value === record.content.name.value) ?? contents[0];
}

/** Awards as they are called at the place of the movement, in full. */
async function awardNames(deps: CaseworkDeps, { provinceId, orgId }: MovementRecord): Promise<(award: string) => string> {
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const tiers = await tiersOf(deps, provinceId, orgId ?? '');
  return (award) => nameOfAward(pack, award, tiers, 'full');
}

function demandAmends({ amends, orgId }: PlanAtHand, record: MovementRecord): void {
  if (amends !== record.id || orgId !== record.orgId) {
    throw new Refused('not-found', { what: 'plan-draft' });
  }
}
