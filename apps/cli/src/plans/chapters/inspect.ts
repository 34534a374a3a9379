import type { InspectedUnitView, InspectionView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { expectThat, type Stage } from '../../cases/case';
import type { CaseLine } from '../../report';
import { todayOf } from '../../steps/clock';
import { nameOf } from '../../steps/unit';
import { awaitDone, awaitStep, doStep, issuePaper, type PaperDesk } from '../../steps/works';
import { until } from '../../until';
import { bodiesOf, runnerOf, type Body } from '../bodies';
import type { PlanPlace } from '../plan-story';
import { saveWork } from '../work-papers';

interface Inspecting {
  readonly movementId: string;
  readonly year: number;
  /** Prefix of the inspected body's user names. */
  readonly body: string;
}

/** The year's inspection of one body: plan, team, notice, minutes of both sides, conclusion, what had to be mended. */
export async function inspect(stage: Stage, place: PlanPlace, { movementId, year, body }: Inspecting): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const runner = runnerOf(place);
  const office = await cast.as(runner.desk);
  const inspected = (await bodiesOf(cast, place)).find((one) => one.prefix === body);
  expectThat(inspected !== undefined, `${body} có trong nơi nhận`);
  if (inspected === undefined) {
    return [];
  }
  const opened = await office.call<{ workId: string }>('openInspection', { params: { id: movementId }, body: { year, dueOn: null } });
  stage.say('lập kế hoạch, quyết định Đoàn kiểm tra');
  await plan(stage, runner, opened.workId, inspected);
  await team(stage, runner, opened.workId);
  const unit = await until('việc kiểm tra tại đơn vị', async () => {
    const view = await office.call<InspectionView>('inspection', { params: { id: opened.workId } });
    return view.units[0]?.workId;
  });
  stage.say(`kiểm tra tại ${body}, biên bản, kết luận, khắc phục`);
  await visit(stage, runner, unit, inspected);
  await conclude(stage, runner, unit);
  await mend(stage, runner, unit, inspected);
  return [
    await saveWork(stage, office, await awaitDone(office, opened.workId)),
    await saveWork(stage, office, await awaitDone(office, unit)),
  ];
}

async function plan({ cast }: Stage, runner: PaperDesk, workId: string, body: Body): Promise<void> {
  const office = await cast.as(runner.desk);
  const today = await todayOf(office);
  await awaitStep(office, workId, 'Lập kế hoạch kiểm tra');
  const { version, items, periodFrom, periodTo } = await office.call<InspectionView>('inspection', { params: { id: workId } });
  await office.call('saveInspectionPlan', {
    params: { id: workId },
    body: {
      version,
      periodFrom: periodFrom ?? `${today.slice(0, 4)}-01-01`,
      periodTo: periodTo ?? today,
      items: items.length > 0 ? items : ITEMS,
      bodies: [{ orgId: body.orgId, date: today, place: 'Trụ sở đơn vị' }],
    },
  });
  await doStep(office, workId, 'Lập kế hoạch kiểm tra');
  await issuePaper(cast, workId, runner);
}

/** Where the plan's criteria give nothing to look at. */
const ITEMS = [
  { id: 'ke-hoach', text: 'Ban hành kế hoạch, phổ biến phong trào thi đua đến cán bộ, người lao động' },
  { id: 'ket-qua', text: 'Kết quả thực hiện nội dung, tiêu chí thi đua' },
  { id: 'bao-cao', text: 'Thực hiện chế độ thông tin, báo cáo' },
];

async function team({ cast }: Stage, runner: PaperDesk, workId: string): Promise<void> {
  const office = await cast.as(runner.desk);
  await awaitStep(office, workId, 'Lập Đoàn kiểm tra');
  const { version, choices } = await office.call<InspectionView>('inspection', { params: { id: workId } });
  const leader = await nameOf(cast, leaderOf(runner));
  const posts = choices.posts.toSorted((a, b) => Number(b.name === leader) - Number(a.name === leader));
  const roles = ['leader', 'secretary', 'member'] as const;
  const members = posts.slice(0, roles.length).map((post, at) => ({ ...post, role: roles[at] ?? 'member' }));
  await office.call('saveInspectionTeam', { params: { id: workId }, body: { version, team: members } });
  await doStep(office, workId, 'Lập Đoàn kiểm tra');
  await issuePaper(cast, workId, runner);
}

