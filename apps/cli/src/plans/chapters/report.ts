import type { ReportCallView, ReportFigure, ReportOffer, ReportView, WorkView } from '@thidua/contract';
import { expectThat, type Stage } from '../../cases/case';
import type { CaseLine } from '../../report';
import type { Session } from '../../session';
import { awaitDone, awaitStep, doStep, issuePaper } from '../../steps/works';
import { until } from '../../until';
import { bodiesOf, reporterOf, type Body } from '../bodies';
import type { PlanOccasion, PlanPlace } from '../plan-story';
import { saveWork } from '../work-papers';

interface Reporting {
  readonly movementId: string;
  readonly occasion: PlanOccasion;
  readonly year: number;
  /** Where the plan gives no day a person sets this one. */
  readonly dueOn: string;
}

/** Reports of an occasion: called by the plan's day, sent by every body in time, compiled, signed, sent up. */
export async function report(stage: Stage, place: PlanPlace, reporting: Reporting): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const runner = reporterOf(place);
  const office = await cast.as(runner.desk);
  const bodies = await bodiesOf(cast, place);
  const callId = await call(stage, office, reporting, bodies);
  const asked = await until('báo cáo của từng đơn vị', async () => {
    const view = await office.call<ReportCallView>('reportCall', { params: { id: callId } });
    return view.reports.length > 0 && view.reports.length === view.counts.asked ? view : undefined;
  });
  for (const body of bodies.filter(({ orgId }) => asked.reports.some((line) => line.orgId === orgId))) {
    stage.say(`${body.prefix} lập, ký, gửi báo cáo`);
    await sendReport(stage, office, { callId, body });
  }
  await doStep(office, callId, 'Thu báo cáo của các đơn vị', { outcome: 'close', despiteMissing: false });
  await compile(office, callId);
  await doStep(office, callId, 'Tổng hợp báo cáo', { outcome: 'submit' });
  await issuePaper(cast, callId, runner);
  const done = await awaitDone(office, callId);
  const { reports, counts } = await office.call<ReportCallView>('reportCall', { params: { id: callId } });
  expectThat(counts.missing === 0 && reports.every(({ punctuality }) => punctuality.state === 'on-time'), 'mọi báo cáo đúng hạn');
  return [await saveWork(stage, office, done)];
}

async function call(stage: Stage, office: Session, reporting: Reporting, bodies: readonly Body[]): Promise<string> {
  const { movementId, occasion, year, dueOn } = reporting;
  const offer = await office.call<ReportOffer>('reportOffer', { params: { id: movementId }, query: { occasion, year: String(year) } });
  const day = offer.planDay?.day ?? dueOn;
  stage.say(offer.planDay === null ? `kế hoạch không nêu ngày báo cáo; đặt ${day}` : `báo cáo trước ${day} theo kế hoạch`);
  const here = new Set(bodies.map(({ orgId }) => orgId));
  const recipients = offer.recipients.filter(({ orgId }) => here.has(orgId)).map(({ orgId }) => orgId);
  const body = { occasion, year, dueOn: day, recipients };
  return (await office.call<{ id: string }>('callReports', { params: { id: movementId }, body })).id;
}

interface Sending {
  readonly callId: string;
  readonly body: Body;
}

async function sendReport({ cast }: Stage, office: Session, { callId, body }: Sending): Promise<void> {
  const reportId = await until(`báo cáo của ${body.prefix}`, async () => {
    const view = await office.call<ReportCallView>('reportCall', { params: { id: callId } });
    return view.reports.find(({ orgId }) => orgId === body.orgId)?.id;
  });
  const clerk = await cast.as(body.desk);
  await awaitStep(clerk, reportId, 'Lập báo cáo');
  const view = await clerk.call<ReportView>('movementReport', { params: { id: reportId } });
  const figures = Object.fromEntries(view.indicators.map(({ id, type }, at) => [id, figureOf(type, at)]));
  await clerk.call('saveReport', { params: { id: reportId }, body: { version: view.version, figures, texts: TEXTS, ownFile: false } });
  await doStep(clerk, reportId, 'Lập báo cáo', { outcome: 'submit' });
  await doStep(await cast.as(body.signer), reportId, 'Ký, gửi báo cáo', { outcome: 'send', signatureMode: 'digital' });
  const next = await until(`báo cáo của ${body.prefix} đã gửi`, async () => {
    const { openTasks } = await clerk.call<WorkView>('movementWork', { params: { id: reportId } });
    return openTasks.map((task) => task.name).find((name) => name === 'Cấp số báo cáo' || name === 'Xem, tiếp nhận báo cáo');
  });
  if (next === 'Cấp số báo cáo') {
    await doStep(await cast.as(body.clerk), reportId, 'Cấp số báo cáo', { mode: 'own' });
  }
  await doStep(office, reportId, 'Xem, tiếp nhận báo cáo', { outcome: 'accept' });
}

const TEXTS = {
  leadership: 'Đơn vị đã ban hành kế hoạch, phổ biến phong trào thi đua đến toàn thể cán bộ, người lao động.',
  results: 'Hoàn thành các nội dung đăng ký; nhiều cách làm mới được áp dụng.',
  limits: 'Một số nội dung còn chậm.',
  causes: 'Nguồn lực đầu tư còn hạn chế.',
  lessons: 'Người đứng đầu trực tiếp chỉ đạo thì phong trào có kết quả.',
  tasks: 'Tiếp tục thực hiện kế hoạch năm sau.',
};

/** Figures that add up: every body reports the same few. */
function figureOf(type: ReportViewIndicator['type'], at: number): ReportFigure {
  switch (type) {
    case 'number':
      return { value: at + 3 };
    case 'percent':
      return { part: 45, whole: 50 };
    case 'text':
      return { text: 'Đã thực hiện theo kế hoạch.' };
  }
}

type ReportViewIndicator = ReportView['indicators'][number];

async function compile(office: Session, callId: string): Promise<void> {
  await awaitStep(office, callId, 'Tổng hợp báo cáo');
  const view = await office.call<ReportCallView>('reportCall', { params: { id: callId } });
  await office.call('saveCompilation', { params: { id: callId }, body: { version: view.version, texts: TEXTS, adjustments: {} } });
}
