import { figureProblems } from '@thidua/awards';
import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import type { ReportRecord, WorkRecord } from '@thidua/store';
import type { Act, ActContext } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import { Refused } from '../../refused';
import { workOf } from '../end-work';
import { signWorkPapers } from '../issue-acts';
import { compiled, isIn } from './compile-call';
import { fileOf } from './report-file';
import { linesAsked } from './asked-lines';

/** The unit's own report as it stands, complete: it goes to the head. */
const lapBaoCao: Act = async (context) => {
  const { deps, tx, task } = context;
  const { work, report } = await reportOf(context);
  const movement = await deps.stores.movements.byId(task.provinceId, work.movementId, tx);
  const indicators = movement === undefined ? [] : await linesAsked(deps, movement, report, tx);
  const faults = figureProblems(indicators, report.figures).map(({ indicator, fault }) => ({ field: indicator, code: fault }));
  const file = report.ownFile ? await fileOf(deps, task.provinceId, work.id, tx) : undefined;
  const words = report.ownFile
    ? file === undefined
      ? [{ field: 'file', code: 'required' }]
      : []
    : (report.texts['results'] ?? '') === ''
      ? [{ field: 'results', code: 'required' }]
      : [];
  if (faults.length + words.length > 0) {
    throw new Refused('work-incomplete', { workId: work.id, problems: [...words, ...faults] });
  }
  if (!(await deps.stores.reports.putForward(tx, task.provinceId, work.id, true))) {
    throw new Refused('state-conflict', { reason: 'report-sent', workId: work.id });
  }
  const facts = { workId: work.id, ownFile: report.ownFile, version: report.version };
  return { variables: { ownFile: report.ownFile }, audit: { action: 'report-put-forward', facts } };
};

/** The head signs and sends: this is the moment that counts. */
const guiBaoCao: Act = async (context) => {
  const { deps, tx, task, actor, data, nowMs } = context;
  const { work, report } = await reportOf(context);
  if (textOf(data, 'outcome') === 'send-back') {
    demandReason(context);
    await deps.stores.reports.putForward(tx, task.provinceId, work.id, false);
    await deps.stores.works.setFacts(tx, task.provinceId, work.id, {
      sentBack: { outcome: 'send-back', reason: textOf(data, 'reason') ?? '' },
    });
    return { variables: { outcome: 'send-back', numbered: false }, audit: { action: 'papers-sent-back', facts: { workId: work.id } } };
  }
  const signed = report.ownFile ? [] : [...(await signWorkPapers(context)).paperIds];
  if (!(await deps.stores.reports.send(tx, task.provinceId, work.id, { personId: actor.personId, atMs: nowMs }))) {
    throw new Refused('state-conflict', { reason: 'report-sent', workId: work.id });
  }
  await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'submitted', nowMs);
  const org = await deps.stores.people.org(task.provinceId, work.orgId, tx);
  const due = parseLocalDate(work.dueOn ?? '');
  const facts = {
    ...{ workId: work.id, paperIds: signed, ownFile: report.ownFile, dueOn: work.dueOn },
    onTime: due === undefined ? null : compareDates(dayOf((report.sentAt ?? new Date(nowMs)).getTime()), due) <= 0,
  };
  return {
    variables: { outcome: 'send', numbered: !report.ownFile && org?.hasSeal === true },
    audit: { action: 'report-sent', facts },
  };
};

/** Whoever asked takes the report in, or says what is missing; the day it was first sent stays. */
const tiepNhanBaoCao: Act = async (context) => {
  const { deps, tx, task, actor, data, nowMs } = context;
  const { work } = await reportOf(context);
  const mend = textOf(data, 'outcome') === 'mend';
  if (mend) {
    demandReason(context);
  }
  const by = { personId: actor.personId, atMs: nowMs, mend: mend ? (textOf(data, 'reason') ?? '') : null };
  if (!(await deps.stores.reports.answer(tx, task.provinceId, work.id, by))) {
    throw new Refused('state-conflict', { reason: 'report-not-sent', workId: work.id });
  }
  if (mend) {
    await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'open', nowMs);
  }
  const action = mend ? 'report-mend-asked' : 'report-accepted';
  return { variables: { outcome: mend ? 'mend' : 'accept' }, audit: { action, facts: { workId: work.id } } };
};

/** Collecting is over; who has not sent is named in the report, and that is said aloud. */
const thuBaoCao: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const { work } = await reportOf(context);
  const reports = await deps.stores.reports.list(task.provinceId, { callId: work.id, kind: 'report' }, tx);
  const missing = reports.filter((one) => !isIn(one)).map((one) => one.orgId);
  if (missing.length > 0 && data['despiteMissing'] !== true) {
    throw new Refused('reports-missing', { callId: work.id, count: missing.length, orgIds: missing });
  }
  const facts = { callId: work.id, asked: reports.length, missing: missing.length };
  return { variables: { missing: missing.length }, audit: { action: 'reports-collected', facts } };
};

/** What was compiled stands from here on: the paper is made of it. */
const tongHopBaoCao: Act = async (context) => {
  const { deps, tx, task, actor, nowMs } = context;
  const { work, report } = await reportOf(context);
  const movement = await deps.stores.movements.byId(task.provinceId, work.movementId, tx);
  if ((report.texts['results'] ?? '') === '' || movement === undefined) {
    throw new Refused('work-incomplete', { workId: work.id, problems: [{ field: 'results', code: 'required' }] });
  }
  const { figures, included } = await compiled(deps, { record: movement, call: report }, tx);
  const change = { figures, included: [...included], savedBy: actor.personId, atMs: nowMs };
  if (!(await deps.stores.reports.save(tx, task.provinceId, report, change))) {
    throw new Refused('state-conflict', { reason: 'report-changed', workId: work.id });
  }
  const facts = { callId: work.id, included: included.length, adjusted: Object.keys(report.adjustments) };
  return { variables: {}, audit: { action: 'reports-compiled', facts } };
};

async function reportOf({ deps, tx, task }: ActContext): Promise<{ readonly work: WorkRecord; readonly report: ReportRecord }> {
  const work = await workOf(deps, task, tx);
  const report = await deps.stores.reports.lock(tx, task.provinceId, work.id);
  if (report === undefined) {
    throw new Error(`work ${work.id} is no report`);
  }
  return { work, report };
}

function demandReason({ data }: ActContext): void {
  if (textOf(data, 'reason') === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
}

/** By form id. */
export const REPORT_ACTS: Readonly<Record<string, Act>> = {
  'lap-bao-cao': lapBaoCao,
  'gui-bao-cao': guiBaoCao,
  'tiep-nhan-bao-cao': tiepNhanBaoCao,
  'thu-bao-cao': thuBaoCao,
  'tong-hop-bao-cao': tongHopBaoCao,
};
