import { isoOf } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { Handler } from '../handler';
import { demandAdministrator } from '../processes/administrator';
import { aboutView } from './about-view';
import { postWords } from './post-words';

const MOST = 100;

/** Open tasks at posts that nobody holds today: they wait until somebody is appointed or the task is handed on. */
export const strandedTasks: Handler<'strandedTasks'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const found = await deps.stores.reassignments.stranded(provinceId, today(deps.clock), MOST + 1);
  const shown = found.slice(0, MOST);
  const words = await postWords(
    deps,
    provinceId,
    shown.flatMap((task) => task.candidateGroups),
  );
  return {
    tasks: shown.map((task) => ({
      ...{ id: task.id, name: task.name, processName: task.processName, about: aboutView(task) },
      posts: task.assignee === null ? task.candidateGroups.map(words) : [words(task.assignee)],
      createdAt: isoOf(task.createdAt.getTime()),
      dueAt: task.dueAt === null ? null : isoOf(task.dueAt.getTime()),
      mayReassign: mayBeHanded(task),
    })),
    more: found.length > MOST,
  };
};

/** Ballots and tasks of named persons are offered to nobody; whether a post may take the rest is asked when it is opened. */
export function mayBeHanded({ step, assignee }: { readonly step: string | null; readonly assignee: string | null }): boolean {
  return step !== 'ballot' && assignee === null;
}
