import type { BackPlanView, DossierLimits } from '@thidua/contract';
import { dayOf, isoOf, parseLocalDate } from '@thidua/kernel';
import type { DossierRecord, LimitEventRecord, NomineeRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { packByHash, packIfAny, packOn } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { backPlans } from './back-plans';
import { dossierClocks, type DossierInTime, type Level } from './dossier-clocks';

/** Where a dossier stands in its legal limits, in both readings, with what stopped and restarted them. */
export const dossierLimits: Handler<'dossierLimits'> = async (deps, { actor, params }) => {
  const found = await dossierFor(deps, actor, params['id'] ?? '');
  const around = await inTime(deps, found);
  if (around === undefined) {
    return { lines: [], events: [], plans: [] };
  }
  return { lines: dossierClocks(deps, around), events: await eventViews(deps, around), plans: await plansOf(deps, around) };
};

/** The latest safe day of submission for an award: for whoever plans, before there is a dossier. */
export const latestSafeDays: Handler<'latestSafeDays'> = async (deps, { actor, query }) => {
  const today = dayOf(deps.clock.nowMs());
  const { pack } = packOn(deps.law, today, actor.provinceId);
  const council = query.council === undefined ? undefined : parseLocalDate(query.council);
  const [position] = actor.positions;
  const tiers = position === undefined ? [] : await tiersOf(deps, actor.provinceId, position.orgId);
  const plans = backPlans(deps, {
    provinceId: actor.provinceId,
    pack,
    award: query.award,
    tiers,
    levels: ['XA', 'TINH'],
    year: query.year ?? today.year,
    today,
    ...(council === undefined ? {} : { council }),
  });
  return { plans };
};

/** Undefined before any law covers it. */
async function inTime(deps: CaseworkDeps, dossier: DossierRecord): Promise<DossierInTime | undefined> {
  const { provinceId, id, packHash } = dossier;
  const today = dayOf(deps.clock.nowMs());
  const pack = packHash === null ? packIfAny(deps.law, today, provinceId)?.pack : await packByHash(deps, packHash, provinceId);
  if (pack === undefined) {
    return undefined;
  }
  const { rows, traces, limitEvents } = deps.stores;
  return {
    dossier,
    pack,
    today,
    receivedAt: await receivingLevel(deps, dossier),
    rows: await rows.ofDossier(provinceId, id),
    rounds: await traces.rounds(provinceId, id),
    decisions: await rows.decisions(provinceId, id),
    events: await limitEvents.ofDossiers(provinceId, [id]),
  };
}

async function receivingLevel(deps: CaseworkDeps, { provinceId, receiverOrgId, communeId }: DossierRecord): Promise<Level> {
  const receiver = receiverOrgId ?? communeId;
  const level = receiver === null ? undefined : (await deps.stores.people.org(provinceId, receiver))?.level;
  return level === 'HUYEN' || level === 'TINH' || level === 'UNIT' ? level : 'XA';
}

async function eventViews(deps: CaseworkDeps, { dossier, events, rows }: DossierInTime): Promise<DossierLimits['events']> {
  const people = await deps.stores.people.persons(
    dossier.provinceId,
    events.flatMap((event) => event.byPerson ?? []),
  );
  const seqOf = (event: LimitEventRecord): number | null => rows.find((row: NomineeRow) => row.id === event.rowId)?.seq ?? null;
  return events.map((event) => ({
    kind: event.kind,
    at: isoOf(event.at.getTime()),
    by: people.find((person) => person.id === event.byPerson)?.fullName ?? null,
    rowSeq: seqOf(event),
  }));
}

/** Only while there is still somewhere to submit it to. */
async function plansOf(deps: CaseworkDeps, around: DossierInTime): Promise<BackPlanView[]> {
  const { dossier, rows, pack, today, receivedAt } = around;
  const waiting = rows.filter((row) => row.state === 'open' || row.state === 'held');
  const levels = receivedAt === 'TINH' ? (['TINH'] as const) : ([receivedAt, 'TINH'] as const);
  const tiers = await tiersOf(deps, dossier.provinceId, dossier.orgId);
  return [...new Set(waiting.map((row) => row.award))].flatMap((award) =>
    backPlans(deps, { provinceId: dossier.provinceId, pack, award, tiers, levels, year: dossier.year, today }),
  );
}
