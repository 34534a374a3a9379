import { awardName, awardOf, powerToDecide, rowsOn, type Office, type Pack, type Power } from '@thidua/awards';
import { principalOf, type Actor, type HeldPosition } from '@thidua/access';
import { dayOf, type JsonObject } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { lapsedFacts } from '../authority/demand-power';
import { packByHash } from '../law/pack-of';
import { recommended } from '../rounds/round-law';
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

const HEADS: readonly string[] = ['head', 'board-chair', 'chair', 'director'];
/** A post that decides nothing anywhere. */
const NOBODY: Office = { level: '', kind: '', orgKind: '', legalPerson: false, role: '' };

/**
 * What law says of deciding the awards of a decision task, for the actor's nearest post; undefined when the task decides no award. The
 * question is the signature's own (powerToDecide): of several awards the first that is not this post's tells the refusal.
 */
export async function competenceFacts(deps: CaseworkDeps, task: TaskRecord, actor: Actor, tx?: Tx): Promise<CompetenceFacts | undefined> {
  const deciding = await decidedHere(deps, task, tx);
  const [award] = deciding?.awards ?? [];
  if (deciding === undefined || award === undefined) {
    return undefined;
  }
  const { pack, awards } = deciding;
  const date = dayOf(deps.clock.nowMs());
  const post = postOf(actor, task);
  const office = post === undefined ? undefined : await deps.stores.offices.on(task.provinceId, post.id, today(deps.clock), tx);
  const capacity = actor.delegations.find((lent) => lent.from === post)?.capacity ?? 'self';
  const ask = (asked: string): Power => powerToDecide(pack, { award: asked, office: office ?? NOBODY, capacity, date });
  const refused = awards.find((one) => !ask(one).allowed);
  const power = ask(refused ?? award);
  const deciderTitle = await titleOfDecider(deps, task);
  if (power.allowed) {
    const { id: ruleId, citation, confirmed } = power.row;
    return { competent: true, ruleId, citation, confirmed, deciderTitle, refusal: {} };
  }
  const { ruleId, citation, reason } = power;
  const known = awardOf(pack, refused ?? award);
  const named = { award: refused ?? award, awardName: known === undefined ? award : awardName(known) };
  const refusal = { reason, ruleId, citation, deciderTitle, ...named, ...lapsedFacts(power.lapsed) };
  return { competent: false, ruleId, citation, confirmed: power.row?.confirmed ?? false, deciderTitle, refusal };
}

/** The awards still to be decided at the task's level, under the pack its round is pinned to; of a finished task all of its round's. */
async function decidedHere(deps: CaseworkDeps, task: TaskRecord, tx?: Tx): Promise<{ pack: Pack; awards: readonly string[] } | undefined> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId, tx);
  if (round === undefined || task.roundId === null) {
    return undefined;
  }
  const pack = await packByHash(deps, round.packHash);
  const rows = await deps.stores.roundRows.ofRound(task.provinceId, task.roundId, tx);
  const open = recommended(rows);
  const awards = [...new Set((open.length > 0 ? open : rows).map((row) => row.award))];
  const level = task.authority?.level ?? round.level;
  const here = rowsOn(pack.authorities, dayOf(deps.clock.nowMs())).filter((row) => row.level === level);
  return {
    pack,
    awards: awards.filter((award) => awardOf(pack, award)?.level === level || here.some((row) => row.awards.includes(award))),
  };
}

/** The actor's deciding post: the one the task is for, else a head's, else any. */
function postOf(actor: Actor, task: TaskRecord): HeldPosition | undefined {
  const posts = [...actor.positions, ...actor.delegations.map((lent) => lent.from)];
  const named = posts.find((post) => task.candidateGroups.includes(principalOf(post)));
  return named ?? posts.find((post) => HEADS.includes(post.role)) ?? posts[0];
}

async function titleOfDecider({ stores, clock }: CaseworkDeps, task: TaskRecord): Promise<string | null> {
  const holders = await stores.people.behind(task.provinceId, task.candidateGroups, today(clock));
  return holders[0]?.title ?? null;
}
