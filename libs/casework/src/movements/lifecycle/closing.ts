import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { Tx, WorkRecord } from '@thidua/store';
import type { Act } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import type { JobVerb } from '../../jobs/job-verb';
import { KEPT_FOR_MS } from '../../kept-for';
import { once } from '../../once';
import { Refused } from '../../refused';
import { endWork, workOf } from '../end-work';
import { demandRunner, movementFor, type MovementAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';
import { movementOfWork } from './launch-verbs';

/** Kinds of work that stop with the movement; all others must have ended before. */
const STOPS = ['unit-plan', 'plan', 'closing'];
const SUMS_UP = ['report-call', 'report', 'conference'];

/** Whether the movement has been summed up: its own report or conference of the final review is done. */
export function isSummedUp(works: readonly WorkRecord[], { org, standing }: Pick<MovementAtHand, 'org' | 'standing'>): boolean {
  return works.some(
    (work) =>
      SUMS_UP.includes(work.kind) && work.occasion === 'final' && work.status === 'done' && [org.id, standing.id].includes(work.orgId),
  );
}

export const movementClosing: Handler<'movementClosing'> = async (deps, { actor, params }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const works = await deps.stores.works.list(actor.provinceId, { movementId: movement.record.id });
  const { standing } = movement;
  const runs = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  const underWay = works.find((work) => work.kind === 'closing' && work.status === 'open');
  return {
    afterFinal: isSummedUp(works, movement),
    openWorks: inTheWay(works).map(({ id, code, title, orgName }) => ({ workId: id, code, title, orgName })),
    underWay: underWay?.id ?? null,
    mayClose: runs.allowed && movement.record.state === 'in-force' && underWay === undefined,
  };
};

/** The movement ends after its final review; before it only for a reason that whoever signed the plan agrees to. */
export const closeMovement: Handler<'closeMovement'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  return once(deps, key, async (tx) => {
    const { record, org } = movement;
    const { provinceId } = actor;
    const locked = await deps.stores.movements.lock(tx, provinceId, record.id);
    const works = await deps.stores.works.list(provinceId, { movementId: record.id }, tx);
    demandClosable(works, locked?.state === 'in-force');
    const afterFinal = isSummedUp(works, movement);
    const reason = body.reason ?? '';
    if (!afterFinal && reason === '') {
      throw new Refused('closing-needs-reason', { movementId: record.id });
    }
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: record.id, kind: 'closing', orgId: org.id, askedByOrgId: org.id, dueOn: null },
      title: `Kết thúc: ${record.content.name.value}`,
      facts: { reason, afterFinal },
      process: 'ket-thuc-phong-trao',
      variables: { afterFinal },
      actor: { actor, acting: { position } },
    });
    return { workId: opened.id };
  });
};

function demandClosable(works: readonly WorkRecord[], inForce: boolean): void {
  const underWay = works.find((work) => work.kind === 'closing' && work.status === 'open');
  if (!inForce || underWay !== undefined) {
    throw new Refused('state-conflict', { reason: inForce ? 'closing-under-way' : 'movement-not-in-force' });
  }
  const open = inTheWay(works);
  if (open.length > 0) {
    throw new Refused('works-open', { count: open.length, works: open.slice(0, 20).map((work) => work.code) });
  }
}

function inTheWay(works: readonly WorkRecord[]): readonly WorkRecord[] {
  return works.filter((work) => !STOPS.includes(work.kind) && (work.status === 'open' || work.status === 'submitted'));
}

/** Whoever signed the plan lets the movement end before its final review, or not. */
export const ketThucPhongTrao: Act = async ({ deps, tx, task, data }) => {
  const work = await workOf(deps, task, tx);
  const outcome = textOf(data, 'outcome') ?? 'agree';
  const reason = textOf(data, 'reason');
  if (outcome === 'refuse' && reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { opinion: { outcome, reason: reason ?? '' } });
  return { variables: { outcome }, audit: { action: 'closing-decided', facts: { workId: work.id, outcome } } };
};

/** It is over: plans that nobody will write any more are stopped, and its process ends. */
export const endMovement: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const record = await movementOfWork(deps, tx, provinceId, work);
  await deps.stores.movements.close(tx, provinceId, record.id, nowMs);
  await endWork(deps, tx, { provinceId, workId: work.id, status: 'done' });
  await stopUnitPlans(deps, tx, provinceId, record.id);
  await deps.runtime.publish({ provinceId, name: 'ket-thuc-phong-trao', correlationKey: record.id, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
  return {};
};

export const keepMovement: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'canceled' });
  return {};
};

async function stopUnitPlans(deps: CaseworkDeps, tx: Tx, provinceId: string, movementId: string): Promise<void> {
  const open = await deps.stores.works.list(provinceId, { movementId, kinds: ['unit-plan'], statuses: ['open', 'submitted'] }, tx);
  for (const { id } of open) {
    await deps.stores.works.setFacts(tx, provinceId, id, { stopped: 'movement-closed' });
    await stopUnitPlan(deps, tx, provinceId, id);
  }
}

export async function stopUnitPlan(deps: CaseworkDeps, tx: Tx, provinceId: string, workId: string): Promise<void> {
  await deps.runtime.publish({ provinceId, name: 'dung-ke-hoach-don-vi', correlationKey: workId, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
}
