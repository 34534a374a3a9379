import { mayRunMovement, type Actor } from '@thidua/access';
import type { ConferenceView } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../../deps';
import { nameOfAward } from '../../law/names';
import { packIfAny } from '../../law/pack-of';
import { tiersOf } from '../../law/tiers-of';
import type { WorkAtHand } from '../movement-at-hand';
import { conferenceFacts, conferenceMissing, honoursOf, stepOf } from './conference-at-hand';

export async function conferenceView(deps: CaseworkDeps, actor: Actor, { work, movement }: WorkAtHand): Promise<ConferenceView> {
  const { provinceId } = actor;
  const plan = conferenceFacts(work);
  const [guests, { honours, models }, step, tiers] = await Promise.all([
    deps.stores.guests.ofWork(provinceId, work.id),
    honoursOf(deps, movement, plan),
    stepOf(deps, provinceId, work),
    tiersOf(deps, provinceId, movement.org.id),
  ]);
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const run = mayRunMovement(actor, movement.standing.id).allowed && work.status === 'open';
  const { id, code, movementId, occasion, year, status, version, facts } = work;
  return {
    ...{ id, code, movementId, occasion, year, status, version, movementName: movement.record.content.name.value },
    ...plan,
    guests: guests.map((guest) => ({ id: guest.id, kind: guest.kind, name: guest.name, title: guest.title, attended: guest.attended })),
    honours: honours.map((row) => ({
      ...{ rowId: row.rowId, name: row.name, title: [row.title, row.unitName].filter((part) => part !== '').join(', ') },
      ...{ awardName: nameOfAward(pack, row.award, tiers), decision: row.decisionNumber },
    })),
    models: models.map((model) => ({ id: model.id, name: model.name, title: model.title })),
    conclusion: textIn(facts['conclusion']),
    moved: textIn(facts['moved']) ?? textIn(facts['takenBack']),
    missing: conferenceMissing(plan, guests),
    may: { prepare: run && step === 'prepare', close: run && step === 'hold' },
  };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
