import type { Act } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import type { JobVerb } from '../../jobs/job-verb';
import { Refused } from '../../refused';
import type { TaskContextQuery } from '../../task-context';
import { dueInstant } from '../due-instant';
import { endWork, workOf } from '../end-work';
import { workContext } from '../work-context';
import { todayOf } from '../work-views';
import { conferenceFacts, conferenceMissing } from './conference-at-hand';

/** Day, place, programme and guests are settled: the invitation is drafted. */
const chuanBiHoiNghi: Act = async ({ deps, tx, task }) => {
  const work = await workOf(deps, task, tx);
  const plan = conferenceFacts(work);
  const guests = await deps.stores.guests.ofWork(task.provinceId, work.id, tx);
  const missing = conferenceMissing(plan, guests);
  const early = plan.date !== null && plan.date < todayOf(deps) ? [{ field: 'date', code: 'in-past' }] : [];
  if (missing.length + early.length > 0) {
    throw new Refused('work-incomplete', {
      workId: work.id,
      problems: [...missing.map((field) => ({ field, code: 'required' })), ...early],
    });
  }
  return {
    variables: { dueAt: dueInstant(deps, task.provinceId, plan.date) },
    audit: { action: 'conference-prepared', facts: { workId: work.id, date: plan.date, guests: guests.length } },
  };
};

/** Held: not before its day, with who came and what was concluded. */
const ketThucHoiNghi: Act = async ({ deps, tx, task, data }) => {
  const work = await workOf(deps, task, tx);
  const { date } = conferenceFacts(work);
  const guests = await deps.stores.guests.ofWork(task.provinceId, work.id, tx);
  const problems = [
    ...(date !== null && date > todayOf(deps) ? [{ field: 'date', code: 'in-future' }] : []),
    ...(guests.some((guest) => guest.attended !== null) ? [] : [{ field: 'attendance', code: 'required' }]),
  ];
  if (problems.length > 0) {
    throw new Refused('work-incomplete', { workId: work.id, problems });
  }
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { conclusion: textOf(data, 'conclusion') ?? '' });
  const attended = guests.filter((guest) => guest.attended === true).length;
  return { variables: {}, audit: { action: 'conference-held', facts: { workId: work.id, asked: guests.length, attended } } };
};

export const CONFERENCE_ACTS: Readonly<Record<string, Act>> = {
  'chuan-bi-hoi-nghi': chuanBiHoiNghi,
  'ket-thuc-hoi-nghi': ketThucHoiNghi,
};

const closeConference: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  const status = job.headers['result'] === 'canceled' ? 'canceled' : 'done';
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status });
  return {};
};

export const CONFERENCE_VERBS = { 'close-conference': closeConference } as const satisfies Readonly<Record<string, JobVerb>>;

export const CONFERENCE_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'chuan-bi-hoi-nghi': workContext,
  'ket-thuc-hoi-nghi': workContext,
};
