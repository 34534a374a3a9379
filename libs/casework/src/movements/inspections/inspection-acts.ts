import type { Act, ActContext } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import { Refused } from '../../refused';
import { workOf } from '../end-work';
import { endOfDay } from '../reports/report-title';
import { unitAtHand } from './inspection-at-hand';
import { asJson, conclusionOf, linesOf, minutesOf } from './unit-papers';

interface Missing {
  readonly field: string;
  readonly code: string;
}

const required = (field: string, there: boolean): readonly Missing[] => (there ? [] : [{ field, code: 'required' }]);

/** The plan is drawn up: what, where, when. The paper is made of it. */
const lapKeHoach: Act = async (context) => {
  const { deps, tx, task } = context;
  const work = await workOf(deps, task, tx);
  const plan = await deps.stores.inspections.byId(task.provinceId, work.id, tx);
  demandComplete(work.id, [
    ...required('periodFrom', (plan?.periodFrom ?? null) !== null),
    ...required('periodTo', (plan?.periodTo ?? null) !== null),
    ...required('items', (plan?.items.length ?? 0) > 0),
    ...required('bodies', (plan?.bodies.length ?? 0) > 0),
  ]);
  const facts = { workId: work.id, items: plan?.items.length ?? 0, bodies: plan?.bodies.map(({ orgId }) => orgId) ?? [] };
  return { variables: {}, audit: { action: 'inspection-planned', facts } };
};

/** The team is named; somebody of our own bodies leads it and signs its minutes. */
const lapDoan: Act = async (context) => {
  const { deps, tx, task } = context;
  const work = await workOf(deps, task, tx);
  const team = (await deps.stores.inspections.byId(task.provinceId, work.id, tx))?.team ?? [];
  const leader = team.find(({ role }) => role === 'leader');
  demandComplete(work.id, [
    ...required('team', team.length > 1),
    ...required('leader', leader?.positionId !== undefined && leader.positionId !== null),
  ]);
  return { variables: {}, audit: { action: 'inspection-team-named', facts: { workId: work.id, members: team.length } } };
};

/** Day, hour and place at one body, and what it makes ready: its notice is made of it. */
const lich: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const { work } = await unitOf(context);
  const notice = {
    startTime: textOf(data, 'startTime') ?? '',
    participants: linesOf(textOf(data, 'participants')),
    preparation: linesOf(textOf(data, 'preparation')),
    contact: textOf(data, 'contact') ?? '',
  };
  const inspectOn = (textOf(data, 'date') ?? '').slice(0, 10);
  const place = textOf(data, 'place') ?? '';
  await deps.stores.inspections.change(tx, task.provinceId, work.id, null, { inspectOn, place, notice: asJson(notice) });
  await deps.stores.works.setDue(tx, task.provinceId, work.id, inspectOn);
  return { variables: {}, audit: { action: 'inspection-day-set', facts: { workId: work.id, inspectOn } } };
};

/** Every item has an answer, and what was not met or not looked at says why. */
const ghiKetQua: Act = async (context) => {
  const { deps, tx, task } = context;
  const { work, unit } = await unitOf(context);
  const findings = await deps.stores.inspections.findings(task.provinceId, work.id, tx);
  const { startTime, endTime, inspectors, representatives } = minutesOf(unit);
  demandComplete(work.id, [
    ...findings.flatMap(({ item, result, remark }) =>
      result === null ? [{ field: item, code: 'required' }] : required(`${item}.remark`, result === 'met' || remark !== ''),
    ),
    ...required('startTime', startTime !== null),
    ...required('endTime', endTime !== null && (startTime === null || endTime > startTime)),
    ...required('inspectors', inspectors.length > 0),
    ...required('representatives', representatives.length > 0),
  ]);
  const results = Object.fromEntries(findings.map(({ item, result }) => [item, result]));
  return { variables: {}, audit: { action: 'inspection-recorded', facts: { workId: work.id, results } } };
};

