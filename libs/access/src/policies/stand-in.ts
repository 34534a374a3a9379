import { principalOf } from '../actor';

/** An open task whose performer is looked for. */
export interface StepToTake {
  readonly step: string | null;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  /** thidua:authority of the step; null = none. */
  readonly authority: { readonly level: string; readonly role: string; readonly power: string } | null;
}

export interface PostAtHand {
  readonly orgId: string;
  readonly level: string;
  readonly role: string;
}

/**
 * has-it: the task waits there already · bound-to-person: a ballot or another task of a named person · other-body: the law asks the body, not
 * just anybody · named-by-law: only that very post decides or signs · wrong-role: another kind of post does such steps.
 */
export type StandInFault = 'has-it' | 'bound-to-person' | 'other-body' | 'named-by-law' | 'wrong-role';

const HEADS: readonly string[] = ['chair', 'director', 'head', 'board-chair'];
/** Who prepares and works in a body's name (mayPrepareFor, mayWorkFor). */
const WORKING: readonly string[] = ['clerk', 'appraiser', 'council-secretary', ...HEADS];
/** Whoever decides afterwards does not appraise before. */
const STAFF: readonly string[] = ['clerk', 'appraiser', 'council-secretary'];

const ROLES: Readonly<Record<string, readonly string[]>> = {
  appraisal: STAFF,
  intake: STAFF,
  'public-notice': STAFF,
  /** NĐ 30/2020 Điều 15: văn thư numbers and issues. */
  numbering: ['records-clerk'],
  issue: ['records-clerk'],
  /** The secretary opens the session and counts; nobody stands in for a council. */
  council: ['council-secretary'],
  sign: HEADS,
};

/** Whether a post may be given an open task in the place of those it stands with; undefined = it may, as far as posts go. */
export function standInFault(post: PostAtHand, task: StepToTake): StandInFault | undefined {
  const { step, assignee, candidateGroups, authority } = task;
  if (step === 'ballot' || assignee !== null) {
    return 'bound-to-person';
  }
  if (candidateGroups.includes(principalOf(post))) {
    return 'has-it';
  }
  if (!bodiesOf(candidateGroups).includes(post.orgId)) {
    return 'other-body';
  }
  if (step === 'revocation' || (isDecided(task) && !(post.role === authority?.role && post.level === authority.level))) {
    return 'named-by-law';
  }
  if (isHeadsOwn(candidateGroups) && !HEADS.includes(post.role)) {
    return 'named-by-law';
  }
  return (ROLES[step ?? ''] ?? WORKING).includes(post.role) || step === 'decision' ? undefined : 'wrong-role';
}

/** Bodies whose posts a task stands with. */
export function bodiesOf(groups: readonly string[]): readonly string[] {
  return [...new Set(groups.flatMap((group) => /^pos:([^/]+)\//.exec(group)?.[1] ?? []))];
}

/** A submission is signed by whoever heads the body; all else that names a power, and every decision, by that very post. */
function isDecided({ step, authority }: StepToTake): boolean {
  return step === 'decision' || (authority !== null && authority.power !== 'submit');
}

/** What waits with heads only is done in the name of the body: it does not go down to its staff. */
function isHeadsOwn(groups: readonly string[]): boolean {
  return groups.length > 0 && groups.every((group) => HEADS.includes(group.slice(group.lastIndexOf('/') + 1)));
}
