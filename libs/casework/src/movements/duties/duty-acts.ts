import { formatLocalDate, parseLocalDate, compareDates } from '@thidua/kernel';
import type { Act, ActContext } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import type { JobVerb } from '../../jobs/job-verb';
import { Refused } from '../../refused';
import type { TaskContextQuery } from '../../task-context';
import { endWork, workOf } from '../end-work';
import { workContext } from '../work-context';
import { dutyMissing } from './duty-view';

/** The body has done what was asked of it, with the day, and the money where it is about money. */
const nhiemVuKeHoach: Act = async ({ deps, tx, task, nowMs }) => {
  const work = await workOf(deps, task, tx);
  const duty = await deps.stores.duties.byId(task.provinceId, work.id, tx);
  const problems = duty === undefined ? [] : dutyMissing(duty).map((field) => ({ field, code: 'required' }));
  if (problems.length > 0) {
    throw new Refused('work-incomplete', { workId: work.id, problems });
  }
  await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'submitted', nowMs);
  const facts = { workId: work.id, planned: duty?.planned ?? null, spent: duty?.spent ?? null };
  return { variables: {}, audit: { action: 'duty-done', facts } };
};

/** The standing office agrees, or says what is still to be done. */
const xacNhanNhiemVu: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const work = await workOf(deps, task, tx);
  if (textOf(data, 'outcome') !== 'send-back') {
    return { variables: { outcome: 'accept' }, audit: { action: 'duty-accepted', facts: { workId: work.id } } };
  }
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { sentBack: { outcome: 'send-back', reason: reasonOf(context) } });
  await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'open', nowMs);
  return { variables: { outcome: 'send-back' }, audit: { action: 'duty-sent-back', facts: { workId: work.id } } };
};

/** A publication is done when at least one is recorded with its day and channel. */
const dangDienHinh: Act = async ({ deps, tx, task }) => {
  const work = await workOf(deps, task, tx);
  const made = await deps.stores.publications.ofWork(task.provinceId, work.id, tx);
  if (made.length === 0) {
    throw new Refused('work-incomplete', { workId: work.id, problems: [{ field: 'publication', code: 'required' }] });
  }
  return { variables: {}, audit: { action: 'model-publications-done', facts: { workId: work.id, publications: made.length } } };
};

/** What was shown of somebody who withdrew is shown no more. */
const goDang: Act = async ({ deps, tx, task, data, today }) => {
  const work = await workOf(deps, task, tx);
  const on = textOf(data, 'takenDownOn') ?? '';
  const day = parseLocalDate(on);
  if (day === undefined || compareDates(day, today) > 0) {
    throw new Refused('form-invalid', { problems: [{ field: 'takenDownOn', code: day === undefined ? 'not-a-date' : 'in-future' }] });
  }
  const taken = await deps.stores.publications.takeDown(
    tx,
    task.provinceId,
    { modelId: work.parentId ?? '', orgId: work.orgId },
    { on: formatLocalDate(day), note: textOf(data, 'note') ?? '' },
  );
  return { variables: {}, audit: { action: 'model-taken-down', facts: { workId: work.id, takenDown: taken } } };
};

function reasonOf({ data }: ActContext): string {
  const reason = textOf(data, 'reason');
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  return reason;
}

export const DUTY_ACTS: Readonly<Record<string, Act>> = {
  'nhiem-vu-ke-hoach': nhiemVuKeHoach,
  'kinh-phi-phong-trao': nhiemVuKeHoach,
  'dang-dien-hinh': dangDienHinh,
  'go-dang-dien-hinh': goDang,
  'xac-nhan-nhiem-vu': xacNhanNhiemVu,
};

const closeDuty: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  const status = job.headers['result'] === 'canceled' ? 'canceled' : 'done';
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status });
  return {};
};

export const DUTY_VERBS = { 'close-duty': closeDuty } as const satisfies Readonly<Record<string, JobVerb>>;

export const DUTY_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'nhiem-vu-ke-hoach': workContext,
  'kinh-phi-phong-trao': workContext,
  'dang-dien-hinh': workContext,
  'go-dang-dien-hinh': workContext,
  'xac-nhan-nhiem-vu': workContext,
};
