import { ConferenceSettled } from '@thidua/contract';
import type { Actor, HeldPosition } from '@thidua/access';
import type { GuestRecord, HonourRecord, ModelRecord, Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { Refused } from '../../refused';
import { withBelow } from '../chain-ids';
import { demandRunner, workFor, type MovementAtHand, type WorkAtHand } from '../movement-at-hand';

/** What is settled of a conference; '' and null: not yet. */
export type ConferenceFacts = ConferenceSettled;

export function conferenceFacts({ title, facts }: Pick<WorkRecord, 'title' | 'facts'>): ConferenceFacts {
  const read = ConferenceSettled.safeParse(facts['plan']);
  if (read.success) {
    return read.data;
  }
  return { event: title, date: null, startTime: null, place: '', chair: '', presenter: '', honoursFrom: null, notes: [], items: [] };
}

/** Fields without which nobody can be invited. */
export function conferenceMissing(plan: ConferenceFacts, guests: readonly GuestRecord[]): string[] {
  const fields: readonly (readonly [string, boolean])[] = [
    ['date', plan.date !== null],
    ['startTime', plan.startTime !== null],
    ['place', plan.place !== ''],
    ['chair', plan.chair !== ''],
    ['items', plan.items.length > 0],
    ['guests', guests.length > 0],
  ];
  return fields.flatMap(([field, there]) => (there ? [] : [field]));
}

/** @throws Refused not-found */
export async function conferenceFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<WorkAtHand> {
  const found = await workFor(deps, actor, id);
  if (found.work.kind !== 'conference') {
    throw new Refused('not-found', { what: 'conference' });
  }
  return found;
}

/** Which step of its process is open: preparing, or waiting for the day. */
export async function stepOf({ stores }: CaseworkDeps, provinceId: string, work: WorkRecord): Promise<'prepare' | 'hold' | 'other'> {
  const tasks = work.instanceId === null ? [] : await stores.tasks.ofInstance(provinceId, work.instanceId);
  const forms = tasks.filter((task) => task.status === 'open').map((task) => task.formId);
  return forms.includes('chuan-bi-hoi-nghi') ? 'prepare' : forms.includes('ket-thuc-hoi-nghi') ? 'hold' : 'other';
}

/** The post that may work on it at this step. @throws Refused forbidden, state-conflict */
export async function demandStep(
  deps: CaseworkDeps,
  actor: Actor,
  { work, movement }: WorkAtHand,
  steps: readonly ('prepare' | 'hold' | 'other')[],
): Promise<HeldPosition> {
  const position = demandRunner(actor, movement);
  const step = await stepOf(deps, actor.provinceId, work);
  if (work.status !== 'open' || !steps.includes(step)) {
    throw new Refused('state-conflict', { reason: `conference-${step}`, workId: work.id });
  }
  return position;
}

/** Awards and models a conference honours. */
export async function honoursOf(
  deps: Pick<CaseworkDeps, 'stores'>,
  { record }: Pick<MovementAtHand, 'record'>,
  plan: Pick<ConferenceFacts, 'honoursFrom'>,
  tx?: Tx,
): Promise<{ readonly honours: readonly HonourRecord[]; readonly models: readonly ModelRecord[] }> {
  const movementIds = await withBelow(deps, record, tx);
  const honours = await deps.stores.guests.honours(record.provinceId, { movementIds, from: plan.honoursFrom }, tx);
  const found: ModelRecord[] = [];
  for (const movementId of movementIds) {
    found.push(...(await deps.stores.models.ofMovement(record.provinceId, movementId, tx)));
  }
  const since = plan.honoursFrom ?? '';
  return { honours, models: found.filter((model) => model.state === 'selected' && (model.decidedOn ?? '') >= since) };
}
