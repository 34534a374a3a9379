import { newId } from '@thidua/runtime';
import type { NewGuest, Tx } from '@thidua/store';
import type { BodyOf } from '@thidua/contract';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { KEPT_FOR_MS } from '../../kept-for';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { endByMessage } from '../end-by-message';
import { recipientsOf } from '../lifecycle/recipients';
import { demandRunner, movementFor, type WorkAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';
import { conferenceFacts, conferenceFor, demandStep, honoursOf } from './conference-at-hand';
import { conferenceView } from './conference-view';

/** A conference of the movement is to be held; its day and place come while it is prepared. */
export const openConference: Handler<'openConference'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  if (movement.record.state !== 'in-force') {
    throw new Refused('state-conflict', { movementId: movement.record.id, reason: 'movement-closed' });
  }
  return once(deps, key, async (tx) => {
    const { title, occasion, year } = body;
    const opened = await openWork(deps, tx, {
      ...{ provinceId: actor.provinceId, movementId: movement.record.id, kind: 'conference', title, occasion, year },
      ...{ orgId: movement.org.id, askedByOrgId: movement.org.id, dueOn: null, process: 'hoi-nghi-phong-trao' },
      ...{ variables: { dueAt: null }, actor: { actor, acting: { position } } },
    });
    return { id: opened.id, code: opened.code };
  });
};

export const conference: Handler<'conference'> = async (deps, { actor, params }) =>
  conferenceView(deps, actor, await conferenceFor(deps, actor, params['id'] ?? ''));

export const planConference: Handler<'planConference'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const found = await conferenceFor(deps, actor, params['id'] ?? '');
  const position = await demandStep(deps, actor, found, ['prepare']);
  const { version, ...plan } = body;
  return once(deps, key, async (tx) => {
    const work = await deps.stores.works.lock(tx, provinceId, found.work.id);
    if (work?.version !== version) {
      throw new Refused('state-conflict', { reason: 'changed-meanwhile', workId: found.work.id });
    }
    await deps.stores.works.setFacts(tx, provinceId, work.id, { plan });
    await deps.stores.works.setDue(tx, provinceId, work.id, plan.date);
    const facts = { date: plan.date, items: plan.items.length };
    await note(deps, tx, actor, { on: 'movement-work', id: work.id, position, action: 'conference-planned', facts });
    const now = (await deps.stores.works.byId(provinceId, work.id, tx)) ?? work;
    return conferenceView(deps, actor, { ...found, work: now });
  });
};

/** Bodies the plan went to, honourees, models and whoever else is named; nobody is asked twice. */
export const askGuests: Handler<'askGuests'> = async (deps, { actor, params, body, key }) => {
  const found = await conferenceFor(deps, actor, params['id'] ?? '');
  const position = await demandStep(deps, actor, found, ['prepare', 'hold']);
  return once(deps, key, async (tx) => {
    const added = await deps.stores.guests.add(tx, actor.provinceId, await guestsAsked(deps, tx, found, body));
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'guests-asked', facts: { added } });
    return { added };
  });
};

async function guestsAsked(
  deps: CaseworkDeps,
  tx: Tx,
  { work, movement }: WorkAtHand,
  body: BodyOf<'askGuests'>,
): Promise<readonly NewGuest[]> {
  const nobody = { workId: work.id, orgId: null, rowId: null, modelId: null };
  const guest = (one: Omit<NewGuest, 'id' | 'workId'>): NewGuest => ({ ...one, id: newId(deps.clock), workId: work.id });
  const { honours, models } = await honoursOf(deps, movement, conferenceFacts(work), tx);
  const { provinceId } = movement.org;
  const asked = body.recipients ? await recipientsOf(deps, provinceId, work.movementId, tx) : [];
  const bodies = (await deps.stores.people.orgs(provinceId, tx)).filter((org) => asked.some((one) => one.orgId === org.id));
  return [
    ...bodies
      .filter((org) => org.id !== movement.org.id && org.id !== movement.standing.id)
      .map((org) => guest({ ...nobody, kind: 'recipient', name: org.name, title: '', orgId: org.id })),
    ...(body.honourees ? honours : []).map((row) => {
      const title = [row.kind === 'individual' ? row.title : '', row.unitName].filter((part) => part !== '').join(', ');
      return guest({ ...nobody, kind: 'honouree', name: row.name, title, rowId: row.rowId });
    }),
    ...(body.models ? models : []).map((model) =>
      guest({ ...nobody, kind: 'model', name: model.name, title: model.title, modelId: model.id }),
    ),
    ...body.guests.map(({ name, title }) => guest({ ...nobody, kind: 'guest', name, title })),
  ];
}

export const dropGuest: Handler<'dropGuest'> = async (deps, { actor, params, body, key }) => {
  const found = await conferenceFor(deps, actor, params['id'] ?? '');
  const position = await demandStep(deps, actor, found, ['prepare']);
  return once(deps, key, async (tx) => {
    if (!(await deps.stores.guests.remove(tx, actor.provinceId, found.work.id, body.guestId))) {
      throw new Refused('not-found', { what: 'guest' });
    }
    const facts = { guestId: body.guestId };
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'guest-dropped', facts });
    return { done: true as const };
  });
};

export const markAttendance: Handler<'markAttendance'> = async (deps, { actor, params, body, key }) => {
  const found = await conferenceFor(deps, actor, params['id'] ?? '');
  const position = await demandStep(deps, actor, found, ['hold']);
  return once(deps, key, async (tx) => {
    await deps.stores.guests.attendance(tx, actor.provinceId, found.work.id, body);
    const facts = { guests: body.ids.length, attended: body.attended };
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'attendance-marked', facts });
    return { done: true as const };
  });
};

/** Its day or place changes after the invitations went out: it is prepared anew, and everybody is asked anew. */
export const moveConference: Handler<'moveConference'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const found = await conferenceFor(deps, actor, params['id'] ?? '');
  const position = await demandStep(deps, actor, found, ['hold']);
  return once(deps, key, async (tx) => {
    const workId = found.work.id;
    await deps.stores.works.setFacts(tx, provinceId, workId, { moved: body.reason });
    await deps.runtime.publish({ provinceId, name: 'doi-hoi-nghi', correlationKey: workId, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
    await note(deps, tx, actor, { on: 'movement-work', id: workId, position, action: 'conference-moved', facts: {} });
    return { done: true as const };
  });
};

export const callConferenceOff: Handler<'callConferenceOff'> = async (deps, { actor, params, body, key }) => {
  const { provinceId } = actor;
  const found = await conferenceFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, found.movement);
  return once(deps, key, async (tx) => {
    await endByMessage(deps, tx, { provinceId, workId: found.work.id, message: 'huy-hoi-nghi', reason: body.reason });
    await note(deps, tx, actor, { on: 'movement-work', id: found.work.id, position, action: 'conference-called-off', facts: {} });
    return { done: true as const };
  });
};
