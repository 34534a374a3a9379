import type { IncidentDetail, IncidentLine, IncidentView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { IncidentAbout } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { holdersOf } from '../tasks/holders';
import { elementIn } from '../tasks/load-task';
import { aboutView } from './about-view';
import { mayBeHanded } from './stranded-tasks';

const MOST = 200;

/** Where processes stand still and need a person, or where they did. */
export const incidents: Handler<'incidents'> = async (deps, { actor, query }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const open = query.state !== 'resolved';
  const text = query.q === undefined || query.q === '' ? null : query.q.replace(/[\\%_]/g, '\\$&');
  const [found, counts] = await Promise.all([
    deps.stores.incidents.list(provinceId, { open, cause: query.cause ?? null, process: query.process ?? null, text, limit: MOST }),
    deps.stores.incidents.counts(provinceId, open),
  ]);
  return {
    incidents: await Promise.all(found.map((one) => viewOf(deps, provinceId, one))),
    total: sum(counts),
    causes: [...new Set(counts.map((one) => one.cause))].map((cause) => ({
      cause,
      count: sum(counts.filter((one) => one.cause === cause)),
    })),
    processes: [...new Map(counts.map((one) => [one.key, one.name]))].map(([key, name]) => ({
      key,
      name,
      count: sum(counts.filter((one) => one.key === key)),
    })),
  };
};

/** One incident: what has happened at its place so far, what became of the last retry, and who else has to do something there. */
export const incident: Handler<'incident'> = async (deps, { actor, params }): Promise<IncidentDetail> => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const found = await incidentOf(deps, provinceId, params['id'] ?? '');
  const chain = await deps.stores.incidents.ofPlace(provinceId, found);
  const last = chain.at(-1) ?? found;
  const job = last.resolvedAt === null ? undefined : await deps.stores.incidents.jobAt(provinceId, found.instanceId, found.elementId);
  const tasks = (await deps.stores.tasks.ofInstance(provinceId, found.instanceId)).filter(
    (task) => task.status === 'open' && task.step !== 'ballot',
  );
  return {
    ...(await viewOf(deps, provinceId, found)),
    lines: chain.flatMap((one, index) => linesOf(one, index)),
    now: last.resolvedAt === null ? (last.id === found.id ? 'open' : 'again') : job === undefined ? 'done' : 'queued',
    openId: last.resolvedAt === null ? last.id : null,
    queued: job === undefined ? null : { ...job, nextAt: isoOf(job.nextAt.getTime()) },
    tasks: await Promise.all(
      tasks.map(async (task) => ({
        ...{ id: task.id, name: task.name, mayReassign: mayBeHanded(task) },
        holders: (await holdersOf(deps, provinceId, task)).map(({ title, fullName }) => ({ title, fullName })),
      })),
    ),
  };
};

/** Tries again what went wrong; the step says who asked for it. */
export const retryIncident: Handler<'retryIncident'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const position = demandAdministrator(actor);
    const found = await incidentOf(deps, actor.provinceId, params['id'] ?? '');
    const answer = await deps.runtime.step(
      {
        provinceId: actor.provinceId,
        instanceId: found.instanceId,
        command: { type: 'resolve-incident', incidentId: found.id },
        actor: stampOf(actor, { position }),
        audit: { action: 'incident-retried', facts: { incidentId: found.id, element: found.elementId } },
      },
      tx,
    );
    if (!answer.ok) {
      throw new Refused('state-conflict', { reason: 'incident-settled', incidentId: found.id, answer: answer.reason });
    }
    await deps.stores.incidents.noteResolver(tx, actor.provinceId, found.id, actor.personId);
    return { done: true as const };
  });

/** @throws Refused not-found */
async function incidentOf({ stores }: CaseworkDeps, provinceId: string, id: string): Promise<IncidentAbout> {
  const found = isId(id) ? await stores.incidents.byId(provinceId, id) : undefined;
  if (found === undefined) {
    throw new Refused('not-found', { what: 'incident' });
  }
  return found;
}

export async function viewOf(deps: CaseworkDeps, provinceId: string, found: IncidentAbout): Promise<IncidentView> {
  const { id, instanceId, elementId, cause, detail, raisedAt, resolvedAt, resolvedBy, definitionId, key, processName } = found;
  const element = elementIn(await deps.runtime.graphs.definition(provinceId, definitionId), elementId);
  return {
    ...{ id, instanceId, elementId, cause, detail, resolvedBy, processName },
    processKey: key,
    elementName: element?.name ?? elementId,
    about: aboutView(found),
    raisedAt: isoOf(raisedAt.getTime()),
    resolvedAt: resolvedAt === null ? null : isoOf(resolvedAt.getTime()),
  };
}

/** Raised, or failed again; then tried again by somebody, or gone with its step. */
function linesOf({ raisedAt, resolvedAt, cause, detail, resolvedBy }: IncidentAbout, index: number): IncidentLine[] {
  const raised = { at: isoOf(raisedAt.getTime()), kind: index === 0 ? ('raised' as const) : ('again' as const), cause, detail, who: null };
  if (resolvedAt === null) {
    return [raised];
  }
  const kind = resolvedBy === null ? ('cleared' as const) : ('retried' as const);
  return [raised, { at: isoOf(resolvedAt.getTime()), kind, cause: null, detail: '', who: resolvedBy }];
}

function sum(list: readonly { readonly count: number }[]): number {
  return list.reduce((total, one) => total + one.count, 0);
}
