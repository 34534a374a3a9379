import { isoOf } from '@thidua/kernel';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { demandTask } from '../tasks/actor-policy';
import { lockTask } from '../tasks/load-task';

const MAX_CHARACTERS = 200_000;

/** Keeps what a person has typed; nobody else sees it, and it goes when the task is done. */
export const saveDraft: Handler<'saveDraft'> = (deps, { actor, body, params }) =>
  deps.database.inTransaction(async (tx) => {
    const loaded = await lockTask(deps, tx, actor.provinceId, params['id'] ?? '');
    if (loaded.task.status !== 'open') {
      throw new Refused('task-not-open', { taskId: loaded.task.id, status: loaded.task.status });
    }
    // A draft stands under a name: a ballot has none, or its choices would be written down (decision 25).
    if (loaded.task.step === 'ballot') {
      throw new Refused('state-conflict', { taskId: loaded.task.id, step: loaded.task.step });
    }
    await demandTask(deps, actor, loaded, tx);
    if (JSON.stringify(body.body).length > MAX_CHARACTERS) {
      throw new Refused('request-invalid', { fields: [{ path: 'body', problem: 'too-long', kind: 'too_big' }] });
    }
    const atMs = deps.clock.nowMs();
    await deps.stores.tasks.saveDraft(tx, actor.provinceId, { taskId: loaded.task.id, personId: actor.personId, body: body.body, atMs });
    return { savedAt: isoOf(atMs) };
  });
