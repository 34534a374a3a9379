import { mayTakeTask, type ActingAs, type Actor } from '@thidua/access';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { competenceFacts } from './competence-facts';
import type { LoadedTask } from './load-task';

type Verdict = ReturnType<typeof mayTakeTask>;

/** Whether the actor may take the task, with the persons of the steps it must not share an actor with. */
export async function taskVerdict(deps: CaseworkDeps, actor: Actor, { task, element }: LoadedTask, tx?: Tx): Promise<Verdict> {
  const forbidden = element?.legal.fourEyes ?? [];
  const done = forbidden.length === 0 ? [] : await deps.stores.tasks.ofInstance(task.provinceId, task.instanceId, tx);
  const excludedPersons = done
    .filter((other) => forbidden.includes(other.elementId) && other.status === 'completed')
    .flatMap((other) => (other.completedByPerson === null ? [] : [other.completedByPerson]));
  return mayTakeTask(actor, { candidateGroups: task.candidateGroups, assignee: task.assignee, step: task.step, excludedPersons });
}

/**
 * The post under which the actor may complete the task. A decision attempted from another post than the deciding one is told the rule.
 * @throws Refused not-competent, not-your-task, four-eyes
 */
export async function demandTask(deps: CaseworkDeps, actor: Actor, loaded: LoadedTask, tx: Tx): Promise<ActingAs> {
  const verdict = await taskVerdict(deps, actor, loaded, tx);
  if (verdict.allowed) {
    return verdict;
  }
  if (verdict.code === 'not-your-task' && loaded.task.step === 'decision') {
    const facts = await competenceFacts(deps, loaded.task, actor, tx);
    if (facts !== undefined) {
      throw new Refused('not-competent', { ...facts.refusal });
    }
  }
  throw new Refused(verdict.code === 'not-found' ? 'not-found' : verdict.code, { taskId: loaded.task.id });
}
