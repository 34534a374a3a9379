import { principalsOf, type Actor } from '@thidua/access';
import type { DossierView } from '@thidua/contract';
import type { TaskRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { holderText } from '../tasks/holders';

/** Open tasks as pages about a dossier or round show them; the ballots of others are nobody's business. */
export async function openTaskViews(deps: CaseworkDeps, actor: Actor, tasks: readonly TaskRecord[]): Promise<DossierView['openTasks']> {
  const principals = new Set(principalsOf(actor));
  const isMine = (task: TaskRecord): boolean =>
    (task.assignee === null ? task.candidateGroups : [task.assignee]).some((principal) => principals.has(principal));
  const open = tasks.filter((task) => task.status === 'open' && (task.step !== 'ballot' || isMine(task)));
  return Promise.all(
    open.map(async (task) => ({
      id: task.id,
      name: task.name,
      holder: await holderText(deps, actor.provinceId, task),
      mine: isMine(task),
    })),
  );
}
