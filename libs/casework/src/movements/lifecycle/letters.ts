import type { ActingAs, Actor } from '@thidua/access';
import { dayOf, formatLocalDate, parseLocalDate, type JsonObject } from '@thidua/kernel';
import type { Tx, WorkRecord } from '@thidua/store';
import type { Act } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import type { CaseworkDeps } from '../../deps';
import type { JobVerb } from '../../jobs/job-verb';
import { Refused } from '../../refused';
import { endWork, workOf } from '../end-work';
import { standingOf, type MovementAtHand } from '../movement-at-hand';
import { openWork, type OpenedWork } from '../open-work';
import { issuedPaper, latePlans, movementOfWork, openCooperation } from './launch-verbs';

export interface Urging {
  readonly workIds: readonly string[];
  readonly deadline: string | null;
  readonly consequence: string;
}

interface By {
  readonly actor: Actor;
  readonly acting: Pick<ActingAs, 'position'>;
}

/** One letter of the standing office (Sở Nội vụ for the province) that names whoever is late with what. @throws Refused nothing-late · request-invalid (a last day that has passed) */
export async function openUrging(
  deps: CaseworkDeps,
  tx: Tx,
  { record, standing }: Pick<MovementAtHand, 'record' | 'standing'>,
  { workIds, deadline, consequence }: Urging,
  by: By,
): Promise<OpenedWork> {
  const { provinceId } = record;
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  if (deadline !== null && (parseLocalDate(deadline) === undefined || deadline < today)) {
    throw new Refused('request-invalid', { fields: [{ path: 'deadline', problem: 'in-past', kind: 'custom' }] });
  }
  const late = (await lateWorks(deps, provinceId, record.id, tx)).filter((work) => workIds.includes(work.id));
  if (late.length === 0) {
    throw new Refused('nothing-late', { movementId: record.id });
  }
  const facts: JsonObject = { purpose: 'urging', workIds: late.map((work) => work.id), deadline, consequence };
  return openWork(deps, tx, {
    ...{ provinceId, movementId: record.id, kind: 'urging', orgId: standing.id, askedByOrgId: standing.id, dueOn: null, facts, actor: by },
    title: `Đôn đốc: ${record.content.name.value}`,
    process: 'gui-cong-van-phong-trao',
    variables: { paperKind: 'cong-van-don-doc' },
  });
}

/** The letter to bodies that are asked to join in a movement in force; they get their work once it is out. */
export async function openInvitation(
  deps: CaseworkDeps,
  tx: Tx,
  { record, org }: Pick<MovementAtHand, 'record' | 'org'>,
  requests: readonly string[],
  by: By,
): Promise<OpenedWork> {
  return openWork(deps, tx, {
    ...{
      provinceId: record.provinceId,
      movementId: record.id,
      kind: 'urging',
      orgId: org.id,
      askedByOrgId: org.id,
      dueOn: null,
      actor: by,
    },
    facts: { purpose: 'cooperation', requests },
    title: `Đề nghị phối hợp: ${record.content.name.value}`,
    process: 'gui-cong-van-phong-trao',
    variables: { paperKind: 'cong-van-phoi-hop' },
  });
}

/** Works with a duty that are open after their day; bodies that were asked to join in are never late. */
export async function lateWorks(deps: CaseworkDeps, provinceId: string, movementId: string, tx?: Tx): Promise<readonly WorkRecord[]> {
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const open = await deps.stores.works.list(provinceId, { movementId, statuses: ['open'] }, tx);
  return open.filter(
    (work) => work.dueOn !== null && work.dueOn < today && work.facts['asked'] !== 'cooperation' && work.kind !== 'urging',
  );
}

/** A letter has gone out, or not: bodies asked to join in hear of it only when it has. */
export const endLetter: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const kind = work.facts['purpose'] === 'cooperation' ? 'cong-van-phoi-hop' : 'cong-van-don-doc';
  const paper = await issuedPaper(deps, tx, provinceId, work, kind);
  const status = paper === undefined ? 'canceled' : 'done';
  await endWork(deps, tx, { provinceId, workId: work.id, status, facts: { sentOn: formatLocalDate(dayOf(nowMs)) } });
  if (paper !== undefined && kind === 'cong-van-phoi-hop') {
    await openCooperation(deps, tx, await movementOfWork(deps, tx, provinceId, work));
  }
  return {};
};

/** The standing office has looked at who is late on the day: it has a letter made, or says why not yet. */
export const donDocKeHoach: Act = async ({ deps, tx, actor, acting, task, data }) => {
  const { provinceId } = task;
  const work = await workOf(deps, task, tx);
  const outcome = textOf(data, 'outcome') ?? 'send';
  const reason = textOf(data, 'reason');
  if (outcome === 'skip' && reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  const late = await latePlans(deps, tx, provinceId, work.movementId);
  if (outcome === 'skip' || late.length === 0) {
    await deps.stores.works.setFacts(tx, provinceId, work.id, { urgingSkipped: reason ?? '' });
    return { variables: { outcome }, audit: { action: 'urging-skipped', facts: { workId: work.id, late: late.length } } };
  }
  const record = await movementOfWork(deps, tx, provinceId, work);
  const org = await deps.stores.people.org(provinceId, work.orgId, tx);
  if (org === undefined) {
    throw new Error(`organisation ${work.orgId} is not there`);
  }
  const standing = await standingOf(deps, org, tx);
  const urging = {
    workIds: late.map((one) => one.id),
    deadline: textOf(data, 'deadline') ?? null,
    consequence: textOf(data, 'consequence') ?? '',
  };
  const opened = await openUrging(deps, tx, { record, standing }, urging, { actor, acting });
  return { variables: { outcome }, audit: { action: 'urging-opened', facts: { workId: opened.id, late: late.length } } };
};
