import { principalsOf, type Actor } from '@thidua/access';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import type { TaskRecord } from '../task-record';
import { competenceFacts } from './competence-facts';

const DECIDERS: readonly string[] = ['head', 'board-chair', 'chair'];

/**
 * Whoever may take a task, its organisation, and the parties of its dossier or round see it; for anyone else there is none. A head or
 * chair who comes to a decision of another level is told who decides, as by the signature itself. @throws Refused not-found, not-competent
 */
export async function demandTaskSight(deps: CaseworkDeps, actor: Actor, task: TaskRecord): Promise<void> {
  const principals = principalsOf(actor);
  const inbox = task.assignee === null ? task.candidateGroups : [task.assignee];
  if (inbox.some((principal) => principals.includes(principal))) {
    return;
  }
  const orgs = new Set(actor.positions.map((position) => position.orgId));
  const parties = [task.orgId, ...(await partiesOf(deps, task))];
  if (!parties.some((party) => orgs.has(party)) && !actor.positions.some((position) => position.role === 'admin')) {
    await tellDecider(deps, actor, task);
    throw new Refused('not-found', { what: 'task' });
  }
}

async function tellDecider(deps: CaseworkDeps, actor: Actor, task: TaskRecord): Promise<void> {
  if (task.step !== 'decision' || !actor.positions.some(({ role }) => DECIDERS.includes(role))) {
    return;
  }
  const facts = await competenceFacts(deps, task, actor);
  if (facts?.competent === false) {
    throw new Refused('not-competent', facts.refusal);
  }
}

async function partiesOf({ stores }: CaseworkDeps, task: TaskRecord): Promise<readonly string[]> {
  if (task.dossierId !== null) {
    return stores.dossiers.parties(task.provinceId, task.dossierId);
  }
  if (task.roundId === null) {
    const work = await stores.works.byInstance(task.provinceId, task.instanceId);
    return work === undefined ? [] : [work.orgId, work.askedByOrg];
  }
  const round = await stores.rounds.byId(task.provinceId, task.roundId);
  return round === undefined ? [] : [round.orgId, round.standingOrgId];
}
