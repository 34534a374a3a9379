import { changed, pointsInWords, scaleOf } from '@thidua/awards';
import { summed, tiesOf, type SummedSheet } from '@thidua/casework';
import type { AbsentMember, PaperDataOf, PersonRef, ScoredRow } from '@thidua/documents';
import type { JsonValue } from '@thidua/kernel';
import type { BoardCriterion, ScoreBoardRecord } from '@thidua/store';
import type { SceneRoom } from '../../load-scene';
import { objectOf } from '../../plain';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { issuerSignature, keptWith, standingWords } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';

/** A board with its sums, as its papers and its print on request show it. */
export interface BoardOnPaper {
  readonly board: ScoreBoardRecord;
  readonly sheets: readonly SummedSheet[];
}

export async function boardOnPaper({ deps }: Pick<SceneRoom, 'deps'>, provinceId: string, id: string): Promise<BoardOnPaper | undefined> {
  const { scores } = deps.stores;
  const board = await scores.byId(provinceId, id);
  const sheets = board === undefined ? [] : await scores.sheetsOf(provinceId, id);
  const lines = await scores.linesOf(
    provinceId,
    sheets.map((sheet) => sheet.id),
  );
  return board === undefined ? undefined : { board, sheets: summed(board, sheets, lines) };
}

/** Biên bản họp chấm điểm: every change with its reason, the ranks, and who is equal to whom. */
export async function scoringMinutesPaper(room: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { board, sheets } = await found(room, scene);
  const { work, org } = scene;
  const { meeting } = board;
  const posts = await room.deps.stores.people.positionsById(scene.provinceId, [textOf(meeting['chair']), textOf(meeting['secretary'])]);
  const person = (id: string): PersonRef => {
    const post = posts.find((one) => one.id === id);
    return { name: post?.fullName ?? '', title: post?.title ?? '' };
  };
  const chair = person(textOf(meeting['chair']));
  const absent = absentOf(meeting['absent']);
  const total = numberOf(meeting['total']);
  const frame = movementFrame(scene, {
    type: '',
    signature: { lines: ['CHỦ TRÌ'], name: chair.name },
    recipients: ['Các cơ quan, đơn vị được chấm điểm', 'Lưu: hồ sơ'],
  });
  const cluster = board.scope === 'cluster';
  const data: PaperDataOf<'bien-ban-cham-diem'> = {
    frame: { ...frame, date: textOf(meeting['date']) },
    subject: `Họp thẩm định, ${work.title.slice(0, 1).toLocaleLowerCase('vi')}${work.title.slice(1)}`,
    lead: cluster ? formalName(org) : `${capital(standingWords(scene))} ${placeWords(scene)}`.trim(),
    memberNoun: cluster ? 'đơn vị thành viên' : 'thành viên',
    meeting: {
      ...{ date: textOf(meeting['date']), startTime: textOf(meeting['startTime']), endTime: textOf(meeting['endTime']) },
      ...{ place: textOf(meeting['place']), chair, secretary: person(textOf(meeting['secretary'])), invited: [] },
      ...{ present: total - absent.length, total, absent },
    },
    scale: pointsInWords(scaleOf(board.criteria)),
    rows: sheets.map(scoredRow),
    changes: changesOf(board.criteria, sheets),
    missing: sheets.filter(({ sheet }) => sheet.handedInAt === null).map(({ sheet }) => sheet.orgName),
    ties: tiesOf(sheets, pointsInWords),
    opinions: textsOf(meeting['opinions']),
    conclusions: textsOf(meeting['conclusions']),
  };
  return [planOf('bien-ban-cham-diem', data, { slotOf: [work.id, org.id], orgId: org.id, title: `Biên bản: ${work.title}` })];
}

