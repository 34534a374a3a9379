import type { JsonObject } from '@thidua/kernel';
import type { ReportRecord, WorkRecord } from '@thidua/store';
import type { JobContext, JobVerb } from '../../jobs/job-verb';
import { entriesOf, textOf } from '../../acts/form-data';
import { workOf } from '../end-work';
import { openWork } from '../open-work';
import { endOfDay, reportTitle } from './report-title';

/** Every body of a call gets its work, whatever it has sent already joins the call. */
export const openReports: JobVerb = async (context) => {
  const { deps, tx, job } = context;
  const call = await workOf(deps, job, tx);
  const own = await deps.stores.reports.byId(job.provinceId, call.id, tx);
  const movement = await deps.stores.movements.byId(job.provinceId, call.movementId, tx);
  if (own === undefined || movement === undefined) {
    throw new Error(`call ${call.id} has no form`);
  }
  const title = reportTitle(movement, own.occasion, own.year);
  let asked = 0;
  for (const recipient of entriesOf(call.facts, 'recipients')) {
    await open(context, { call, own, recipient, title });
    asked += 1;
  }
  return { asked };
};

interface Asking {
  readonly call: WorkRecord;
  readonly own: ReportRecord;
  readonly recipient: JsonObject;
  readonly title: string;
}

async function open({ deps, tx, job }: JobContext, { call, own, recipient, title }: Asking): Promise<void> {
  const { provinceId } = job;
  const orgId = textOf(recipient, 'orgId') ?? '';
  const { movementId, occasion, year, formVersion } = own;
  const [there] = await deps.stores.reports.list(provinceId, { movementId, kind: 'report', orgId, occasion, year }, tx);
  if (there !== undefined) {
    await deps.stores.reports.adopt(tx, provinceId, there.workId, { id: call.id, dueOn: call.dueOn });
    return;
  }
  const opened = await openWork(deps, tx, {
    ...{ provinceId, movementId, kind: 'report', orgId, askedByOrgId: call.orgId, parentId: call.id },
    ...{ title, dueOn: call.dueOn, occasion, year, facts: { asked: recipient['asked'] ?? 'duty' } },
    process: 'bao-cao-don-vi',
    variables: { dueAt: endOfDay(call.dueOn), alreadySent: false },
  });
  await deps.stores.reports.insert(tx, provinceId, { workId: opened.id, formVersion });
}
