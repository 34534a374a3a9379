import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { RecipientView } from '@thidua/contract';
import type { MovementRecord, RecipientRecord, WorkRecord } from '@thidua/store';
import type { Handler } from '../../handler';
import { inTurn } from '../../in-turn';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor, workFor } from '../movement-at-hand';
import { todayOf } from '../work-views';
import { stopUnitPlan } from './closing';
import { openInvitation } from './letters';
import { openUnitPlan } from './open-unit-plan';
import { bodiesBelow, proposeRecipients } from './recipients';
import { demandOrderable } from './start-launch';

/** Whom the plan went to, and the plan each has made of it. */
export const movementRecipients: Handler<'movementRecipients'> = async (deps, { actor, params }) => {
  const { record, org, standing } = await movementFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { stores } = deps;
  const [chosen, works, children, orgs] = await Promise.all([
    stores.recipients.ofMovement(provinceId, record.id),
    stores.works.list(provinceId, { movementId: record.id, kinds: ['unit-plan'] }),
    stores.movements.childrenOf(provinceId, record.id),
    stores.people.orgs(provinceId),
  ]);
  // A plan that set up two movements at once has one work for both.
  const elsewhere = chosen.filter((one) => one.workId !== null && !works.some((work) => work.id === one.workId));
  const shared = (await inTurn(elsewhere, (one) => stores.works.byId(provinceId, one.workId ?? ''))).flatMap((work) => work ?? []);
  const verdict = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  const known = new Set(chosen.map((one) => one.orgId));
  const below = verdict.allowed && record.state === 'in-force' ? bodiesBelow(org, orgs, todayOf(deps)) : [];
  const today = todayOf(deps);
  return {
    recipients: chosen.map((one) => recipientView(one, { works: [...works, ...shared], children, today })),
    further: proposeRecipients(
      record.content,
      org,
      below.filter((one) => !known.has(one.id)),
    ).map(({ org: body, ...one }) => ({ ...{ orgId: body.id, orgName: body.name }, ...one })),
  };
};

interface Around {
  readonly works: readonly WorkRecord[];
  readonly children: readonly MovementRecord[];
  readonly today: string;
}

function recipientView(one: RecipientRecord, { works, children, today }: Around): RecipientView {
  const work = works.find((candidate) => candidate.id === one.workId);
  const child = children.find((candidate) => candidate.orgId === one.orgId && candidate.state !== 'dropped');
  const { orgId, orgName, asked, reason, dueOn, workId } = one;
  return {
    ...{ orgId, orgName, asked, reason, dueOn, workId },
    status: work?.status ?? null,
    late: asked === 'duty' && work?.status === 'open' && dueOn !== null && dueOn < today,
    child: child === undefined ? null : { id: child.id, name: child.content.name.value, state: child.state },
    answer: answerOf(work),
  };
}

function answerOf(work: WorkRecord | undefined): RecipientView['answer'] {
  const answer = work?.facts['answer'];
  if (typeof answer !== 'object' || answer === null || !('outcome' in answer)) {
    return null;
  }
  const { outcome, note: said } = answer;
  return { outcome: typeof outcome === 'string' ? outcome : '', note: typeof said === 'string' ? said : '' };
}

/** The plan of a movement in force goes to further bodies: a duty at once, those asked to join in once their letter is out. */
export const sendToRecipients: Handler<'sendToRecipients'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const record = await deps.stores.movements.lock(tx, provinceId, movement.record.id);
    if (record?.state !== 'in-force') {
      throw new Refused('state-conflict', { reason: 'movement-not-in-force', movementId: movement.record.id });
    }
    if (body.dueOn !== null && body.dueOn < todayOf(deps)) {
      throw new Refused('request-invalid', { fields: [{ path: 'dueOn', problem: 'in-past', kind: 'custom' }] });
    }
    await demandOrderable(deps, tx, provinceId, body.recipients);
    await deps.stores.recipients.add(tx, provinceId, {
      movementId: record.id,
      rows: body.recipients.map((one) => ({ ...one, dueOn: body.dueOn })),
      chosenBy: position.id,
      atMs: deps.clock.nowMs(),
    });
    const waiting = (await deps.stores.recipients.ofMovement(provinceId, record.id, tx)).filter((one) => one.workId === null);
    const duties = waiting.filter((one) => one.asked === 'duty');
    for (const one of duties) {
      await openUnitPlan(deps, tx, { record }, one);
    }
    const invited = waiting.length > duties.length;
    const by = { actor, acting: { position } };
    const letter = invited ? (await openInvitation(deps, tx, { record, org: movement.org }, body.requests, by)).id : null;
    await note(deps, tx, actor, {
      on: 'movement',
      id: movement.org.id,
      position,
      action: 'plan-sent',
      facts: { movementId: record.id, recipients: waiting.length, duties: duties.length },
    });
    return { works: duties.length, letter };
  });
};

/** A body need not make a plan of its own; why stays with its work. */
export const exemptRecipient: Handler<'exemptRecipient'> = async (deps, { actor, params, body, key }) => {
  const { work, movement } = await workFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  return once(deps, key, async (tx) => {
    const locked = await deps.stores.works.lock(tx, actor.provinceId, work.id);
    if (locked?.kind !== 'unit-plan' || (locked.status !== 'open' && locked.status !== 'submitted')) {
      throw new Refused('state-conflict', { reason: 'work-ended', workId: work.id });
    }
    await deps.stores.works.setFacts(tx, actor.provinceId, work.id, { stopped: 'exempt', why: body.reason });
    await stopUnitPlan(deps, tx, actor.provinceId, work.id);
    const facts = { workId: work.id, orgId: work.orgId };
    await note(deps, tx, actor, { on: 'movement-work', id: work.id, position, action: 'unit-plan-exempted', facts });
    return { done: true as const };
  });
};
