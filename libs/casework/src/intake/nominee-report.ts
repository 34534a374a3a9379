import { dayOf, isoOf, parseLocalDate, compareDates } from '@thidua/kernel';
import type { DossierRecord, NomineeRow, ReportLink, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { achievementHash } from '../dossiers/achievement-hash';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { Refused } from '../refused';
import { RateWindow } from './rate-window';
import { isWritten, tokenHash } from './report-links';

const MISSES = 60;
const USES = 240;
const A_MINUTE_MS = 60_000;
const MOST_LINKS = 10_000;

interface Limits {
  readonly misses: RateWindow;
  readonly uses: Map<string, RateWindow>;
}

// One set per open casework: guesses share a window, each link that exists has its own.
const known = new WeakMap<object, Limits>();

/** What a nominee sees by a one-time link: one report, nothing else of the dossier. */
export const nomineeReport: Handler<'nomineeReport'> = async (deps, { params }) => {
  const { link, row, dossier } = await linked(deps, params['token'] ?? '');
  const { provinceId } = dossier;
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const unit = await deps.stores.people.org(provinceId, dossier.orgId);
  return {
    name: row.name,
    title: row.title,
    awardName: nameOfAward(pack, row.award, await tiersOf(deps, provinceId, dossier.orgId), 'full'),
    unitName: unit?.name ?? '',
    achievement: row.achievement,
    achievementFrom: row.achievementFrom,
    achievementTo: row.achievementTo,
    expiresAt: isoOf(link.expiresAt.getTime()),
  };
};

/** The nominee's own words and name; the link is spent with it. */
export const confirmNomineeReport: Handler<'confirmNomineeReport'> = async (deps, { params, body }) => {
  demandPeriod(deps, body);
  const { stores, clock } = deps;
  await deps.database.inTransaction(async (tx) => {
    const { link, row, dossier } = await linked(deps, params['token'] ?? '', tx);
    const atMs = clock.nowMs();
    if (!(await stores.reportLinks.use(tx, link, { name: body.name, atMs }))) {
      throw new Refused('link-not-valid');
    }
    const { achievement } = body;
    const details = { confirmed: { linkId: link.id, at: isoOf(atMs) } };
    const changed = { id: row.id, dossierId: dossier.id, achievement, achievementHash: achievementHash(achievement), details };
    await stores.rows.amend(tx, dossier.provinceId, changed);
    const period = { from: body.achievementFrom ?? row.achievementFrom, to: body.achievementTo ?? row.achievementTo };
    await stores.intake.setPeriod(tx, dossier.provinceId, row.id, period);
    await stores.trail.append(tx, dossier.provinceId, {
      subjectType: 'dossier',
      subjectId: dossier.id,
      atMs,
      action: 'nominee-confirmed',
      facts: { rowId: row.id, linkId: link.id, achievementHash: achievementHash(achievement) },
    });
  });
  return { done: true };
};

interface Linked {
  readonly link: ReportLink;
  readonly row: NomineeRow;
  readonly dossier: DossierRecord;
}

/** Unknown, spent, revoked and expired links are told the same. @throws Refused link-not-valid, too-many-attempts */
async function linked(deps: CaseworkDeps, token: string, tx?: Tx): Promise<Linked> {
  const { stores, clock } = deps;
  const limits = limitsOf(stores);
  const link = await stores.reportLinks.byToken(tokenHash(token), tx);
  demandPace(link === undefined ? limits.misses : usesOf(limits, link.id));
  if (link === undefined || link.usedAt !== null || link.revokedAt !== null || link.expiresAt.getTime() <= clock.nowMs()) {
    throw new Refused('link-not-valid');
  }
  const { provinceId, rowId } = link;
  const row = tx === undefined ? await stores.rows.byId(provinceId, rowId) : await stores.rows.lock(tx, provinceId, rowId);
  const dossier = row === undefined ? undefined : await stores.dossiers.byId(provinceId, row.dossierId, tx);
  if (row === undefined || dossier === undefined || !isWritten(row, dossier)) {
    throw new Refused('link-not-valid');
  }
  return { link, row, dossier };
}

function demandPace(window: RateWindow): void {
  const waitSeconds = window.count();
  if (waitSeconds > 0) {
    throw new Refused('too-many-attempts', { waitSeconds });
  }
}

function limitsOf(stores: CaseworkDeps['stores']): Limits {
  const limits = known.get(stores) ?? { misses: new RateWindow(MISSES, A_MINUTE_MS), uses: new Map<string, RateWindow>() };
  known.set(stores, limits);
  return limits;
}

function usesOf({ uses }: Limits, linkId: string): RateWindow {
  const window = uses.get(linkId) ?? new RateWindow(USES, A_MINUTE_MS);
  uses.delete(linkId);
  uses.set(linkId, window);
  const oldest = uses.keys().next().value;
  if (uses.size > MOST_LINKS && oldest !== undefined) {
    uses.delete(oldest);
  }
  return window;
}

function demandPeriod(
  { clock }: CaseworkDeps,
  { achievementFrom, achievementTo }: { readonly achievementFrom?: string | undefined; readonly achievementTo?: string | undefined },
): void {
  const [from, to] = [parseLocalDate(achievementFrom ?? ''), parseLocalDate(achievementTo ?? '')];
  const today = dayOf(clock.nowMs());
  const problem =
    from !== undefined && to !== undefined && compareDates(from, to) > 0
      ? 'before-start'
      : to !== undefined && compareDates(to, today) > 0
        ? 'in-future'
        : undefined;
  if (problem !== undefined) {
    throw new Refused('request-invalid', { fields: [{ path: 'achievementTo', problem, kind: 'custom' }] });
  }
}
