import type { OrgRecord, RoundLevel, Tx, WorkRecord } from '@thidua/store';
import { dayOf, type JsonObject } from '@thidua/kernel';
import { entriesOf, textOf } from '../../acts/form-data';
import type { CaseworkDeps } from '../../deps';
import type { JobContext, JobVerb } from '../../jobs/job-verb';
import { KEPT_FOR_MS } from '../../kept-for';
import { packOn } from '../../law/pack-of';
import { openRoundFor } from '../../rounds/open-round-for';
import { endWork, workOf } from '../end-work';
import { openWork } from '../open-work';
import { endOfWorkingDay } from './occasion-words';
import { aboutOf, answerOf } from './registration-facts';
import { remindOccasion } from './remind-occasion';

/** Every body named gets its own invitation: to register first, or, where nothing is registered, to hand in dossiers. */
const inviteUnits: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  const [registerBy, closesOn] = [textOf(work.facts, 'registerBy') ?? null, textOf(work.facts, 'closesOn') ?? ''];
  for (const recipient of entriesOf(work.facts, 'recipients')) {
    await openWork(deps, tx, {
      ...{ provinceId: job.provinceId, movementId: work.movementId, kind: 'registration', orgId: textOf(recipient, 'orgId') ?? '' },
      ...{ askedByOrgId: work.askedByOrg, parentId: work.id, title: work.title, dueOn: registerBy ?? closesOn },
      ...{ occasion: work.occasion, year: work.year, facts: { asked: recipient['asked'] ?? 'duty', registerBy, closesOn } },
      process: 'dang-ky-thi-dua',
      variables: {
        registers: registerBy !== null,
        registerAt: registerBy === null ? null : endOfWorkingDay(registerBy),
        closesAt: endOfWorkingDay(closesOn),
      },
    });
  }
  return {};
};

/** Whoever has not registered by now is told that the list is closed, and waits for the round with the others. */
const closeRegistrations: JobVerb = async (context) => {
  const { deps, tx, job } = context;
  const work = await workOf(deps, job, tx);
  for (const unit of await invited(context, work)) {
    if (answerOf(unit) === null) {
      await deps.stores.works.setFacts(tx, job.provinceId, unit.id, { answer: 'late' });
      await tell(context, 'dang-ky-da-chot', unit, {});
    }
  }
  return {};
};

/** The round that takes the dossiers of the occasion; every invited body hears of it. */
const openOccasionRound: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const closesOn = textOf(work.facts, 'closesOn') ?? '';
  const closesAt = endOfWorkingDay(closesOn);
  const round = await openRoundFor(deps, tx, {
    ...{ provinceId, ...aboutOf(work), ...(await bodyOf(deps, tx, provinceId, work.orgId)) },
    packHash: packOn(deps.law, dayOf(nowMs), provinceId).hash,
    ...{ nowMs, closesMs: Date.parse(closesAt) },
  });
  await deps.stores.works.setFacts(tx, provinceId, work.id, { round: round.id, roundCode: round.code });
  for (const unit of await invited(context, work)) {
    await deps.stores.works.setFacts(tx, provinceId, unit.id, { round: round.id });
    await deps.stores.works.setDue(tx, provinceId, unit.id, closesOn);
    await tell(context, 'dot-xet-phong-trao-mo', unit, { round: round.id, closesAt });
  }
  return { round: round.id };
};

const endOccasion: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'done' });
  return {};
};

/** The notice was not signed: nobody was invited. */
const cancelOccasion: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'canceled' });
  return {};
};

async function invited({ deps, tx, job }: JobContext, work: WorkRecord): Promise<readonly WorkRecord[]> {
  return deps.stores.works.list(job.provinceId, { parentId: work.id, kinds: ['registration'] }, tx);
}

async function tell({ deps, tx, job }: JobContext, name: string, unit: WorkRecord, variables: JsonObject): Promise<void> {
  await deps.runtime.publish({ provinceId: job.provinceId, name, correlationKey: unit.id, variables, ttlMs: KEPT_FOR_MS }, tx);
}

/** At which level the body holds a round, and in whose name. */
async function bodyOf(
  { stores }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  id: string,
): Promise<{ readonly level: RoundLevel; readonly orgId: string }> {
  const org = await stores.people.org(provinceId, id, tx);
  return { level: LEVEL[org?.kind ?? 'unit'] ?? 'UNIT', orgId: id };
}

const LEVEL: Readonly<Partial<Record<OrgRecord['kind'], RoundLevel>>> = { commune: 'XA', district: 'HUYEN', province: 'TINH' };

/** By job type. */
export const OCCASION_VERBS = {
  'invite-units': inviteUnits,
  'remind-occasion': remindOccasion,
  'close-registrations': closeRegistrations,
  'open-occasion-round': openOccasionRound,
  'end-occasion': endOccasion,
  'cancel-occasion': cancelOccasion,
  'end-registration': endOccasion,
} as const satisfies Readonly<Record<string, JobVerb>>;
