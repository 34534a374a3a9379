import type { Actor } from '@thidua/access';
import type { AuthorityView, TaskView } from '@thidua/contract';
import { isoOf, type JsonObject } from '@thidua/kernel';
import { TASK_CONTEXTS } from '../contexts';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { jsonRecord } from '../json-record';
import { readingsOf } from '../limits/readings-of';
import { Refused } from '../refused';
import { taskVerdict } from '../tasks/actor-policy';
import { competenceFacts } from '../tasks/competence-facts';
import { fitting, formOf } from '../tasks/form-of';
import { holdersOf } from '../tasks/holders';
import { holdersNow } from '../tasks/holders-now';
import { loadTask, type LoadedTask } from '../tasks/load-task';
import { openingValues } from '../tasks/opening-values';
import { outcomesOf } from '../tasks/outcomes';
import type { TaskContext } from '../task-context';
import { demandTaskSight } from '../tasks/task-sight';
import { tiersOf } from '../law/tiers-of';
import { taskSummary } from './tasks';

/** One task with its form, what the form opens with, how it may end, and why the actor may or may not take it. */
export const task: Handler<'task'> = async (deps, { actor, params }): Promise<TaskView> => {
  const id = params['id'] ?? '';
  const loaded = await loadTask(deps, actor.provinceId, id);
  await demandTaskSight(deps, actor, loaded.task);
  const line = await deps.stores.inbox.line(actor.provinceId, id);
  if (line === undefined) {
    throw new Refused('not-found', { what: 'task' });
  }
  const { instanceId, elementId, formId, dossierId, roundId, status } = loaded.task;
  const [form, draft, holders, query] = await Promise.all([
    formOf(deps, loaded.task),
    deps.stores.tasks.draft(actor.provinceId, id, actor.personId),
    holdersNow(deps, actor.provinceId, loaded.task),
    formId === null ? undefined : TASK_CONTEXTS[formId]?.(deps, loaded.task, actor),
  ]);
  const values = form === undefined ? {} : fitting(form.schema, { ...(await openingValues(deps, loaded.task)), ...query?.values });
  const summary = await taskSummary(deps, actor.provinceId, line, await tiersOf(deps, actor.provinceId, line.orgId));
  const readings = await readingsOfTask(deps, actor.provinceId, {
    task: loaded.task,
    packHash: line.packHash,
    ruleId: summary.deadline.ruleId,
  });
  return {
    ...summary,
    deadline: readings === undefined ? summary.deadline : { ...summary.deadline, readings: [...readings] },
    instanceId,
    elementId,
    formId,
    form: form === undefined ? null : jsonRecord(form.source),
    values: jsonRecord(values),
    draft: draft === undefined ? null : { body: jsonRecord(draft.body), savedAt: isoOf(draft.savedAt.getTime()) },
    outcomes: status === 'open' ? [...outcomesOf(loaded.task, loaded.element)] : [],
    authority: await authorityView(deps, actor, loaded),
    holders: holders.map(({ title, fullName }) => ({ title, fullName })),
    paperIds: [
      ...(await deps.stores.inbox.paperIds(actor.provinceId, {
        dossierId,
        roundId,
        instanceId: loaded.task.instanceId,
        kinds: toRead(loaded.task),
      })),
    ],
    context: jsonRecord({ ...query?.context, ...optionLists(query?.options) }),
  };
};

/** Both readings of the step's limit, by the law its file is pinned to. */
function readingsOfTask(
  deps: CaseworkDeps,
  provinceId: string,
  { task, packHash, ruleId }: { readonly task: LoadedTask['task']; readonly packHash: string | null; readonly ruleId: string | null },
): ReturnType<typeof readingsOf> {
  const pack = packHash === null ? undefined : deps.law.packs.get(packHash);
  return readingsOf(deps, { provinceId, dossierId: task.dossierId, roundId: task.roundId, pack, ruleId });
}

/** The papers of the step; whoever decides reads the slip that submits the draft too, which is not theirs to sign. */
function toRead({ step, documents }: LoadedTask['task']): readonly string[] {
  return step === 'decision' ? ['phieu-trinh', ...documents] : documents;
}

function optionLists(options: TaskContext['options']): JsonObject {
  const lists = Object.entries(options ?? {}).map(([name, list]) => [name, list.map(({ value, label }) => ({ value, label }))] as const);
  return Object.fromEntries(lists);
}

async function authorityView(deps: CaseworkDeps, actor: Actor, loaded: LoadedTask): Promise<AuthorityView> {
  const verdict = await taskVerdict(deps, actor, loaded);
  const { step } = loaded.task;
  const facts = step === 'decision' ? await competenceFacts(deps, loaded.task, actor) : undefined;
  const competent = facts?.competent ?? true;
  const [holder] = await holdersOf(deps, actor.provinceId, loaded.task);
  const code = verdict.allowed ? null : verdict.code === 'not-your-task' && facts !== undefined ? 'not-competent' : verdict.code;
  return {
    allowed: verdict.allowed && competent,
    code: code ?? (competent ? null : 'not-competent'),
    ruleId: facts?.ruleId ?? null,
    citation: facts?.citation ?? loaded.element?.legal.authority?.citation ?? null,
    deciderTitle: facts?.deciderTitle ?? holder?.title ?? null,
    confirmed: facts?.confirmed ?? true,
  };
}
