import type { ElementFacts } from '@thidua/runtime';
import { ROLE_WORDS } from '../../people/body-facts';
import { turned } from './words';

const OFFICES: Readonly<Record<string, string>> = {
  unit: 'đơn vị',
  commune: 'UBND xã, phường',
  district: 'UBND huyện',
  department: 'Sở Nội vụ',
  province: 'UBND tỉnh, thành phố',
  lead: 'đơn vị trưởng cụm',
  org: 'cơ quan ban hành',
  desk: 'bộ phận phụ trách',
  proposer: 'cơ quan đề nghị',
  decider: 'cơ quan quyết định',
};

/** `"pos:" + commune + "/appraiser"`, one or several in a list. */
const POST = /^\s*"pos:"\s*\+\s*([\w.]+)\s*\+\s*"\/([\w-]+)"\s*$/;

export function postWords(role: string): string {
  return Object.hasOwn(ROLE_WORDS, role) ? ROLE_WORDS[role as keyof typeof ROLE_WORDS] : role;
}

/** Who does the step and when it is due by an expression of its own; on which form. */
export function performerWords(
  { work: before, lane: laneBefore }: ElementFacts,
  { work: after, lane: laneAfter }: ElementFacts,
): readonly string[] {
  if (before === null || after === null) {
    return [];
  }
  const old = performerOf(before) ?? laneBefore?.name ?? null;
  const next = performerOf(after) ?? laneAfter?.name ?? null;
  return [
    ...turned('người thực hiện', old, next),
    ...turned('biểu mẫu', before.form, after.form),
    ...turned('hạn theo công thức', before.due, after.due),
    ...turned('mức ưu tiên', before.priority, after.priority),
  ];
}

function performerOf({ assignee, groups }: NonNullable<ElementFacts['work']>): string | null {
  return assignee ?? (groups === null ? null : groupsText(groups));
}

/** Posts in words where the expression is a plain list of them, else the expression. */
function groupsText(source: string): string {
  const list = /^=?\s*\[(.*)\]\s*$/s.exec(source)?.[1];
  const posts = list?.split(',').map((part) => POST.exec(part));
  if (posts === undefined || posts.length === 0 || posts.some((post) => post === null)) {
    return source;
  }
  return posts.map((post) => `${postWords(post?.[2] ?? '')}, ${OFFICES[post?.[1] ?? ''] ?? post?.[1] ?? ''}`).join('; ');
}
