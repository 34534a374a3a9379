import type { ScoreBoardView, ScoreSheetView, TaskView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { expectThat, type Stage } from '../../cases/case';
import type { CaseLine } from '../../report';
import { todayOf } from '../../steps/clock';
import { nameOf } from '../../steps/unit';
import { awaitDone, awaitStep, doStep, finishStep, issuePaper } from '../../steps/works';
import { until } from '../../until';
import { bodiesOf, runnerOf, type Body } from '../bodies';
import type { PlanPlace } from '../plan-story';
import { saveWork } from '../work-papers';

interface Scoring {
  readonly movementId: string;
  readonly year: number;
}

/** The year's scores of the units: criteria, own points, appraised points, minutes, ranking. */
export async function score(stage: Stage, place: PlanPlace, { movementId, year }: Scoring): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const runner = runnerOf(place);
  const office = await cast.as(runner.desk);
  const { workId } = await office.call<{ workId: string }>('openScoring', { params: { id: movementId }, body: { year, clusterId: null } });
  const bodies = await setCriteria(stage, office, workId, await bodiesOf(cast, place));
  for (const body of bodies) {
    await scoreOneself(stage, office, workId, body);
  }
  await doStep(office, workId, 'Đóng nhận bảng tự chấm');
  await givePoints(office, workId);
  await doStep(office, workId, 'Thẩm định điểm');
  await meet(office, workId, { chair: await nameOf(cast, runner.signer), total: bodies.length });
  await issuePaper(cast, workId, runner, false);
  await issuePaper(cast, workId, runner, false);
  const done = await awaitDone(office, workId);
  const board = await office.call<ScoreBoardView>('scoreBoard', { params: { id: workId } });
  expectThat(board.recordedAt !== null && board.sheets.every((sheet) => sheet.rank !== null), 'bảng điểm đã ghi nhận, có xếp hạng');
  stage.say(`xếp hạng: ${board.sheets.map((sheet) => `${String(sheet.rank)}. ${sheet.orgName} ${sheet.givenTotal}`).join('; ')}`);
  return [await saveWork(stage, office, done)];
}

type Person = Awaited<ReturnType<Stage['cast']['as']>>;

const SCORED = 3;
const CRITERIA = [
  { id: 'nhiem-vu', kind: 'base', text: 'Thực hiện nhiệm vụ chính trị, chuyên môn được giao', most: '60', movement: false },
  { id: 'phong-trao', kind: 'base', text: 'Kết quả thực hiện phong trào thi đua', most: '30', movement: true },
  { id: 'bao-cao', kind: 'base', text: 'Thực hiện chế độ thông tin, báo cáo', most: '10', movement: false },
] as const;

/** The first bodies that may be scored are; answers them. */
async function setCriteria(stage: Stage, office: Person, workId: string, around: readonly Body[]): Promise<readonly Body[]> {
  await awaitStep(office, workId, 'Lập bảng tiêu chí chấm điểm');
  const board = await office.call<ScoreBoardView>('scoreBoard', { params: { id: workId } });
  const choices = new Set(board.choices.map(({ orgId }) => orgId));
  const bodies = around.filter(({ orgId }) => choices.has(orgId)).slice(0, SCORED);
  stage.say(`lập bảng tiêu chí, ${bodies.length} đơn vị tự chấm`);
  await office.call('saveScoreBoard', {
    params: { id: workId },
    body: {
      version: board.version,
      criteria: criteriaOf(board),
      bodies: bodies.map(({ orgId }) => orgId),
      dueOn: `${(await todayOf(office)).slice(0, 4)}-12-31`,
    },
  });
  await doStep(office, workId, 'Lập bảng tiêu chí chấm điểm');
  return bodies;
}

/** The row of the movement's own result stands in the board; what it is worth, and the rows beside it, the standing office says. */
function criteriaOf({ criteria }: ScoreBoardView): readonly object[] {
  const own = criteria.filter(({ movement }) => movement).map((row) => ({ ...row, most: '30' }));
  return own.length === 0 ? CRITERIA : [...CRITERIA.filter(({ movement }) => !movement), ...own];
}

async function scoreOneself({ cast }: Stage, office: Person, boardId: string, body: Body): Promise<void> {
  const sheetId = await until(`bảng tự chấm của ${body.prefix}`, async () => {
    const board = await office.call<ScoreBoardView>('scoreBoard', { params: { id: boardId } });
    return board.sheets.find((sheet) => sheet.orgId === body.orgId)?.sheetId;
  });
  const clerk = await cast.as(body.desk);
  await awaitStep(clerk, sheetId, 'Tự chấm điểm');
  const sheet = await clerk.call<ScoreSheetView>('scoreSheet', { params: { id: sheetId } });
  const lines = sheet.criteria.map(({ id, kind, most }) => ({
    criterion: id,
    self: kind === 'base' ? most : '0',
    note: 'Tự chấm theo kết quả.',
  }));
  await clerk.call('saveSelfScores', { params: { id: sheetId }, body: { version: sheet.version, lines } });
  await doStep(clerk, sheetId, 'Tự chấm điểm');
  await doStep(await cast.as(body.signer), sheetId, 'Duyệt bảng tự chấm', { outcome: 'approve' });
}

/** The first body keeps its points, every further one loses one point with the reason. */
async function givePoints(office: Person, workId: string): Promise<void> {
  await awaitStep(office, workId, 'Thẩm định điểm');
  const board = await office.call<ScoreBoardView>('scoreBoard', { params: { id: workId } });
  for (const [at, sheet] of board.sheets.entries()) {
    const lines = sheet.lines.map(({ criterion, self }, row) => {
      const less = row === 0 && at > 0 && self !== null;
      return {
        criterion,
        given: less ? String(Number(self) - at) : self,
        reason: less ? 'Một số chỉ tiêu chưa có minh chứng.' : null,
      };
    });
    await office.call('saveGivenScores', { params: { id: workId }, body: { sheetId: sheet.sheetId, version: sheet.version, lines } });
  }
}

async function meet(office: Person, workId: string, { chair, total }: { readonly chair: string; readonly total: number }): Promise<void> {
  const task = await awaitStep(office, workId, 'Ghi biên bản họp chấm điểm');
  const data: JsonObject = {
    ...{ date: await todayOf(office), startTime: '14:00', endTime: '16:30', place: 'Phòng họp trụ sở' },
    ...{ chair: choice(task, chair, true), secretary: choice(task, chair, false), total },
    ...{ opinions: 'Các ý kiến nhất trí với điểm thẩm định.', conclusions: 'Thống nhất bảng điểm, thứ tự xếp hạng.' },
  };
  await finishStep(office, task, data);
}

/** The post of this name among those the form offers, or of anyone else. */
function choice({ context }: TaskView, name: string, wanted: boolean): string {
  const lists = Object.values(context).filter((value) => Array.isArray(value)) as unknown as readonly (readonly JsonObject[])[]; // lists of choices
  const offered = lists.flat().filter(({ label }) => typeof label === 'string' && label.startsWith(name) === wanted);
  const value = offered[0]?.['value'];
  return typeof value === 'string' ? value : '';
}
