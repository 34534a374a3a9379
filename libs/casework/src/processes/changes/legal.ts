import type { ElementFacts } from '@thidua/runtime';
import { wordOfLevel } from '../../law/level-words';
import { postWords } from './performer';
import { apart, quoted, turned, type Naming } from './words';

type Deadline = ElementFacts['legal']['deadline'];

/** '10 → 8 ngày làm việc'. A row of the pack comes before the step's own days, so that is said wherever there is one. */
export function deadlineWords({ legal: before }: ElementFacts, { legal: after }: ElementFacts): readonly string[] {
  return [
    ...daysWords(before.deadline, after.deadline),
    ...rowWords(before.deadline, after.deadline),
    ...remindWords(before.deadline, after.deadline),
  ];
}

function daysWords(before: Deadline, after: Deadline): readonly string[] {
  const [old, next] = [before?.workingDays, after?.workingDays];
  if (old === next) {
    return [];
  }
  if (old === undefined || next === undefined) {
    return [old === undefined ? `thêm thời hạn ${String(next)} ngày làm việc` : `bỏ thời hạn ${String(old)} ngày làm việc`];
  }
  const row = after?.row;
  const first = row === undefined ? '' : ` (dòng ${row} của gói quy định được áp dụng trước)`;
  return [`${String(old)} → ${String(next)} ngày làm việc${first}`];
}

/** Which row of the pack it follows, or stays within: days of its own replace a row, they do not leave it. */
function rowWords(before: Deadline, after: Deadline): readonly string[] {
  const [old, next] = [before?.row ?? null, after?.row ?? null];
  const [bound, stays] = [before?.within ?? null, after?.within ?? null];
  if (old !== null && next === null && stays !== null) {
    return [`thời hạn đặt riêng trong hạn ${stays} của gói quy định${old === stays ? '' : `, thôi theo dòng ${old}`}`];
  }
  if (old === null && next !== null && bound !== null) {
    return [`thời hạn theo dòng ${next} của gói quy định, thôi đặt riêng`];
  }
  return [...turned('dòng thời hạn của gói quy định', old, next), ...turned('hạn không được vượt', bound, stays)];
}

function remindWords(before: Deadline, after: Deadline): readonly string[] {
  const days = (deadline: Deadline): string | null =>
    deadline?.remindBefore === undefined ? null : `trước ${String(deadline.remindBefore)} ngày làm việc`;
  return turned('nhắc việc', days(before), days(after));
}

/** Who alone may take the step, with which power, by which row. */
export function authorityWords({ legal: before }: ElementFacts, { legal: after }: ElementFacts): readonly string[] {
  return [
    ...turned('loại bước', stepText(before.step), stepText(after.step)),
    ...turned('thẩm quyền', authorityText(before.authority), authorityText(after.authority)),
  ];
}

const STEPS: Readonly<Record<string, string>> = {
  launch: 'Lập hồ sơ',
  'review-meeting': 'Họp bình xét',
  submission: 'Trình',
  intake: 'Tiếp nhận',
  supplement: 'Bổ sung',
  appraisal: 'Thẩm định',
  council: 'Hội đồng',
  ballot: 'Bỏ phiếu kín',
  decision: 'Quyết định',
  sign: 'Ký',
  numbering: 'Cấp số',
  issue: 'Ban hành',
  forward: 'Chuyển cấp trên',
};

const POWERS: Readonly<Record<string, string>> = { decide: 'quyết định', submit: 'trình' };

function stepText(step: string | undefined): string | null {
  return step === undefined ? null : (STEPS[step] ?? step);
}

function authorityText(authority: ElementFacts['legal']['authority']): string | null {
  if (authority === undefined) {
    return null;
  }
  const { level, role, power, citation } = authority;
  return [`${postWords(role)} ${wordOfLevel(level)}`, POWERS[power] ?? power, citation ?? ''].filter((part) => part !== '').join(', ');
}

/** Kinds of paper made or signed at the step. */
export function paperWords({ legal: before }: ElementFacts, { legal: after }: ElementFacts, naming: Naming): readonly string[] {
  const { gone, come } = apart(before.documents ?? [], after.documents ?? []);
  const titles = (kinds: readonly string[]): string => kinds.map((kind) => quoted(naming.paper(kind))).join(', ');
  return [...(come.length === 0 ? [] : [`thêm văn bản ${titles(come)}`]), ...(gone.length === 0 ? [] : [`bỏ văn bản ${titles(gone)}`])];
}

/** Earlier steps whose actors may not take this one. */
export function fourEyesWords({ legal: before }: ElementFacts, { legal: after }: ElementFacts, naming: Naming): readonly string[] {
  const { gone, come } = apart(before.fourEyes ?? [], after.fourEyes ?? []);
  return [
    ...come.map((id) => `người đã làm ${naming.element(id)} không được làm bước này nữa`),
    ...gone.map((id) => `bỏ điều cấm người đã làm ${naming.element(id)} làm bước này`),
  ];
}