/** Bảng chấm điểm: every body by every criterion, signed and issued. */
export async function scoreTablePaper(room: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, org } = scene;
  const frame = movementFrame(scene, {
    type: '',
    signature: issuerSignature(scene),
    recipients: ['Các cơ quan, đơn vị có tên trong bảng', keptWith(scene)],
  });
  const data = { frame, ...scoreTable(await found(room, scene), { title: work.title, year: work.year }) };
  return [planOf('bang-cham-diem', data, { slotOf: [work.id, org.id], orgId: org.id, title: `Bảng điểm: ${work.title}` })];
}

/** The table without its frame: the issued paper and the print on request show the same. */
export function scoreTable(
  { board, sheets }: BoardOnPaper,
  { title, year }: { readonly title: string; readonly year: number | null },
): Omit<PaperDataOf<'bang-cham-diem'>, 'frame'> {
  const labels = criterionLabels(board.criteria);
  return {
    subject: title.replace(/^Chấm điểm thi/u, 'Thi'),
    period: `năm ${String(year ?? '')}`,
    criteria: board.criteria.map(({ text, most, movement }, at) => ({
      ...{ label: labels[at] ?? '', text: text.replace(/[.;]+$/u, ''), most: pointsInWords(most), movement },
    })),
    rows: sheets.map((one, at) => ({
      ...scoredRow(one, at),
      points: board.criteria.map(({ id }) => written(one.lines.find(({ criterion }) => criterion === id)?.given ?? null)),
      note: [...(one.rank.tied ? ['Bằng điểm'] : []), ...(one.sheet.handedInAt === null ? ['Không gửi bảng tự chấm'] : [])].join('; '),
    })),
    notes: ['Điểm từng tiêu chí trong bảng là điểm thẩm định; tổng điểm bằng điểm các tiêu chí cộng điểm thưởng, trừ điểm trừ'],
  };
}

/** 'TC1', 'TC2', 'Thưởng 1', 'Trừ 1'. */
export function criterionLabels(criteria: readonly BoardCriterion[]): readonly string[] {
  const words = { base: 'TC', bonus: 'Thưởng ', deduction: 'Trừ ' } as const;
  return criteria.map(({ kind }, at) => `${words[kind]}${String(criteria.slice(0, at + 1).filter((one) => one.kind === kind).length)}`);
}

function scoredRow({ sheet, selfTotal, givenTotal, rank }: SummedSheet, at: number): ScoredRow {
  const self = sheet.handedInAt === null ? '' : pointsInWords(selfTotal);
  return { index: at + 1, name: sheet.orgName, self, given: pointsInWords(givenTotal), rank: rank.rank, tied: rank.tied };
}

function changesOf(criteria: readonly BoardCriterion[], sheets: readonly SummedSheet[]): PaperDataOf<'bien-ban-cham-diem'>['changes'] {
  const found = sheets.flatMap(({ sheet, lines }) =>
    criteria.flatMap(({ id, text }) => {
      const line = lines.find(({ criterion }) => criterion === id);
      return line === undefined || sheet.handedInAt === null || !changed(line) ? [] : [{ sheet, text, line }];
    }),
  );
  return found.map(({ sheet, text, line }, at) => ({
    ...{ index: at + 1, name: sheet.orgName, criterion: text, self: written(line.self), given: written(line.given) },
    reason: line.reason ?? '',
  }));
}

function written(points: string | null): string {
  return points === null ? '' : pointsInWords(points);
}

async function found(room: SceneRoom, { provinceId, work }: MovementScene): Promise<BoardOnPaper> {
  const board = await boardOnPaper(room, provinceId, work.id);
  if (board === undefined) {
    throw new Error(`work ${work.id} scores nobody`);
  }
  return board;
}

function absentOf(value: JsonValue | undefined): readonly AbsentMember[] {
  return Array.isArray(value)
    ? value.map(objectOf).map((one) => ({ name: textOf(one['name']), title: textOf(one['title']), reason: textOf(one['reason']) }))
    : [];
}

function placeWords({ org }: MovementScene): string {
  return org.level === 'UNIT' || org.kind === 'province' ? '' : org.name.replace(/^UBND /u, '');
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function numberOf(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
