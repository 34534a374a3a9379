import type { Handler } from '../handler';
import { timelineEntries } from '../queries/timeline';
import { roundFor } from './sight';

/** Acts that are no step of the diagram. */
const TEXTS: Readonly<Record<string, string>> = {
  'round-opened': 'Mở đợt xét',
  'central-paper-recorded': 'Ghi nhận văn bản của trung ương',
  'scan-uploaded': 'Tải bản ký tay đã quét',
  'opinions-asked': 'Gửi văn bản lấy ý kiến',
  'opinion-answered': 'Nhận văn bản trả lời ý kiến',
  'opinion-withdrawn': 'Rút câu hỏi xin ý kiến',
  'list-published': 'Công khai danh sách đề nghị khen thưởng',
  'comment-recorded': 'Ghi nhận ý kiến góp ý',
  'comment-handled': 'Xử lý ý kiến góp ý',
  'public-notice-closed': 'Tổng hợp ý kiến góp ý',
  'rows-refused': 'Không khen thưởng',
  'central-question-answered': 'Trả lời ý kiến trung ương hỏi',
  'other-form-answered': 'Trả lời đề nghị hình thức khác của Bộ Nội vụ',
  'certificates-handed-over': 'Sao gửi quyết định, bàn giao hiện vật',
};

/** Who did what in a round, its process and its papers, oldest first. */
export const roundTimeline: Handler<'roundTimeline'> = async (deps, { actor, params }) => {
  const { provinceId } = actor;
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const papers = await deps.stores.papers.about(provinceId, { roundId: round.id });
  const subjects = [round.id, ...(round.instanceId === null ? [] : [round.instanceId]), ...papers.map((paper) => paper.id)];
  const entries = await timelineEntries(deps, provinceId, await deps.stores.trail.timeline(provinceId, subjects));
  return { entries: entries.map((entry) => ({ ...entry, text: TEXTS[entry.action] ?? entry.text })) };
};
