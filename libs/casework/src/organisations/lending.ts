import type { DelegationLine, LentEdge, RegisterPost } from '@thidua/store';

type Post = Pick<RegisterPost, 'id' | 'orgId' | 'personId' | 'role' | 'from' | 'to'>;

export interface Lending {
  readonly from: Post;
  readonly to: Post;
  /** The delegation it passes on. */
  readonly base: DelegationLine | undefined;
  readonly body: {
    readonly capacity: string;
    readonly from: string;
    readonly to?: string | undefined;
    readonly awards?: readonly string[] | undefined;
    readonly steps?: readonly string[] | undefined;
  };
  /** What is lent in the province already. */
  readonly living: readonly LentEdge[];
}

/** Why a post may not be lent so; the words are those of Decree 30/2020 art. 13. */
export const LENDING_FAULTS = {
  'other-body': 'Chỉ giao ký trong cùng một cơ quan, đơn vị.',
  'same-person': 'Người giao và người nhận là một người.',
  'not-passed-on': 'Người được ủy quyền, được giao ký thay không được ủy quyền lại (Điều 13 Nghị định số 30/2020/NĐ-CP).',
  unbounded: 'Thừa ủy quyền phải có thời hạn và nội dung (Điều 13 Nghị định số 30/2020/NĐ-CP).',
  'ends-before-it-begins': 'Ngày kết thúc sớm hơn ngày bắt đầu.',
  'outside-term': 'Việc giao phải nằm trong thời gian giữ chức vụ của cả người giao và người nhận.',
  'not-a-deputy': 'Ký thay (KT.) chỉ giao cho cấp phó.',
  'ground-not-in-force': 'Việc giao làm căn cứ chưa được nhận hoặc đã chấm dứt.',
  'wider-than-its-ground': 'Giao tiếp không được rộng hơn, dài hơn việc đã được giao.',
  cycle: 'Giao vòng: quyền đã giao quay về người giao qua những lần giao khác.',
} as const;
type LendingFault = keyof typeof LENDING_FAULTS;

const DEPUTY = /^deputy-/;

/** The first reason the database, too, would give; null where the post may be lent. */
export function lendingFault(lending: Lending): LendingFault | null {
  const { from, to, base, body } = lending;
  if (from.orgId !== to.orgId) {
    return 'other-body';
  }
  if (from.personId === to.personId) {
    return 'same-person';
  }
  if (base !== undefined && (base.capacity === 'TUQ' || base.capacity === 'KT')) {
    return 'not-passed-on';
  }
  if (base?.capacity === 'TL' && body.capacity !== 'TL') {
    return 'not-passed-on';
  }
  if (body.capacity === 'TUQ' && (body.to === undefined || (body.awards === undefined && body.steps === undefined))) {
    // TUQ. is limited in time and content.
    return 'unbounded';
  }
  if (body.to !== undefined && body.to < body.from) {
    return 'ends-before-it-begins';
  }
  if (!isInTerm(from, body) || !isInTerm(to, body)) {
    return 'outside-term';
  }
  if (body.capacity === 'KT' && !DEPUTY.test(to.role)) {
    // KT. is a deputy's signature; what anybody else signs for the head is TL. or TUQ.
    return 'not-a-deputy';
  }
  return (base === undefined ? null : faultWithin(base, lending)) ?? (comesBack(lending) ? 'cycle' : null);
}

/** What is passed on is the same post, no longer, and for no other steps and awards; only while its own ground stands. */
function faultWithin(base: DelegationLine, { from, body }: Lending): LendingFault | null {
  if (base.endedAt !== null || base.acceptedAt === null) {
    return 'ground-not-in-force';
  }
  if (body.capacity === 'Q') {
    return 'not-passed-on';
  }
  const longer = body.from < base.from || (base.to !== null && (body.to === undefined || body.to > base.to));
  const wider = !isWithin(body.steps, base.scope.steps) || !isWithin(body.awards, base.scope.awards);
  return longer || wider || base.fromPosition !== from.id ? 'wider-than-its-ground' : null;
}

/** Whoever is appointed for good may lend and be lent to without an end. */
function isInTerm(post: Post, { from, to }: Lending['body']): boolean {
  return post.from <= from && (post.to === null || (to !== undefined && to <= post.to));
}

/** A missing list is no bound, so nothing but a list lies within one. */
function isWithin(asked: readonly string[] | undefined, bound: readonly string[] | undefined): boolean {
  return bound === undefined || (asked !== undefined && asked.every((one) => bound.includes(one)));
}

/** Invariant I11: what a post has lent never reaches it, or whoever lends it, again; the trigger of the database looks the same way. */
function comesBack({ from, to, base, body, living }: Lending): boolean {
  const lenders = [from.id, base?.toPosition];
  const edges = living.filter((edge) => (edge.to === null || edge.to >= body.from) && (body.to === undefined || edge.from <= body.to));
  const reached = new Set<string>([to.id]);
  for (const position of reached) {
    if (lenders.includes(position)) {
      return true;
    }
    // A set is walked through its late comers too.
    edges.filter((edge) => edge.fromPosition === position || edge.grantedBy === position).forEach((edge) => reached.add(edge.toPosition));
  }
  return false;
}