async function visit({ cast }: Stage, runner: PaperDesk, unit: string, body: Body): Promise<void> {
  const office = await cast.as(runner.desk);
  const today = await todayOf(office);
  await doStep(office, unit, 'Chốt lịch kiểm tra', {
    ...{ date: today, startTime: '08:00', place: 'Trụ sở đơn vị' },
    participants: 'Lãnh đạo đơn vị, công chức phụ trách thi đua, khen thưởng',
    preparation: 'Báo cáo kết quả thực hiện phong trào; kế hoạch, tài liệu minh chứng',
    contact: 'Cơ quan thường trực Hội đồng Thi đua - Khen thưởng',
  });
  await issuePaper(cast, unit, runner);
  await awaitStep(office, unit, 'Kiểm tra, ghi kết quả');
  const view = await office.call<InspectedUnitView>('inspectedUnit', { params: { id: unit } });
  const findings = view.findings.map(({ item }, at) => ({
    item,
    result: at === 0 ? 'unmet' : 'met',
    remark: at === 0 ? 'Kế hoạch của đơn vị chưa cụ thể hóa chỉ tiêu.' : 'Thực hiện đầy đủ.',
    documents: 'Kế hoạch, báo cáo của đơn vị',
  }));
  const minutes = {
    ...{ startTime: '08:00', endTime: '11:00' },
    inspectors: view.team.map(({ name, title }) => ({ name, title })),
    representatives: [{ name: await nameOf(cast, body.signer), title: 'Thủ trưởng đơn vị' }],
    requests: ['Bổ sung chỉ tiêu cụ thể vào kế hoạch của đơn vị.'],
  };
  await office.call('saveFindings', { params: { id: unit }, body: { version: view.version, findings, ...minutes } });
  await doStep(office, unit, 'Kiểm tra, ghi kết quả');
  await doStep(await cast.as(body.signer), unit, 'Đơn vị được kiểm tra ký biên bản', {
    outcome: 'sign',
    answer: 'Đơn vị nhất trí với nội dung biên bản.',
  });
  // Minutes bear no number; the leader of the team signs them.
  await issuePaper(cast, unit, { ...runner, signer: leaderOf(runner) }, false);
}

async function conclude({ cast }: Stage, runner: PaperDesk, unit: string): Promise<void> {
  const office = await cast.as(runner.desk);
  await awaitStep(office, unit, 'Dự thảo kết luận kiểm tra');
  const { version, conclusion } = await office.call<InspectedUnitView>('inspectedUnit', { params: { id: unit } });
  const [year] = (await todayOf(office)).split('-');
  const body = {
    ...conclusion,
    version,
    result: 'with-shortcomings',
    summary: ['Đơn vị đã triển khai phong trào thi đua, có kết quả cụ thể.'],
    strengths: ['Thực hiện đầy đủ chế độ báo cáo; có mô hình ứng dụng công nghệ số.'],
    shortcomings: ['Kế hoạch của đơn vị chưa cụ thể hóa chỉ tiêu.'],
    requests: [{ request: 'Bổ sung chỉ tiêu cụ thể vào kế hoạch của đơn vị.', dueOn: `${year ?? ''}-12-15` }],
  };
  await office.call('saveConclusion', { params: { id: unit }, body });
  await doStep(office, unit, 'Dự thảo kết luận kiểm tra');
  await issuePaper(cast, unit, runner);
}

async function mend({ cast }: Stage, runner: PaperDesk, unit: string, body: Body): Promise<void> {
  const clerk = await cast.as(body.desk);
  const done: JsonObject = { report: 'Đã ban hành kế hoạch bổ sung chỉ tiêu cụ thể.', doneOn: await todayOf(clerk) };
  await doStep(clerk, unit, 'Khắc phục theo kết luận kiểm tra', done);
  await doStep(await cast.as(runner.desk), unit, 'Xác nhận kết quả khắc phục', { outcome: 'accept' });
}

/** The chair's deputy leads the team. */
function leaderOf({ signer }: PaperDesk): string {
  return signer.replace(/chutich$/, 'phochutich');
}
