import { ballotRuleFor } from '@thidua/awards';
import type { CountMinutes } from '@thidua/documents';
import { dateWords, padNumber } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { CommentRecord, SessionFacts } from '@thidua/store';
import { textOf } from '../nominees';
import type { RoundScene } from '../scene';
import { awardHere } from './deciding';

const VIA = { web: 'trực tuyến', paper: 'bằng văn bản', phone: 'qua điện thoại' } as const;
const HANDLED = {
  accepted: 'tiếp thu',
  explained: 'đã giải trình',
  'no-ground': 'không có căn cứ',
  held: 'tạm dừng trường hợp để xác minh',
} as const;
const ANSWERS = { agree: 'đồng ý', disagree: 'không đồng ý', other: 'có ý kiến khác' } as const;

/** Publication, its comments and what was done about each (T-01): it stands in the minutes. */
export function publicationWords(scene: RoundScene): readonly string[] {
  const { notice } = scene;
  if (notice === undefined) {
    return [];
  }
  const names = scene.rows.filter((row) => notice.rowIds.includes(row.id)).map((row) => row.name);
  const opening = `Danh sách ${names.join(', ')} được công khai ${dateWords(notice.publishedOn)} trên ${notice.channels.join(', ')} (${notice.ruleId}).`;
  if (notice.comments.length === 0) {
    return [opening, 'Trong thời gian công khai không nhận được ý kiến, đơn thư.'];
  }
  return [
    opening,
    `Đã nhận ${padNumber(notice.comments.length)} ý kiến, kết quả xử lý:`,
    ...notice.comments.map((comment) => commentWords(scene, comment)),
    ...(notice.summary === null ? [] : [notice.summary]),
  ];
}

function commentWords(scene: RoundScene, { rowId, via, receivedAt, text, handling, handlingText }: CommentRecord): string {
  const about = scene.rows.find((row) => row.id === rowId)?.name;
  const result = handling === null ? 'chưa xử lý' : `${HANDLED[handling]}${handlingText === null ? '' : ` (${handlingText})`}`;
  const day = dateWords(formatLocalDate(dayOf(receivedAt.getTime())));
  return `- Ý kiến nhận ${VIA[via]}, ${day}${about === undefined ? '' : `, về trường hợp ${about}`}: ${text}. Kết quả: ${result}.`;
}

/** Opinions of the bodies asked, as they answered (ND152 33.11.c). */
export function opinionWords(scene: RoundScene): readonly string[] {
  return scene.opinions
    .filter((opinion) => opinion.answer !== null)
    .map(({ body, subject, answer, text, numberText }) => {
      const paper = numberText === null ? '' : ` (văn bản số ${numberText})`;
      return `Ý kiến của ${body} về ${subject}: ${ANSWERS[answer ?? 'other']}${text === null || text === '' ? '' : `, ${text}`}${paper}.`;
    });
}

/** How many were there, of how many that had to be; sessions that did not take place before. */
export function quorumWords({ present, total, quorumNeeded, quorumRule, postponements }: SessionFacts): string {
  const before = postponements.map(
    ({ atMs, present: were, reason }) =>
      `Phiên họp ${dateWords(formatLocalDate(dayOf(atMs)))} hoãn do chỉ có ${padNumber(were)} thành viên có mặt (${reason}).`,
  );
  const quorum =
    quorumNeeded === null
      ? []
      : [
          `Số thành viên có mặt khi khai mạc ${padNumber(present)}/${padNumber(total)}, đủ điều kiện tiến hành phiên họp (yêu cầu ít nhất ${padNumber(quorumNeeded)} thành viên, ${quorumRule ?? ''}).`,
        ];
  return [...before, ...quorum].join(' ');
}

export function methodWords({ items }: SessionFacts): string {
  const secret = items.filter((item) => item.secret).length;
  if (secret === items.length) {
    return 'bỏ phiếu kín';
  }
  return secret === 0
    ? 'biểu quyết công khai'
    : `bỏ phiếu kín ${padNumber(secret)} trường hợp, biểu quyết công khai các trường hợp còn lại`;
}

/** The denominator never changes silently (V-14). */
export function recusalWords(scene: RoundScene, { recusals }: SessionFacts): readonly string[] {
  return recusals.map(({ name, rowId, reason }) => {
    const about = scene.rows.find((row) => row.id === rowId)?.name;
    const what = about === undefined ? 'tất cả các trường hợp' : `trường hợp ${about}`;
    return `${name} khai báo xung đột lợi ích (${reason}), không bỏ phiếu ${what}; tổng số thành viên để tính tỷ lệ không thay đổi.`;
  });
}

/** The share each award needs, of all members, with the row that sets it. */
export function thresholdWords(scene: RoundScene, session: SessionFacts): readonly string[] {
  const awards = [...new Set(scene.rows.filter((row) => session.items.some((item) => item.rowId === row.id)).map((row) => row.award))];
  return awards.flatMap((award) => {
    const rule = ballotRuleFor(scene.pack, award, scene.round.level, scene.today);
    const item = session.items.find((one) => scene.rows.some((row) => row.id === one.rowId && row.award === award));
    if (rule === undefined || item === undefined) {
      return [];
    }
    return [
      `${awardHere(scene, award)}: cần ít nhất ${padNumber(item.needed)}/${padNumber(session.total)} phiếu đồng ý trên tổng số thành viên (${rule.id}).`,
    ];
  });
}

/** Several equally qualified and too few places: what the law prefers and what the council chose (R-07). */
export function tieWords(scene: RoundScene, { tieBreaks }: SessionFacts): readonly string[] {
  const names = (ids: readonly string[]): string =>
    scene.rows
      .filter((row) => ids.includes(row.id))
      .map((row) => row.name)
      .join(', ');
  return tieBreaks.map(
    ({ award, places, tied, preferred, chosen, ruleId, reason }) =>
      `${awardHere(scene, award)} có ${padNumber(places)} chỉ tiêu mà ${names(tied)} ngang phiếu nhau; ưu tiên theo ${ruleId}: ${names(preferred) || 'không có'}; Hội đồng chọn ${names(chosen)} (${reason}).`,
  );
}

/** Ban kiểm phiếu, its head first; of sessions before it was kept only the head's name is known. */
export function teamOf({ team, minutes }: SessionFacts): CountMinutes['team'] {
  const head = team.find((member) => member.head);
  return head === undefined
    ? { head: { name: textOf(minutes?.['head']), title: 'Trưởng ban' }, members: [] }
    : {
        head: { name: head.name, title: head.title },
        members: team.filter((member) => !member.head).map(({ name, title }) => ({ name, title })),
      };
}
