import type { ActingAs, Actor } from '@thidua/access';
import type { Movement } from '@thidua/awards';
import type { PlanTexts, RecipientAsk } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { contentHash } from '../../packs/store-pack';
import { Refused } from '../../refused';
import { openWork, type OpenedWork } from '../open-work';
import type { PlanAtHand } from './draft-at-hand';
import { mayNotBeOrdered } from './recipients';

export interface LaunchOrder {
  readonly actor: Actor;
  readonly acting: Pick<ActingAs, 'position'>;
  /** The body that carries the movement out and signs its plan. */
  readonly org: OrgRecord;
  readonly plan: PlanAtHand;
  readonly parentId: string | null;
  readonly recipients: readonly RecipientAsk[];
  /** Day by which recipients have their own plan; null: none is set. */
  readonly unitPlansDue: string | null;
  readonly texts: PlanTexts;
  readonly alreadyIssued: boolean;
  /** The work of a unit that this plan answers. */
  readonly answers: string | null;
}

/**
 * A plan goes to the signature: the movement is planned, who gets it is kept, and its process begins. It comes into force when the plan is
 * issued, or at once where it has been signed, numbered and dated before.
 * @throws Refused front-not-ordered · not-found (parent) · work-incomplete (issued without number or date) · state-conflict (launched before)
 */
export async function startLaunch(deps: CaseworkDeps, tx: Tx, order: LaunchOrder): Promise<OpenedWork & { readonly movementId: string }> {
  const { actor, org, plan, parentId } = order;
  const { provinceId } = actor;
  await demandParent(deps, tx, provinceId, parentId);
  const [main] = plan.contents;
  const { number, date } = main.plan;
  if (order.alreadyIssued && (number === null || date === null)) {
    throw new Refused('work-incomplete', {
      missing: [...(number === null ? ['plan.number'] : []), ...(date === null ? ['plan.date'] : [])],
    });
  }
  await demandOrderable(deps, tx, provinceId, order.recipients);
  const ids: string[] = [];
  for (const content of plan.contents) {
    ids.push(await planOne(deps, tx, order, content));
  }
  const [movementId = '', ...also] = ids;
  await submitDraft(deps, tx, provinceId, plan.draftId, movementId);
  const facts: JsonObject = {
    draftId: plan.draftId,
    answers: order.answers,
    unitPlansDue: order.unitPlansDue,
    texts: { ...order.texts },
    also,
    names: plan.contents.map((content) => content.name.value),
  };
  const opened = await openWork(deps, tx, {
    ...{ provinceId, movementId, kind: 'plan', orgId: org.id, askedByOrgId: org.id, facts },
    title: `Phát động: ${plan.contents.map((content) => content.name.value).join('; ')}`,
    dueOn: null,
    process: 'phong-trao',
    variables: { alreadyIssued: order.alreadyIssued },
    actor: { actor, acting: order.acting },
  });
  return { ...opened, movementId };
}

/** One of the plan's movements, with whom its plan goes to. */
async function planOne(deps: CaseworkDeps, tx: Tx, order: LaunchOrder, content: Movement): Promise<string> {
  const { actor, org, plan, parentId } = order;
  const { provinceId } = actor;
  const id = await freeId(deps, tx, provinceId, content.id);
  const named = { ...content, id };
  const atMs = deps.clock.nowMs();
  await deps.stores.movements.plan(tx, provinceId, {
    ...{ id, orgId: org.id, content: named, hash: contentHash(named), parentId, atMs },
    source: order.answers === null ? plan.source : 'unit',
    planDraftId: plan.draftId,
  });
  await keepRecipients(deps, tx, order, id);
  return id;
}

async function keepRecipients(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, acting, recipients, unitPlansDue }: LaunchOrder,
  movementId: string,
): Promise<void> {
  await deps.stores.recipients.add(tx, actor.provinceId, {
    movementId,
    rows: recipients.map(({ orgId, asked, reason }) => ({ orgId, asked, reason, dueOn: unitPlansDue })),
    chosenBy: acting.position.id,
    atMs: deps.clock.nowMs(),
  });
}

/** @throws Refused not-found · front-not-ordered */
export async function demandOrderable(
  { stores }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  recipients: readonly RecipientAsk[],
): Promise<void> {
  const orgs = new Map((await stores.people.orgs(provinceId, tx)).map((org) => [org.id, org]));
  for (const { orgId, asked } of recipients) {
    const org = orgs.get(orgId);
    if (org === undefined) {
      throw new Refused('not-found', { what: 'organisation', orgId });
    }
    if (asked === 'duty' && mayNotBeOrdered(org)) {
      throw new Refused('front-not-ordered', { orgId, name: org.name });
    }
  }
}

async function demandParent({ stores }: CaseworkDeps, tx: Tx, provinceId: string, parentId: string | null): Promise<void> {
  const parent = parentId === null ? undefined : await stores.movements.byId(provinceId, parentId, tx);
  if (parentId !== null && parent?.state !== 'in-force') {
    throw new Refused('not-found', { what: 'movement', movementId: parentId });
  }
}

/** A draft is put forward once at a time; refused, it is open again. */
async function submitDraft({ stores, clock }: CaseworkDeps, tx: Tx, provinceId: string, id: string, movementId: string): Promise<void> {
  if (!(await stores.planDrafts.move(tx, provinceId, { id, from: 'open', to: 'submitted', movementId, atMs: clock.nowMs() }))) {
    throw new Refused('state-conflict', { reason: 'draft-launched', movementId });
  }
}

async function freeId({ stores }: CaseworkDeps, tx: Tx, provinceId: string, wanted: string, n = 1): Promise<string> {
  const id = n === 1 ? wanted : `${wanted}-${String(n)}`;
  return (await stores.movements.byId(provinceId, id, tx)) === undefined
    ? id
    : freeId({ stores } as CaseworkDeps, tx, provinceId, wanted, n + 1);
}
