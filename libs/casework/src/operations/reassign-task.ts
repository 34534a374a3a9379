import type { TrailEntry, Tx } from '@thidua/store';
import { isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { TakerList } from '@thidua/contract';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { once } from '../once';
import { isId } from '../papers/sight';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { holdersOf } from '../tasks/holders';
import { loadTask, lockTask, type LoadedTask } from '../tasks/load-task';
import { aboutView } from './about-view';
import { postWords, roleWord } from './post-words';
import { takersOf, whyNobody, type Taker } from './takers';

/** Posts that may be given an open task, and why the others of its body may not. */
export const taskTakers: Handler<'taskTakers'> = async (deps, { actor, params }): Promise<TakerList> => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const loaded = await loadTask(deps, provinceId, idOf(params));
  const { task, processName } = loaded;
  const takers = task.status === 'open' ? await takersOf(deps, loaded) : [];
  const words = await postWords(deps, provinceId, task.candidateGroups);
  const held = await holdersOf(deps, provinceId, task);
  const about = await deps.stores.reassignments.aboutTask(provinceId, task.id);
  return {
    task: {
      ...{ id: task.id, name: task.name, version: task.version, status: task.status, processName },
      about: about === undefined ? null : aboutView(about),
      posts: task.candidateGroups.map(words),
      holders: held.map(({ title, fullName }) => ({ title, fullName })),
    },
    takers: takers.map(({ orgId, orgName, role, holders, fault, says }) => ({
      ...{ orgId, orgName, role, roleName: roleWord(role), fault, says },
      holders: holders.map(({ title, fullName }) => ({ title, fullName })),
    })),
    says: task.status === 'open' ? whyNobody(loaded, takers) : 'Việc này đã kết thúc, không còn gì để giao lại.',
  };
};

/**
 * An administrator hands an open task to another post of the same body, with a reason. The post must be one that lawfully does such a step,
 * and so must the people in it; a ballot, a decision or a signature of the law's own post goes to nobody else. Whoever had the task open is
 * told who has it. @throws Refused forbidden, not-found, state-conflict, stand-in-refused
 */
export const reassignTask: Handler<'reassignTask'> = (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  return once(deps, key, async (tx) => {
    const loaded = await lockTask(deps, tx, provinceId, idOf(params));
    demandAsSeen(loaded, body.version);
    const taker = demandTaker(await takersOf(deps, loaded, tx), body);
    const { task } = loaded;
    const made = { id: newId(deps.clock), taskId: task.id, fromGroups: task.candidateGroups, toGroup: taker.principal };
    const atMs = deps.clock.nowMs();
    await deps.stores.reassignments.move(tx, provinceId, { ...made, reason: body.reason, personId, positionId: position.id, atMs });
    const facts = {
      ...{ task: task.elementId, taskId: task.id, reassignmentId: made.id },
      ...{ from: [...made.fromGroups], to: made.toGroup, at: isoOf(atMs) },
    };
    await note(deps, tx, actor, { ...(await subjectOf(deps, tx, loaded)), position, action: 'task-reassigned', facts });
    const holders = taker.holders.map(({ title, fullName }) => ({ title, fullName }));
    return { taskId: task.id, version: task.version + 1, holders };
  });
};

/** @throws Refused not-found */
function idOf(params: Readonly<Record<string, string>>): string {
  const id = params['id'] ?? '';
  if (!isId(id)) {
    throw new Refused('not-found', { what: 'task' });
  }
  return id;
}

/** @throws Refused state-conflict */
function demandAsSeen({ task }: LoadedTask, version: number): void {
  if (task.status !== 'open') {
    throw new Refused('state-conflict', { reason: 'task-closed', taskId: task.id, status: task.status });
  }
  if (task.version !== version) {
    throw new Refused('state-conflict', { reason: 'task-moved', taskId: task.id, version: task.version });
  }
}

/** @throws Refused stand-in-refused */
function demandTaker(takers: readonly Taker[], { orgId, role }: { readonly orgId: string; readonly role: string }): Taker {
  const taker = takers.find((one) => one.orgId === orgId && one.role === role);
  if (taker === undefined) {
    throw new Refused('stand-in-refused', {
      fault: 'nobody-there',
      says: 'Chức vụ này không thuộc cơ quan của việc, hoặc hôm nay không có ai giữ.',
    });
  }
  if (taker.fault !== null) {
    throw new Refused('stand-in-refused', { fault: taker.fault, says: taker.says ?? '' });
  }
  return taker;
}

/** The trail that people read about the matter; a task about nothing of these has its own. */
async function subjectOf({ stores }: CaseworkDeps, tx: Tx, { task }: LoadedTask): Promise<{ on: TrailEntry['subjectType']; id: string }> {
  if (task.dossierId !== null) {
    return { on: 'dossier', id: task.dossierId };
  }
  if (task.roundId !== null) {
    return { on: 'round', id: task.roundId };
  }
  const work = await stores.works.byInstance(task.provinceId, task.instanceId, tx);
  return work === undefined ? { on: 'task', id: task.id } : { on: 'movement-work', id: work.id };
}