/** The body signs what was found, with its own words if it has any, or gives it back to the team with a reason. */
const donViKy: Act = async (context) => {
  const { deps, tx, task, actor, acting, data, nowMs } = context;
  const { work } = await unitOf(context);
  const answer = linesOf(textOf(data, 'answer'));
  if (textOf(data, 'outcome') === 'send-back') {
    const reason = textOf(data, 'reason') ?? '';
    await deps.stores.inspections.change(tx, task.provinceId, work.id, null, { answer });
    await deps.stores.works.setFacts(tx, task.provinceId, work.id, { sentBack: { outcome: 'send-back', reason } });
    return { variables: { outcome: 'send-back' }, audit: { action: 'inspection-minutes-returned', facts: { workId: work.id } } };
  }
  await deps.stores.inspections.change(tx, task.provinceId, work.id, null, { answer });
  await deps.stores.inspections.sign(tx, task.provinceId, work.id, {
    personId: actor.personId,
    positionId: acting.position.id,
    atMs: nowMs,
  });
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { sentBack: null });
  return { variables: { outcome: 'sign' }, audit: { action: 'inspection-minutes-signed', facts: { workId: work.id } } };
};

/** The conclusion is drawn; what has to be mended has a day. */
const lapKetLuan: Act = async (context) => {
  const { unit, work } = await unitOf(context);
  const { result, summary, requests, shortcomings } = conclusionOf(unit);
  demandComplete(work.id, [
    ...required('result', result !== null),
    ...required('summary', summary.length > 0),
    ...required('shortcomings', result === null || result === 'passed' || shortcomings.length > 0),
    ...requests.flatMap(({ dueOn }, at) => required(`requests.${String(at)}.dueOn`, dueOn !== null)),
  ]);
  const due = unit.followUpDue;
  const facts = { workId: work.id, result, requests: requests.length, followUpDue: due };
  return {
    variables: { followUp: due !== null, followUpDueAt: endOfDay(due) },
    audit: { action: 'inspection-concluded', facts },
  };
};

/** The body tells how it has mended what the conclusion asked. */
const khacPhuc: Act = async (context) => {
  const { deps, tx, task, data, today } = context;
  const { work } = await unitOf(context);
  const doneOn = (textOf(data, 'doneOn') ?? '').slice(0, 10);
  const day = `${String(today.year)}-${String(today.month).padStart(2, '0')}-${String(today.day).padStart(2, '0')}`;
  if (doneOn > day) {
    throw new Refused('form-invalid', { problems: [{ field: 'doneOn', code: 'in-future' }] });
  }
  await deps.stores.inspections.change(tx, task.provinceId, work.id, null, {
    followUpReport: textOf(data, 'report') ?? '',
    followUpOn: doneOn,
  });
  await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'submitted', context.nowMs);
  return { variables: {}, audit: { action: 'inspection-mended', facts: { workId: work.id, doneOn } } };
};

const xacNhan: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const { work } = await unitOf(context);
  const outcome = textOf(data, 'outcome') === 'send-back' ? 'send-back' : 'accept';
  if (outcome === 'send-back') {
    const reason = textOf(data, 'reason') ?? '';
    await deps.stores.works.setFacts(tx, task.provinceId, work.id, { sentBack: { outcome, reason } });
    await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'open', nowMs);
  }
  return { variables: { outcome }, audit: { action: 'inspection-mending-looked-at', facts: { workId: work.id, outcome } } };
};

async function unitOf({ deps, tx, task }: ActContext): Promise<{
  readonly work: Awaited<ReturnType<typeof workOf>>;
  readonly unit: Awaited<ReturnType<typeof unitAtHand>>['unit'];
}> {
  const work = await workOf(deps, task, tx);
  const { unit } = await unitAtHand(deps, task.provinceId, work.id, tx);
  return { work, unit };
}

/** @throws Refused work-incomplete with every field that is missing */
function demandComplete(workId: string, problems: readonly Missing[]): void {
  if (problems.length > 0) {
    throw new Refused('work-incomplete', { workId, problems: problems.map(({ field, code }) => ({ field, code })) });
  }
}

/** By form id. */
export const INSPECTION_ACTS: Readonly<Record<string, Act>> = {
  'lap-ke-hoach-kiem-tra': lapKeHoach,
  'lap-doan-kiem-tra': lapDoan,
  'lich-kiem-tra': lich,
  'ghi-ket-qua-kiem-tra': ghiKetQua,
  'ky-bien-ban-kiem-tra': donViKy,
  'lap-ket-luan-kiem-tra': lapKetLuan,
  'khac-phuc-kiem-tra': khacPhuc,
  'xac-nhan-khac-phuc': xacNhan,
};
