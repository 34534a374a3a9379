import { newId } from '@thidua/runtime';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { bodiesOf } from '../duties/plan-roles';
import { endWork } from '../end-work';
import { movementFor } from '../movement-at-hand';
import { openWork } from '../open-work';
import { todayOf } from '../work-views';
import { demandIssuer, issuersOf, setFor } from './indicator-at-hand';
import { metOf } from './met';

/** A set of indicators for a year, as a draft of the body that will issue it. */
export const draftIndicators: Handler<'draftIndicators'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandIssuer(actor, body.orgId, movement);
  if (!(await issuersOf(deps, movement)).some((one) => one.id === body.orgId)) {
    throw new Refused('forbidden', { orgId: body.orgId, reason: 'no-issuer' });
  }
  const codes = body.lines.map((line) => line.code);
  if (new Set(codes).size < codes.length) {
    throw new Refused('request-invalid', { fields: [{ path: 'lines', problem: 'code-twice', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    const { orgId, title, year, lines } = body;
    const movementId = movement.record.id;
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId, kind: 'indicators', orgId, askedByOrgId: movement.org.id, title, dueOn: null, year, process: null },
      actor: { actor, acting: { position } },
    });
    await deps.stores.indicators.insert(tx, provinceId, { id: opened.id, movementId, orgId, title, year, lines });
    return { id: opened.id };
  });
};

/** The paper that issues the set; from then on values are held against it and nothing in it changes. */
export const issueIndicators: Handler<'issueIndicators'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const { set, movement } = await setFor(deps, actor, params['id'] ?? '');
  const position = demandIssuer(actor, set.orgId, movement);
  if (body.date > todayOf(deps)) {
    throw new Refused('request-invalid', { fields: [{ path: 'date', problem: 'in-future', kind: 'custom' }] });
  }
  return once(deps, key, async (tx) => {
    if (!(await deps.stores.indicators.issue(tx, provinceId, set.id, body))) {
      throw new Refused('state-conflict', { reason: 'set-issued', workId: set.id });
    }
    await endWork(deps, tx, { provinceId, workId: set.id, status: 'done' });
    await note(deps, tx, actor, { on: 'movement-work', id: set.id, position, action: 'indicators-issued', facts: { date: body.date } });
    return { done: true as const };
  });
};

/** What a body reached, into the register of evidence: whoever appraises finds it there with the set's paper behind it. */
export const recordIndicators: Handler<'recordIndicators'> = async (deps, { actor, params, body, key }) => {
  const { provinceId, personId } = actor;
  const { set, movement } = await setFor(deps, actor, params['id'] ?? '');
  const position = demandIssuer(actor, set.orgId, movement);
  if (set.state !== 'issued') {
    throw new Refused('state-conflict', { reason: 'set-not-issued', workId: set.id });
  }
  if (!(await bodiesOf(deps, movement)).some((org) => org.id === body.orgId)) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  const lines = new Map(set.lines.map((line) => [line.code, line]));
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    for (const { code, value } of body.values) {
      const line = lines.get(code);
      if (line === undefined) {
        throw new Refused('request-invalid', { fields: [{ path: 'values', problem: 'code-unknown', kind: 'custom' }] });
      }
      const added = await deps.stores.evidence.add(tx, provinceId, 'indicator', {
        ...{
          id: newId(deps.clock),
          personId: null,
          orgId: body.orgId,
          setId: set.id,
          code,
          name: line.name,
          unit: line.unit,
          year: set.year,
        },
        ...{ target: line.target, value, met: metOf(line, value), note: null, fileSha256: null, source: 'manual', batchId: null },
        ...{ paperNumber: set.paperNumber, paperDate: set.paperDate, paperBody: set.orgName },
        ...{ createdBy: personId, createdMs: atMs, confirmedBy: personId, confirmedMs: atMs },
      });
      if (!added) {
        throw new Refused('evidence-twice', { kind: 'indicator' });
      }
    }
    const facts = { setId: set.id, codes: body.values.map((one) => one.code) };
    await note(deps, tx, actor, { on: 'evidence', id: body.orgId, position, action: 'indicators-recorded', facts });
    return { done: true as const };
  });
};
