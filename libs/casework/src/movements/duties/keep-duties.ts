import { checkedUpload } from '../../files/checked-upload';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { dueInstant } from '../due-instant';
import { endByMessage } from '../end-by-message';
import { demandRunner, demandWorker, movementFor, type MovementAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';
import { todayOf } from '../work-views';
import { BUDGET, dutyView } from './duty-view';
import { bodiesOf, isAskedOnly, rolesOf } from './plan-roles';
import { dutyFor } from './read-duties';

/** What the plan asks of a body becomes a task of it, with the plan's words; Mặt trận and associations are asked to join in. */
export const assignDuty: Handler<'assignDuty'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  if (movement.record.state !== 'in-force') {
    throw new Refused('state-conflict', { movementId: movement.record.id, reason: 'movement-closed' });
  }
  const org = (await bodiesOf(deps, movement)).find((one) => one.id === body.orgId);
  if (org === undefined) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  if (body.dueOn !== null && body.dueOn < todayOf(deps)) {
    throw new Refused('request-invalid', { fields: [{ path: 'dueOn', problem: 'in-past', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: movement.record.id, kind: 'duty', orgId: org.id, askedByOrgId: movement.org.id },
      ...{ title: titleOf(body.asked, isAskedOnly(org)), dueOn: body.dueOn, year: body.year, process: 'nhiem-vu-ke-hoach' },
      variables: { dutyKind: body.role === BUDGET ? BUDGET : 'other', dueAt: dueInstant(deps, provinceId, body.dueOn) },
      actor: { actor, acting: { position } },
    });
    const { role, asked, planned, year } = body;
    const source = sourceOf(movement, role, org.name);
    await deps.stores.duties.insert(tx, provinceId, {
      id: opened.id,
      role,
      asked,
      planned,
      budgetYear: role === BUDGET ? year : null,
      ...source,
    });
    return { id: opened.id, code: opened.code };
  });
};

/** The plan's words behind a role, where it has them for one body only or for this one. */
function sourceOf(
  { record }: MovementAtHand,
  role: string,
  orgName: string,
): { readonly planQuote: string | null; readonly planLine: number | null } {
  const roles = rolesOf(record.content, role);
  const found = roles.find((one) => orgName.startsWith(one.body)) ?? (roles.length === 1 ? roles[0] : undefined);
  return { planQuote: found?.quote ?? null, planLine: found?.line.from ?? null };
}

const LONGEST_TITLE = 200;

function titleOf(asked: string, cooperation: boolean): string {
  const [first = ''] = asked.split('\n');
  const title = cooperation ? `Đề nghị phối hợp: ${first}` : first;
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
}

export const reportDuty: Handler<'reportDuty'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const found = await dutyFor(deps, actor, params['id'] ?? '');
  const position = demandWorker(actor, found.work);
  demandOpen(found.work.status, found.work.id);
  if (body.doneOn !== null && body.doneOn > todayOf(deps)) {
    throw new Refused('request-invalid', { fields: [{ path: 'doneOn', problem: 'in-future', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const { planned, spent, doneText, doneOn, version } = body;
    if (!(await deps.stores.duties.write(tx, provinceId, found.duty.id, version, { planned, spent, doneText, doneOn }))) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: found.work.id });
    }
    const facts = { planned, spent, doneOn };
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'duty-reported', facts });
    const duty = (await deps.stores.duties.byId(provinceId, found.duty.id, tx)) ?? found.duty;
    return dutyView(deps, actor, found.movement, { ...found, duty });
  });
};

export const uploadDutyFile: Handler<'uploadDutyFile'> = async (deps, { actor, params, file, key }) => {
  const { provinceId } = actor;
  const found = await dutyFor(deps, actor, params['id'] ?? '');
  const position = demandWorker(actor, found.work);
  demandOpen(found.work.status, found.work.id);
  const upload = await checkedUpload(deps, file, 'evidence');
  return once(deps, key, async (tx) => {
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs: deps.clock.nowMs() });
    await deps.stores.duties.attach(tx, provinceId, found.duty.id, { sha256, name: upload.name });
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'duty-file-filed', facts: { sha256 } });
    return { done: true as const };
  });
};

/** The office that gave it out takes it back; its process ends. */
export const takeDutyBack: Handler<'takeDutyBack'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const found = await dutyFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, found.movement);
  return once(deps, key, async (tx) => {
    await endByMessage(deps, tx, { provinceId, workId: found.work.id, message: 'rut-nhiem-vu', reason: body.reason });
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'duty-taken-back', facts: {} });
    return { done: true as const };
  });
};

function demandOpen(status: string, workId: string): void {
  if (status !== 'open') {
    throw new Refused('state-conflict', { reason: 'work-ended', workId });
  }
}
