import type { Actor, ActingAs } from '@thidua/access';
import { dayOf, type JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { OrgRecord, Tx, WorkKind, WorkOccasion } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { stampOf } from '../stamp';
import { standingOf } from './movement-at-hand';

export interface WorkOrder {
  readonly provinceId: string;
  readonly movementId: string;
  readonly kind: WorkKind;
  /** The body that does it. */
  readonly orgId: string;
  readonly askedByOrgId: string;
  readonly title: string;
  /** YYYY-MM-DD; null where neither plan nor person sets a day. */
  readonly dueOn: string | null;
  readonly occasion?: WorkOccasion | null;
  readonly year?: number | null;
  readonly facts?: JsonObject;
  readonly parentId?: string | null;
  /** Diagram that carries it out; null for a work without steps of its own. */
  readonly process: string | null;
  readonly variables?: JsonObject;
  /** Absent when a process opens it. */
  readonly actor?: { readonly actor: Actor; readonly acting: Pick<ActingAs, 'position'> };
}

export interface OpenedWork {
  readonly id: string;
  readonly code: string;
  readonly instanceId: string | null;
}

/**
 * A piece of work comes into being with its process, in one transaction. The process knows `work`, `movement`, `org`, `desk`, `deskRole`,
 * `signerRole` of the body that does it, and `askedBy`, `askedByDesk`, `askedByDeskRole` of the one that asked.
 */
export async function openWork(deps: CaseworkDeps, tx: Tx, order: WorkOrder): Promise<OpenedWork> {
  const { provinceId, process } = order;
  const nowMs = deps.clock.nowMs();
  const ids = { id: newId(deps.clock), instanceId: process === null ? null : newId(deps.clock) };
  const code = await deps.stores.works.insert(tx, provinceId, {
    ...ids,
    movementId: order.movementId,
    kind: order.kind,
    orgId: order.orgId,
    askedByOrg: order.askedByOrgId,
    parentId: order.parentId ?? null,
    occasion: order.occasion ?? null,
    year: order.year ?? null,
    title: order.title,
    dueOn: order.dueOn,
    facts: order.facts ?? {},
    atMs: nowMs,
    codeYear: dayOf(nowMs).year,
  });
  if (process !== null && ids.instanceId !== null) {
    await startProcess(deps, tx, { order, id: ids.id, instanceId: ids.instanceId, code, process });
  }
  return { ...ids, code };
}

interface Starting {
  readonly order: WorkOrder;
  readonly id: string;
  readonly instanceId: string;
  readonly code: string;
  readonly process: string;
}

async function startProcess(deps: CaseworkDeps, tx: Tx, { order, id, instanceId, code, process }: Starting): Promise<void> {
  const { provinceId, actor } = order;
  const answer = await deps.runtime.start(
    {
      provinceId,
      processKey: process,
      instanceId,
      businessKey: code,
      variables: { ...(await bodiesOf(deps, tx, order)), work: id, movement: order.movementId, due: order.dueOn, ...order.variables },
      subject: { orgId: order.orgId },
      audit: { action: 'movement-work-opened', facts: { workId: id, kind: order.kind, movementId: order.movementId } },
      ...(actor === undefined ? {} : { actor: stampOf(actor.actor, actor.acting) }),
    },
    tx,
  );
  if (!answer.ok) {
    throw new Error(`the process ${process} of work ${id} did not start: ${answer.reason}`);
  }
}

async function bodiesOf(deps: CaseworkDeps, tx: Tx, { provinceId, orgId, askedByOrgId }: WorkOrder): Promise<JsonObject> {
  const [org, askedBy] = [await orgOf(deps, tx, provinceId, orgId), await orgOf(deps, tx, provinceId, askedByOrgId)];
  const [desk, askedByDesk] = [await standingOf(deps, org, tx), await standingOf(deps, askedBy, tx)];
  return {
    ...{ org: org.id, desk: desk.id, deskRole: deskRole(desk), signerRole: signerRole(org) },
    ...{ askedBy: askedBy.id, askedByDesk: askedByDesk.id, askedByDeskRole: deskRole(askedByDesk) },
  };
}

async function orgOf(deps: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<OrgRecord> {
  const org = await deps.stores.people.org(provinceId, id, tx);
  if (org === undefined) {
    throw new Error(`organisation ${id} is not there`);
  }
  return org;
}

/** Who drafts for a body: an appraiser of the commune or of Sở Nội vụ, a unit's clerk. */
export function deskRole({ level }: Pick<OrgRecord, 'level'>): string {
  return level === 'UNIT' ? 'clerk' : 'appraiser';
}

/** Whose signature a body's papers bear. */
export function signerRole({ kind }: Pick<OrgRecord, 'kind'>): string {
  return kind === 'department' ? 'director' : kind === 'commune' || kind === 'district' || kind === 'province' ? 'chair' : 'head';
}
