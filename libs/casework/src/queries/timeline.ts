import type { TimelineEntry } from '@thidua/contract';
import { isoOf, type JsonObject } from '@thidua/kernel';
import type { PositionRecord, TrailLine } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { jsonRecord } from '../json-record';
import { reassignedWords } from '../operations/reassigned-words';

/** Acts people read about, in words; what has no words here is told by the name of its step. */
export const ACT_TEXTS: Readonly<Record<string, string>> = {
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
  'task-reassigned': 'Giao lại việc',
  'incident-retried': 'Chạy lại bước dừng vì sự cố',
  migrate: 'Chuyển sang phiên bản quy trình khác',
  'undo-migration': 'Trở về phiên bản quy trình cũ',
  'due-day-moved': 'Tính lại hạn xử lý theo lịch, quy định mới',
  'paper-dossier-entered': 'Nhập thay hồ sơ nộp bản giấy',
  'paper-part-scanned': 'Đưa bản quét vào hồ sơ giấy',
  'own-file-brought': 'Dùng tệp của đơn vị thay cho văn bản do hệ thống soạn',
  'own-file-dropped': 'Bỏ tệp của đơn vị',
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
  'revocation-opened': 'Đề nghị hủy bỏ khen thưởng theo kết luận',
  'revocation-signed': 'Ký quyết định hủy bỏ khen thưởng',
  'revocation-paper-recorded': 'Ghi nhận văn bản của trung ương về việc hủy bỏ',
  'award-kept': 'Người có thẩm quyền không hủy bỏ khen thưởng',
  'recovery-recorded': 'Ghi nhận hiện vật, tiền thưởng nộp lại',
  'conclusion-uploaded': 'Tải bản quét kết luận',
  'paper-correct-form-asked': 'Đề nghị đính chính thể thức văn bản',
  'paper-correct-content-asked': 'Đề nghị đính chính nội dung văn bản',
  'paper-cancel-asked': 'Đề nghị hủy bỏ văn bản',
  'paper-replace-asked': 'Đề nghị cấp lại giấy chứng nhận',
  'paper-copy-asked': 'Đề nghị sao y văn bản',
  'paper-change-refused': 'Không đồng ý đề nghị về văn bản',
  'number-withdrawn': 'Hủy số văn bản',
  'round-opened': 'Mở đợt xét',
  'central-paper-recorded': 'Ghi nhận văn bản của trung ương',
  'scan-uploaded': 'Tải bản ký tay đã quét',
};

/** Acts of a round that the units behind its rows read too; who voted, and what was drafted and sent back, is not theirs. */
const OF_ROUNDS: readonly string[] = [
  ...[
    'round-opened',
    'round-intake-closed',
    'rows-appraised',
    'opinions-asked',
    'opinion-answered',
    'list-published',
    'public-notice-closed',
  ],
  ...['council-session-opened', 'council-session-postponed', 'ballots-counted', 'decision-signed', 'rows-refused', 'papers-signed'],
  ...['numbers-taken', 'sent-to-centre', 'central-paper-recorded', 'certificates-handed-over'],
];

/** Acts without an account behind them that people look for in a history. */
const SHOWN_WITHOUT_ACCOUNT: readonly string[] = ['nominee-confirmed', 'handed-over'];

/** What happened to a dossier and who did it; the machine's own steps stay out. */
export const dossierTimeline: Handler<'dossierTimeline'> = async (deps, { actor, params }) => {
  const found = await dossierFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { stores } = deps;
  const [instanceIds, places, papers] = await Promise.all([
    stores.traces.instanceIds(provinceId, found.id),
    stores.traces.rounds(provinceId, found.id),
    stores.papers.about(provinceId, { dossierId: found.id }),
  ]);
  const rounds = await Promise.all(places.map((place) => stores.rounds.byId(provinceId, place.roundId)));
  const shared = new Set(
    rounds.flatMap((round) => (round === undefined ? [] : [round.id, ...(round.instanceId === null ? [] : [round.instanceId])])),
  );
  const subjects = [...new Set([found.id, ...instanceIds, ...shared, ...papers.map((paper) => paper.id)])];
  const lines = await stores.trail.timeline(provinceId, subjects);
  const own = lines.filter((line) => !shared.has(line.subjectId) || OF_ROUNDS.includes(line.action));
  return { entries: await timelineEntries(deps, provinceId, own) };
};

/** Lines of people as a page shows them, with the names behind their ids. */
export async function timelineEntries(deps: CaseworkDeps, provinceId: string, lines: readonly TrailLine[]): Promise<TimelineEntry[]> {
  const shown = lines.filter(
    (line) => line.personId !== null || (SHOWN_WITHOUT_ACCOUNT.includes(line.action) && line.subjectType !== 'instance'),
  );
  const [persons, posts, steps, bodies, handed] = await Promise.all([
    deps.stores.people.persons(provinceId, idsOf(shown, 'personId')),
    deps.stores.people.positionsById(provinceId, [...idsOf(shown, 'positionId'), ...idsOf(shown, 'onBehalfOf')]),
    stepNames(deps, provinceId, shown),
    bodyNames(deps, provinceId, shown),
    reassignedWords(deps, provinceId, shown),
  ]);
  const nameOf = new Map(persons.map((person) => [person.id, person.fullName]));
  const titleOf = new Map(posts.map((post) => [post.id, post.title]));
  return shown.map((line) => ({
    at: isoOf(line.at.getTime()),
    action: line.action,
    text: `${ACT_TEXTS[line.action] ?? steps(line) ?? ''}${bodies(line)}${handed(line)}`,
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
