import { pdfWith } from './attachment-files';
import type { CouncilSessionView, TaskView } from '@thidua/contract';
import { isoOf, type JsonObject, type JsonValue } from '@thidua/kernel';
import type { RoundPlay } from './round-play';

export interface StoryRow {
  readonly name: string;
  readonly award: string;
  readonly kind?: 'individual' | 'collective';
  readonly personId?: string;
}

/** A unit of Gia Phúc sends a dossier and the commune receives it; answers the dossier and its round. */
export async function received(
  harness: RoundPlay,
  unit: string,
  rows: readonly StoryRow[],
  more: { readonly occasion?: string; readonly movementId?: string; readonly underMovementId?: string; readonly year?: number } = {},
): Promise<{ dossierId: string; roundId: string }> {
  const clerk = await harness.actor(`${unit}.nguoilap`);
  const { dossierId } = await harness.call(`${unit}.nguoilap`, 'launchDossier', {
    body: {
      orgId: clerk.positions[0]?.orgId,
      occasion: more.occasion ?? 'ad-hoc',
      year: more.year ?? 2026,
      title: `Đề nghị khen thưởng của ${unit}`,
      rows: rows.map(({ kind = 'individual', ...row }) => ({
        ...row,
        kind,
        title: 'Nhân viên',
        scope: 'inside',
        achievement: `Thành tích của ${row.name}, hoàn thành xuất sắc nhiệm vụ.`,
      })),
      ...(more.movementId === undefined ? {} : { movementId: more.movementId }),
      ...(more.underMovementId === undefined ? {} : { underMovementId: more.underMovementId }),
    },
  });
  await harness.does(`${unit}.nguoilap`, 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
  await harness.does(`${unit}.nguoilap`, 'Ghi kết quả họp bình xét', dossierId, (task) => ({
    heldAt: '2026-02-27',
    place: 'Phòng họp',
    chair: 'Thủ trưởng',
    secretary: 'Thư ký',
    invited: 10,
    present: 10,
    method: 'ballot',
    rows: entries(task, () => ({ yes: 10, no: 0, blank: 0 })),
  }));
  await harness.does(`${unit}.thutruong`, 'Ký tờ trình', dossierId, { outcome: 'sign', signatureMode: 'digital' });
  await harness.does(`${unit}.vanthu`, 'Cấp số tờ trình', dossierId, { mode: 'own' });
  await harness.does(`${unit.slice(0, 2)}.chuyenvien`, 'Tiếp nhận, kiểm tra thành phần hồ sơ', dossierId, { outcome: 'accept' });
  const [joined] = await harness.rows<{ id: string }>(
    'select w.round_id as id from round_row w join nominee_row n on n.id = w.row_id where n.dossier_id = $1 limit 1',
    [dossierId],
  );
  return { dossierId, roundId: joined?.id ?? '' };
}

/** Rows of a form with what the person adds to each. */
export function entries(task: TaskView, add: (row: JsonObject) => JsonObject): readonly JsonValue[] {
  const rows = task.values['rows'];
  return Array.isArray(rows) ? rows.map((row) => ({ ...(row as JsonObject), ...add(row as JsonObject) })) : [];
}

export interface Bench {
  readonly appraiser: string;
  readonly secretary: string;
}

export const COMMUNE: Bench = { appraiser: 'gp.chuyenvien', secretary: 'gp.thuky' };
export const PROVINCE: Bench = { appraiser: 'hp.snv.chuyenvien', secretary: 'hp.snv.thuky' };

export const COMMUNE_MEMBERS = ['gp.chutich', 'gp.phochutich', 'gp.thuky', ...[1, 2, 3, 4, 5, 6].map((n) => `gp.uyvien${n}`)] as const;
export const STANDING_MEMBERS = ['hp.chutich', 'hp.phochutich', 'hp.snv.giamdoc', 'hp.snv.thuky', 'hp.uyvien1', 'hp.uyvien2'] as const;

/** Intake closed, every row appraised; `notMet` names fail. */
export async function appraised(harness: RoundPlay, bench: Bench, roundId: string, notMet: readonly string[] = []): Promise<void> {
  await harness.does(bench.appraiser, 'Đóng nhận hồ sơ', roundId, {});
  await harness.does(bench.appraiser, 'Thẩm định hồ sơ', roundId, (task) => ({
    rows: entries(task, (row): JsonObject => {
      const failed = notMet.some((name) => name === row['name']);
      return failed ? { verdict: 'not-met', note: 'Chưa đủ tiêu chuẩn.' } : { verdict: 'met' };
    }),
  }));
}

/** Opens the session for two hours; answers its id. */
export async function sessionOpened(harness: RoundPlay, bench: Bench, roundId: string, absent: readonly string[] = []): Promise<string> {
  const closesAt = isoOf(harness.deps.clock.nowMs() + 2 * 3_600_000);
  const personIds = await Promise.all(absent.map(async (username) => (await harness.actor(username)).personId));
  const data = { place: 'Phòng họp số 1', closesAt, ...(absent.length === 0 ? {} : { absent: personIds }) };
  await harness.does(bench.secretary, 'Mở phiên họp Hội đồng', roundId, data);
  const view = await harness.call(bench.appraiser, 'round', { params: { id: roundId } });
  return view.sessionId ?? '';
}

/** One ballot; `choose` gives the option of each name. */
export async function voted(
  harness: RoundPlay,
  username: string,
  sessionId: string,
  choose: (name: string) => 'yes' | 'no' | 'blank' = () => 'yes',
): Promise<void> {
  const view: CouncilSessionView = await harness.call(username, 'councilSession', { params: { id: sessionId } });
  const task = await harness.call(username, 'task', { params: { id: view.myTaskId ?? '' } });
  const choices = Object.fromEntries(view.items.filter((item) => !item.ownRow).map((item) => [item.id, choose(item.name)]));
  const body = { taskId: task.id, taskVersion: task.version, choices };
  await harness.call(username, 'castBallot', { params: { id: sessionId }, body });
}

/** The secretary counts with a team of the first members who may; `more` is what else the form says. */
export async function counted(harness: RoundPlay, secretary: string, roundId: string, more: JsonObject = {}): Promise<void> {
  await harness.does(secretary, 'Kiểm phiếu, lập biên bản', roundId, (task) => ({ ...team(task), ...more }));
}

/** Head and members of the counting team, as the form offers them. */
export function team(task: TaskView): JsonObject {
  const offered = task.context['countingTeam'];
  const ids = Array.isArray(offered) ? offered.flatMap((one) => (one as JsonObject)['value'] ?? []) : [];
  return { head: ids[0] ?? '', team: ids.slice(1, 3) };
}

/** Session, everybody's vote, the count and the signed minutes. */
export async function councilHeld(
  harness: RoundPlay,
  { bench, members, chair }: { readonly bench: Bench; readonly members: readonly string[]; readonly chair: string },
  roundId: string,
  failing: readonly string[] = [],
): Promise<string> {
  const sessionId = await sessionOpened(harness, bench, roundId);
  for (const member of members) {
    await voted(harness, member, sessionId, (name) => (failing.includes(name) ? 'no' : 'yes'));
  }
  await counted(harness, bench.secretary, roundId);
  await harness.does(chair, 'Ký biên bản họp Hội đồng', roundId, { outcome: 'sign', signatureMode: 'digital' });
  return sessionId;
}

/** The scan of a signed paper, as far as its first and last bytes go. */
export const SCAN = { name: 'ket-luan.pdf', bytes: pdfWith({ text: 'ket luan' }) };

/** The paper that closes the hold of a row: its scan is filed, and the row goes on or ends with it. */
export async function concluded(harness: RoundPlay, username: string, rowId: string, violation = false): Promise<void> {
  const params = { id: rowId };
  await harness.call(username, 'uploadClosingPaper', { params, file: SCAN });
  const [row] = await harness.rows<{ version: number }>('select version from nominee_row where id = $1', [rowId]);
  const date = isoOf(harness.deps.clock.nowMs()).slice(0, 10);
  const paper = { number: '31/KL-UBKT', date, body: 'Ủy ban Kiểm tra' };
  const conclusion = violation ? 'Kết luận có vi phạm.' : 'Không có vi phạm.';
  await harness.call(username, 'releaseRow', { params, body: { version: row?.version, conclusion, violation, paper } });
}

/** From the year on, numbers of this type come from the document system of the commune with these initials. */
export async function elsewhere(play: RoundPlay, commune: string, documentType: string, year: number): Promise<void> {
  await play.rows(
    `insert into series_setting (province_id, org_id, document_type, year, mode, reason, set_by_person, set_by_position, set_at)
     select p.province_id, p.org_id, $2, $3, 'external', 'Dùng hệ thống quản lý văn bản của cơ quan', p.person_id, p.id, now()
     from position p join account a on a.person_id = p.person_id where a.username = $1 and p.role in ('chair', 'director')`,
    [`${commune}.chutich`, documentType, year],
  );
}
