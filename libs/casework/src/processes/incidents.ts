import { isoOf } from '@thidua/kernel';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { elementIn } from '../tasks/load-task';
import { demandAdministrator } from './administrator';

const MOST = 200;

/** Where processes stand still and need a person. */
export const incidents: Handler<'incidents'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const open = await deps.stores.incidents.open(actor.provinceId, MOST);
  const views = await Promise.all(
    open.map(async ({ id, instanceId, businessKey, elementId, cause, detail, raisedAt, definitionId }) => {
      const element = elementIn(await deps.runtime.graphs.definition(actor.provinceId, definitionId), elementId);
      const elementName = element?.name ?? elementId;
      return { id, instanceId, businessKey, elementId, elementName, cause, detail, raisedAt: isoOf(raisedAt.getTime()) };
    }),
  );
  return { incidents: views };
};

/** Tries again what went wrong; the step says who asked for it. */
export const retryIncident: Handler<'retryIncident'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const position = demandAdministrator(actor);
    const incident = await deps.stores.incidents.byId(actor.provinceId, params['id'] ?? '');
    if (incident === undefined) {
      throw new Refused('not-found', { what: 'incident' });
    }
    const answer = await deps.runtime.step(
      {
        provinceId: actor.provinceId,
        instanceId: incident.instanceId,
        command: { type: 'resolve-incident', incidentId: incident.id },
        actor: stampOf(actor, { position }),
        audit: { action: 'incident-retried', facts: { incidentId: incident.id, element: incident.elementId } },
      },
      tx,
    );
    if (!answer.ok) {
      throw new Refused('state-conflict', { incidentId: incident.id, reason: answer.reason });
    }
    await deps.stores.incidents.noteResolver(tx, actor.provinceId, incident.id, actor.personId);
    return { done: true as const };
  });
