import { awardOf, competence, rowsOn, type AuthorityRole, type Competence, type Level, type Pack } from '@thidua/awards';
import type { Actor, HeldPosition } from '@thidua/access';
import { dayOf, type JsonObject } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { lapsedFacts } from '../authority/demand-power';
import { packByHash } from '../law/pack-of';
import type { TaskRecord } from '../task-record';

export interface CompetenceFacts {
  readonly competent: boolean;
  readonly ruleId: string;
  readonly citation: string;
  readonly confirmed: boolean;
  readonly deciderTitle: string | null;
  /** Facts of the refusal, for the sentence. */
  readonly refusal: JsonObject;
}

const ROLES: readonly string[] = ['head', 'board-chair', 'chair', 'prime-minister', 'president'] satisfies readonly AuthorityRole[];
const LEVELS: readonly string[] = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'] satisfies readonly Level[];

/** What law says of deciding the awards of a decision task, for the actor's nearest post; undefined when the task decides no award. */
export async function competenceFacts(deps: CaseworkDeps, task: TaskRecord, actor: Actor, tx?: Tx): Promise<CompetenceFacts | undefined> {
  const deciding = await decidedHere(deps, task, tx);
  const [award] = deciding?.awards ?? [];
  if (deciding === undefined || award === undefined) {
    return undefined;
  }
  const answer = await askFor(deps, task.provinceId, { pack: deciding.pack, award, post: postOf(actor, task) }, tx);
  const deciderTitle = await titleOfDecider(deps, task);
  if (answer.competent) {
    const { id: ruleId, citation, confirmed } = answer.row;
    return { competent: true, ruleId, citation, confirmed, deciderTitle, refusal: {} };
  }
  const { ruleId, citation, ownRuleIds, sentence } = answer;
  const lapsed = lapsedFacts(answer.lapsed);
  const refusal = { ruleId, citation, deciderTitle, awardName: sentence.awardName, ownRuleIds, sentence: { ...sentence }, ...lapsed };
  return { competent: false, ruleId, citation, confirmed: answer.row?.confirmed ?? false, deciderTitle, refusal };
}

/** The open awards that the task's level decides, under the pack its round is pinned to. */
async function decidedHere(deps: CaseworkDeps, task: TaskRecord, tx?: Tx): Promise<{ pack: Pack; awards: readonly string[] } | undefined> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId, tx);
  if (round === undefined || task.roundId === null) {
    return undefined;
  }
  const pack = await packByHash(deps, round.packHash);
  const rows = await deps.stores.rows.ofRound(task.provinceId, task.roundId, tx);
  const awards = [...new Set(rows.map((row) => row.award))];
  const level = task.authority?.level ?? round.level;
  const here = rowsOn(pack.authorities, dayOf(deps.clock.nowMs())).filter((row) => row.level === level);
  return {
    pack,
    awards: awards.filter((award) => awardOf(pack, award)?.level === level || here.some((row) => row.awards.includes(award))),
  };
}

interface Asking {
  readonly pack: Pack;
  readonly award: string;
  readonly post: HeldPosition | undefined;
}

async function askFor({ clock, stores }: CaseworkDeps, provinceId: string, { pack, award, post }: Asking, tx?: Tx): Promise<Competence> {
  const level = post?.level === 'TW' ? 'TTG' : post?.level;
  const orgKind = post?.level === 'UNIT' ? (await stores.people.org(provinceId, post.orgId, tx))?.orgKind : undefined;
  return competence(pack, {
    award,
    level: isLevel(level) ? level : 'UNIT',
    // A post that decides nothing anywhere asks as one that no row names.
    role: isRole(post?.role) ? post.role : 'board-chair',
    date: dayOf(clock.nowMs()),
    ...(orgKind === 'enterprise' || orgKind === 'cooperative' ? { orgKind } : {}),
  });
}

/** The actor's deciding post: the one the task is for, else a head's, else any. */
function postOf(actor: Actor, task: TaskRecord): HeldPosition | undefined {
  const posts = [...actor.positions, ...actor.delegations.map((lent) => lent.from)];
  const named = posts.find((post) => task.candidateGroups.includes(`pos:${post.orgId}/${post.role}`));
  return named ?? posts.find((post) => isRole(post.role)) ?? posts[0];
}

async function titleOfDecider({ stores, clock }: CaseworkDeps, task: TaskRecord): Promise<string | null> {
  const holders = await stores.people.behind(task.provinceId, task.candidateGroups, today(clock));
  return holders[0]?.title ?? null;
}

function isRole(role: string | undefined): role is AuthorityRole {
  return role !== undefined && ROLES.includes(role);
}

function isLevel(level: string | undefined): level is Level {
  return level !== undefined && LEVELS.includes(level);
}
