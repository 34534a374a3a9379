import { addDays, dayOf, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import type { Handler } from '../handler';
import { note } from '../note';
import { once } from '../once';
import { demandPart, endBody } from '../people/end-body';
import { keeping } from '../people/keeping';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { handOver } from './hand-over';
import { organisationOn } from './read-organisations';

/** A dated change of a body: name, symbol, seal, legal personality; papers of the days before keep what was. */
export const changeOrganisation: Handler<'changeOrganisation'> = async (deps, { actor, params, body, key }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const org = await organisationOn(deps, provinceId, params['id'] ?? '', body.from);
  const { from, to = null, legalPerson = null, hasSeal = null, symbol = null, name = null, headBody = null, paper } = body;
  if (to !== null && to < from) {
    throw new Refused('request-invalid', { problems: [{ field: 'to', code: 'before-start' }] });
  }
  return keeping(deps, { actor, key }, async (tx, { position }) => {
    const known = await deps.stores.organisations.changesOf(provinceId, org.id, tx);
    if (known.some((one) => one.from === from)) {
      throw new Refused('state-conflict', { reason: 'change-on-that-day', orgId: org.id, from });
    }
    const change = { orgId: org.id, from, to, legalPerson, hasSeal, symbol, name, headBody, parentId: null, paper };
    await deps.stores.organisations.addChange(tx, provinceId, change);
    const changed = Object.entries(change)
      .filter(([, value]) => value !== null)
      .map(([fact]) => fact);
    await note(deps, tx, actor, { on: 'organisation', id: org.id, position, action: 'organisation-changed', facts: { from, to, changed } });
    return { done: true as const };
  });
};

/** A body's last day and its successors; open files move when that day has passed. */
export const endOrganisation: Handler<'endOrganisation'> = async (deps, { actor, params, body, key }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const org = await organisationOn(deps, provinceId, params['id'] ?? '', body.lastDay);
  demandPart(org);
  const lastDay = parseLocalDate(body.lastDay);
  if (lastDay === undefined || body.lastDay < org.validFrom) {
    throw new Refused('request-invalid', { problems: [{ field: 'lastDay', code: 'before-start' }] });
  }
  return keeping(deps, { actor, key }, async (tx, by) => {
    // As it is by now: another administrator may have ended it meanwhile.
    const { validTo = null } = (await deps.stores.people.org(provinceId, org.id, tx)) ?? {};
    if (validTo !== null && (await deps.stores.organisations.successorsOf(provinceId, org.id, tx)).length > 0) {
      throw new Refused('state-conflict', { reason: 'organisation-ended', orgId: org.id, validTo });
    }
    const onDate = formatLocalDate(addDays(lastDay, 1));
    for (const { orgId, takesOpenFiles } of body.successors) {
      const heir = await deps.stores.people.org(provinceId, orgId, tx);
      if (heir === undefined || heir.id === org.id || (heir.validTo !== null && heir.validTo < onDate)) {
        throw new Refused('not-found', { what: 'successor', orgId });
      }
      const { kind, paper } = body;
      await deps.stores.organisations.addSuccession(tx, provinceId, {
        predecessorId: org.id,
        successorId: orgId,
        kind,
        onDate,
        takesOpenFiles,
        paper,
      });
    }
    const successors = body.successors.map(({ orgId }) => orgId);
    await endBody(deps, tx, by, { orgId: org.id, lastDay: body.lastDay, kind: body.kind, paper: body.paper, successors });
    return { done: true as const };
  });
};

/** What an ended body left open goes to its successors now, without waiting for the worker's sweep. */
export const handOverOrganisation: Handler<'handOverOrganisation'> = async (deps, { actor, params, key }) => {
  const position = demandAdministrator(actor);
  const nowMs = deps.clock.nowMs();
  const org = await organisationOn(deps, actor.provinceId, params['id'] ?? '', formatLocalDate(dayOf(nowMs)));
  return once(deps, key, async (tx) => {
    const order = { provinceId: actor.provinceId, predecessorId: org.id, nowMs, stamp: stampOf(actor, { position }) };
    const handedOver = await handOver(deps, tx, order);
    await note(deps, tx, actor, { on: 'organisation', id: org.id, position, action: 'organisation-handed-over', facts: { ...handedOver } });
    return handedOver;
  });
};
