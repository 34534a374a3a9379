import { reportDay } from '@thidua/awards';
import type { ReportRecord } from '@thidua/store';
import { isoOf } from '@thidua/kernel';
import type { JobContext, JobVerb } from '../../jobs/job-verb';
import { KEPT_FOR_MS } from '../../kept-for';
import { endWork, workOf } from '../end-work';
import { movementAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';
import { indicatorsOf, keptForm } from './report-form';
import { endOfDay, reportTitle } from './report-title';
import { upwardOf, type Upward } from './upward';

/** The compiled report is issued: it answers what the body above has asked for, or goes there unasked; the call is over. */
export const sendReportUp: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const { provinceId } = job;
  const call = await workOf(deps, job, tx);
  const compiled = await deps.stores.reports.lock(tx, provinceId, call.id);
  const movement = await movementAtHand(deps, provinceId, call.movementId, tx);
  if (compiled === undefined || movement === undefined) {
    throw new Error(`call ${call.id} was not compiled`);
  }
  await deps.stores.reports.send(tx, provinceId, call.id, { personId: null, atMs: nowMs });
  const target = await upwardOf(deps, movement, tx);
  const sent = target === null ? null : await sendTo(context, compiled, target);
  await endWork(deps, tx, { provinceId, workId: call.id, status: 'done', facts: { sentUp: sent, issuedAt: isoOf(nowMs) } });
  return {};
};

/** The id of the report above; null when that body has had one already. */
async function sendTo({ deps, tx, job, nowMs }: JobContext, compiled: ReportRecord, target: Upward): Promise<string | null> {
  const { provinceId } = job;
  const { orgId, occasion, year } = compiled;
  const about = { movementId: target.movement.id, kind: 'report' as const, orgId, occasion, year };
  const [there] = await deps.stores.reports.list(provinceId, about, tx);
  if (there !== undefined && there.state !== 'open' && there.state !== 'mend') {
    return null;
  }
  const workId = there?.workId ?? (await openUnasked({ deps, tx, job, nowMs }, compiled, target));
  const report = await deps.stores.reports.lock(tx, provinceId, workId);
  if (report === undefined) {
    throw new Error(`report ${workId} is not there`);
  }
  const asked = new Set((await indicatorsOf(deps, target.movement, report.formVersion, tx)).map((one) => one.id));
  const figures = Object.fromEntries(Object.entries(compiled.figures).filter(([id]) => asked.has(id)));
  const change = { figures, texts: compiled.texts, ownFile: false, compiledFrom: compiled.workId, savedBy: null, atMs: nowMs };
  await deps.stores.reports.save(tx, provinceId, report, change);
  await deps.stores.reports.send(tx, provinceId, workId, { personId: null, atMs: nowMs });
  await deps.stores.works.setStatus(tx, provinceId, workId, 'submitted', nowMs);
  if (there !== undefined) {
    const message = { provinceId, name: 'bao-cao-da-tong-hop', correlationKey: workId, variables: {}, ttlMs: KEPT_FOR_MS };
    await deps.runtime.publish(message, tx);
  }
  return workId;
}

/** Nobody above has called yet: the report goes there by its plan's day, where the plan has one. */
async function openUnasked({ deps, tx, job }: JobContext, compiled: ReportRecord, { movement, org, desk }: Upward): Promise<string> {
  const { provinceId } = job;
  const { orgId, occasion, year } = compiled;
  const day = occasion === 'ad-hoc' || movement.id === compiled.movementId ? null : reportDay(movement.content, occasion, year);
  const form = await keptForm(deps, tx, movement);
  const opened = await openWork(deps, tx, {
    ...{ provinceId, movementId: movement.id, kind: 'report', orgId, askedByOrgId: org.id, parentId: null },
    ...{ title: reportTitle(movement, occasion, year), dueOn: day?.day ?? null, occasion, year, facts: { asked: 'duty' } },
    process: 'bao-cao-don-vi',
    variables: { dueAt: endOfDay(day?.day ?? null), alreadySent: true, askedByDesk: desk.orgId, askedByDeskRole: desk.role },
  });
  await deps.stores.reports.insert(tx, provinceId, { workId: opened.id, formVersion: form.version });
  return opened.id;
}
