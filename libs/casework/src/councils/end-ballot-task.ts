import { mayTakeTask, type Actor } from '@thidua/access';
import type { CouncilSessionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { stampOf } from '../stamp';

export interface BallotTask {
  readonly actor: Actor;
  readonly session: Pick<CouncilSessionRecord, 'id' | 'roundId'>;
  readonly task: { readonly taskId: string; readonly taskVersion: number };
  /** Told by the audit: that somebody has answered, never what. */
  readonly action: 'ballot-cast' | 'opinion-written';
}

/** Ends the member's own task of the session, without data. @throws Refused task-changed, forbidden */
export async function endBallotTask(deps: CaseworkDeps, tx: Tx, { actor, session, task: told, action }: BallotTask): Promise<void> {
  const { provinceId, personId } = actor;
  const task = isId(told.taskId) ? await deps.stores.tasks.lock(tx, provinceId, told.taskId) : undefined;
  const mine = task?.step === 'ballot' && task.assignee === `person:${personId}` && task.roundId === session.roundId;
  if (!mine || task.status !== 'open' || task.version !== told.taskVersion) {
    throw new Refused(mine ? 'task-changed' : 'forbidden', { taskId: told.taskId });
  }
  const verdict = mayTakeTask(actor, { ...task, excludedPersons: [] });
  if (!verdict.allowed) {
    throw new Refused('forbidden', { taskId: task.id });
  }
  const answer = await deps.runtime.step(
    {
      provinceId,
      instanceId: task.instanceId,
      command: { type: 'complete-task', taskId: task.id, variables: {} },
      actor: stampOf(actor, verdict),
      audit: { action, facts: { sessionId: session.id } },
      guard: { taskId: task.id, taskVersion: task.version },
    },
    tx,
  );
  if (!answer.ok) {
    throw new Refused('task-changed', { taskId: task.id, reason: answer.reason });
  }
}
