import type { ActingAs, Actor } from '@thidua/access';
import type { TaskCompleted } from '@thidua/contract';
import { dayOf, type JsonObject } from '@thidua/kernel';
import type { OpenTask, StepAnswer } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import { ACTS } from '../acts/acts';
import type { ActResult } from '../acts/act';
import { TASK_CONTEXTS } from '../contexts';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { demandTask } from '../tasks/actor-policy';
import { competenceFacts } from '../tasks/competence-facts';
import { checkedData, formOf } from '../tasks/form-of';
import { holderText } from '../tasks/holders';
import { lockTask, type LoadedTask } from '../tasks/load-task';
import { outcomesOf } from '../tasks/outcomes';
import { variablesOf } from '../tasks/plain-answers';

/**
 * One person completes one task: open and unchanged? may this post? is the form right? is the post competent today? Then the act of the
 * form, and the process moves, all in one transaction.
 */
export const completeTask: Handler<'completeTask'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx): Promise<TaskCompleted> => {
    const loaded = await lockTask(deps, tx, actor.provinceId, params['id'] ?? '');
    await demandOpen(deps, loaded, body.version, tx);
    const acting = await demandTask(deps, actor, loaded, tx);
    const data = await checked(deps, actor, loaded, body.data);
    await demandCompetence(deps, actor, loaded, tx);
    const result = await act({ deps, tx, actor, acting, loaded, data });
    return finishTask({ deps, tx, actor, acting, loaded, data }, result);
  });

/** What follows an act: the process moves, drafts go, and who comes next is told. */
export async function finishTask(doing: Doing, result: ActResult): Promise<TaskCompleted> {
  const { deps, tx, actor, loaded } = doing;
  const answer = await move(doing, result);
  await deps.stores.tasks.dropDrafts(tx, actor.provinceId, loaded.task.id);
  return completed(deps, tx, loaded, answer);
}

export interface Doing {
  readonly deps: CaseworkDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly acting: ActingAs;
  readonly loaded: LoadedTask;
  readonly data: JsonObject;
}

/** Who has it now is told to whoever still sees it as it was: it may have been handed to another post. */
async function demandOpen(deps: CaseworkDeps, { task }: LoadedTask, version: number, tx: Tx): Promise<void> {
  if (task.status !== 'open') {
    throw new Refused('task-not-open', { taskId: task.id, status: task.status });
  }
  if (task.version !== version) {
    throw new Refused('task-changed', {
      taskId: task.id,
      version: task.version,
      holder: await holderText(deps, task.provinceId, task, tx),
    });
  }
  // A ballot is cast on its own page, where nothing ties the person to the choices.
  if (task.step === 'ballot') {
    throw new Refused('state-conflict', { taskId: task.id, step: task.step });
  }
}

async function checked(deps: CaseworkDeps, actor: Actor, { task, element }: LoadedTask, data: JsonObject): Promise<JsonObject> {
  const query = task.formId === null ? undefined : TASK_CONTEXTS[task.formId];
  const context = query === undefined ? {} : await query(deps, task, actor);
  const outcomes = outcomesOf(task, element);
  return checkedData(await formOf(deps, task), data, { outcomes, context, nowMs: deps.clock.nowMs() });
}

/** The second of the four locks: the post's level and role against the authority row in force today. */
async function demandCompetence(deps: CaseworkDeps, actor: Actor, { task }: LoadedTask, tx: Tx): Promise<void> {
  const facts = task.step === 'decision' ? await competenceFacts(deps, task, actor, tx) : undefined;
  if (facts?.competent === false) {
    throw new Refused('not-competent', facts.refusal);
  }
}

async function act({ deps, tx, actor, acting, loaded, data }: Doing): Promise<ActResult> {
  const { task } = loaded;
  const doing = task.formId === null ? undefined : ACTS[task.formId];
  const nowMs = deps.clock.nowMs();
  if (doing === undefined) {
    const form = await formOf(deps, task);
    return {
      variables: variablesOf(form?.schema, data),
      audit: { action: 'task-completed', facts: { elementId: task.elementId } },
    };
  }
  return doing({ deps, tx, actor, acting, task, data, nowMs, today: dayOf(nowMs) });
}

async function move({ deps, tx, actor, acting, loaded, data }: Doing, result: ActResult): Promise<Extract<StepAnswer, { ok: true }>> {
  const { task } = loaded;
  const { provinceId, instanceId } = task;
  const formDataHash = await deps.stores.payloads.put(tx, provinceId, data, deps.clock.nowMs());
  const answer = await deps.runtime.step(
    {
      provinceId,
      instanceId,
      command: { type: 'complete-task', taskId: task.id, variables: result.variables },
      actor: stampOf(actor, acting),
      audit: {
        action: result.audit.action,
        facts: { task: task.elementId, ...outcomeOf(data), ...lentFacts(acting), ...result.audit.facts },
      },
      guard: { taskId: task.id, taskVersion: task.version },
      formDataHash,
    },
    tx,
  );
  return moved(answer, task.id);
}

/** What the process made of it. @throws Refused when it did not move */
export function moved(answer: StepAnswer, taskId: string): Extract<StepAnswer, { ok: true }> {
  if (answer.ok) {
    return answer;
  }
  switch (answer.reason) {
    case 'rejected':
      throw new Refused(answer.rejection.code === 'instance-not-active' ? 'instance-not-active' : 'task-not-open', { taskId });
    case 'revoked':
      throw new Refused('not-your-task', { taskId });
    default:
      throw new Refused('task-changed', { taskId });
  }
}

/** The paper under which somebody acts for another: the trail names both people and it (check 13). */
function lentFacts({ capacity, delegation }: ActingAs): JsonObject {
  return delegation === null ? {} : { capacity, delegationId: delegation.id, delegationPaper: delegation.paper };
}

function outcomeOf(data: JsonObject): JsonObject {
  const outcome = data['outcome'];
  return outcome === undefined ? {} : { outcome };
}

async function completed(
  deps: CaseworkDeps,
  tx: Tx,
  { task }: LoadedTask,
  { openTasks, ended }: { readonly openTasks: readonly OpenTask[]; readonly ended: boolean },
): Promise<TaskCompleted> {
  const next: { name: string; holder: string }[] = [];
  for (const { name, candidateGroups, assignee } of openTasks) {
    next.push({ name, holder: await holderText(deps, task.provinceId, { candidateGroups, assignee: assignee ?? null }, tx) });
  }
  return { taskId: task.id, next, ended };
}
