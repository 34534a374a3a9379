import type { TimelineEntry } from '@thidua/contract';
import { isoOf, type JsonObject } from '@thidua/kernel';
import type { PositionRecord, TrailLine } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { jsonRecord } from '../json-record';

/** Acts people read about, in words; what has no words here is told by the name of its step. */
const TEXTS: Readonly<Record<string, string>> = {
  'dossier-launched': 'Lập hồ sơ',
  'report-written': 'Hoàn thiện báo cáo thành tích',
  'review-meeting-recorded': 'Ghi kết quả họp bình xét',
  'dossier-received': 'Tiếp nhận hồ sơ, đưa vào đợt xét',
  'supplement-asked': 'Yêu cầu bổ sung hồ sơ',
  'dossier-supplemented': 'Bổ sung hồ sơ',
  'dossier-turned-away': 'Từ chối tiếp nhận hồ sơ',
  'dossier-withdrawn': 'Rút hồ sơ',
  'verdict-overridden': 'Bỏ qua một cảnh báo, có lý do',
  'row-held': 'Tạm dừng xét một trường hợp',
  'row-released': 'Kết luận về trường hợp tạm dừng',
  'row-withdrawn': 'Rút một trường hợp',
  'handed-over': 'Bàn giao cho cơ quan kế thừa',
  'due-day-moved': 'Tính lại hạn xử lý theo lịch, quy định mới',
  'paper-dossier-entered': 'Nhập thay hồ sơ nộp bản giấy',
  'paper-part-scanned': 'Đưa bản quét vào hồ sơ giấy',
  'paper-dossier-submitted': 'Nộp bản giấy',
  'paper-entry-checked': 'Đối chiếu hồ sơ nhập thay với bản giấy',
  'report-link-made': 'Tạo đường dẫn một lần cho người được đề nghị',
  'report-link-revoked': 'Thu hồi đường dẫn đã gửi người được đề nghị',
  'nominee-confirmed': 'Người được đề nghị xác nhận báo cáo thành tích',
  'outsider-told': 'Ghi cơ quan quản lý, nơi cư trú của người ngoài hệ thống',
  'confirmation-asked': 'Gửi văn bản đề nghị xác nhận người ngoài hệ thống',
  'secret-dossier-numbered': 'Cấp mã hồ sơ giấy có độ mật',
  'secret-paper-moved': 'Chuyển nơi giữ hồ sơ giấy',
  'secret-dossier-closed': 'Kết thúc hồ sơ giấy có độ mật',
};

/** Acts without an account behind them that people look for in a history. */
const SHOWN_WITHOUT_ACCOUNT: readonly string[] = ['nominee-confirmed', 'handed-over'];

/** What happened to a dossier and who did it; the machine's own steps stay out. */
export const dossierTimeline: Handler<'dossierTimeline'> = async (deps, { actor, params }) => {
  const found = await dossierFor(deps, actor, params['id'] ?? '');
  const subjects = [found.id, ...(found.instanceId === null ? [] : [found.instanceId])];
  const lines = await deps.stores.trail.timeline(actor.provinceId, subjects);
  return { entries: await timelineEntries(deps, actor.provinceId, lines) };
};

/** Lines of people as a page shows them, with the names behind their ids. */
export async function timelineEntries(deps: CaseworkDeps, provinceId: string, lines: readonly TrailLine[]): Promise<TimelineEntry[]> {
  const shown = lines.filter(
    (line) => line.personId !== null || (SHOWN_WITHOUT_ACCOUNT.includes(line.action) && line.subjectType !== 'instance'),
  );
  const [persons, posts, steps, bodies] = await Promise.all([
    deps.stores.people.persons(provinceId, idsOf(shown, 'personId')),
    deps.stores.people.positionsById(provinceId, [...idsOf(shown, 'positionId'), ...idsOf(shown, 'onBehalfOf')]),
    stepNames(deps, provinceId, shown),
    bodyNames(deps, provinceId, shown),
  ]);
  const nameOf = new Map(persons.map((person) => [person.id, person.fullName]));
  const titleOf = new Map(posts.map((post) => [post.id, post.title]));
  return shown.map((line) => ({
    at: isoOf(line.at.getTime()),
    action: line.action,
    text: `${TEXTS[line.action] ?? steps(line) ?? ''}${bodies(line)}`,
    person: nameOf.get(line.personId ?? '') ?? null,
    position: titleOf.get(line.positionId ?? '') ?? null,
    onBehalfOf: lenderOf(line, posts),
    facts: jsonRecord(line.facts),
  }));
}

/** ': UBND thị xã A → UBND xã B' for lines that tell of two bodies. */
async function bodyNames({ stores }: CaseworkDeps, provinceId: string, lines: readonly TrailLine[]): Promise<(line: TrailLine) => string> {
  const told = lines.some((line) => line.action === 'handed-over');
  const names = new Map((told ? await stores.people.orgs(provinceId) : []).map((org) => [org.id, org.name]));
  return ({ action, facts }) =>
    action === 'handed-over' ? `: ${names.get(textIn(facts, 'fromOrgId')) ?? ''} → ${names.get(textIn(facts, 'toOrgId')) ?? ''}` : '';
}

/** Post, person and paper behind an act for another: 'Chủ tịch UBND xã A, Nguyễn Văn B (Quyết định số 12/QĐ-UBND)' (check 13). */
function lenderOf({ onBehalfOf, facts }: TrailLine, posts: readonly PositionRecord[]): string | null {
  const post = posts.find((one) => one.id === onBehalfOf);
  const paper = textIn(facts, 'delegationPaper');
  return post === undefined ? null : `${post.title}, ${post.fullName}${paper === '' ? '' : ` (${paper})`}`;
}

function idsOf(lines: readonly TrailLine[], key: 'personId' | 'positionId' | 'onBehalfOf'): readonly string[] {
  return [...new Set(lines.flatMap((line) => line[key] ?? []))];
}

/** Names of the steps that lines are about, from the tasks themselves. */
async function stepNames(
  { stores }: CaseworkDeps,
  provinceId: string,
  lines: readonly TrailLine[],
): Promise<(line: TrailLine) => string | undefined> {
  const instances = [...new Set(lines.filter((line) => line.subjectType === 'instance').map((line) => line.subjectId))];
  const tasks = (await Promise.all(instances.map((id) => stores.tasks.ofInstance(provinceId, id)))).flat();
  const names = new Map(tasks.map((task) => [`${task.instanceId}/${task.elementId}`, task.name]));
  return (line) => names.get(`${line.subjectId}/${textIn(line.facts, 'task')}`);
}

function textIn(facts: JsonObject, key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value : '';
}
