import { mayReviewRow, type Actor } from '@thidua/access';
import { packNotice, type Pack } from '@thidua/awards';
import type { DossierView, RowVerdicts } from '@thidua/contract';
import { dayOf, isoOf, type LocalDate } from '@thidua/kernel';
import type { DossierRecord, NomineeRow, TaskRecord } from '@thidua/store';
import type { CaseworkDeps, MovementStanding } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { mayWithdraw } from '../dossiers/may-withdraw';
import { slipPrinter } from '../registers/slip-printer';
import { reviewers } from '../dossiers/row-at-hand';
import { verdictsOfRows } from '../evidence/verdict-views';
import type { Handler } from '../handler';
import { intakeView } from '../intake/intake-view';
import { outsiderStates, withOutsider } from '../intake/outsider-state';
import { chairTitles } from '../law/chair-titles';
import { nameOfAward } from '../law/names';
import { packByHash, packIfAny } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { papersOfDossier } from '../papers/papers-of';
import { deadlineView } from '../tasks/deadline-view';
import { ladder } from './ladder';
import { openTaskViews } from './open-tasks';
import { movementRecords, recordShown } from '../movements/movement-record';
import { rowView } from './row-view';

/** Everything a party sees of a dossier on one page. */
export const dossier: Handler<'dossier'> = async (deps, { actor, params }) => {
  const found = await dossierFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { stores } = deps;
  const today = dayOf(deps.clock.nowMs());
  const pack = found.packHash === null ? packIfAny(deps.law, today, provinceId)?.pack : await packByHash(deps, found.packHash, provinceId);
  const [rows, rounds, tasks, decisions, tiers, titles, papers, instanceIds] = await Promise.all([
    stores.rows.ofDossier(provinceId, found.id),
    stores.traces.rounds(provinceId, found.id),
    openTasksOf(deps, found),
    stores.rows.decisions(provinceId, found.id),
    tiersOf(deps, provinceId, found.orgId),
    chairTitles(deps, provinceId, found.communeId),
    papersOfDossier(deps, provinceId, found.id),
    stores.traces.instanceIds(provinceId, found.id),
  ]);
  const outside = await outsiderStates(deps, provinceId, rows);
  const judged = rows.map((row) => ({ ...row, around: found }));
  const verdicts =
    pack === undefined ? new Map<string, RowVerdicts>() : await verdictsOfRows(deps, { provinceId, pack, today, rows: judged });
  const records = await movementRecords(deps, actor, rows);
  const openTasks = await openTaskViews(deps, actor, tasks);
  const orgs = await orgsOf(deps, found);
  const holder = openTasks[0]?.holder ?? rounds.findLast((round) => round.status !== 'closed')?.orgName ?? null;
  const [own] = tasks;
  const standing = found.movementId === null ? undefined : deps.law.standing(provinceId, found.movementId);
  return {
    ...identity(found, rows, orgs.unit?.name ?? ''),
    awards: [...new Set(rows.map((row) => nameOfAward(pack, row.award, tiers)))],
    holder,
    deadline: deadlineView(deps, {
      provinceId: provinceId,
      createdAt: own?.createdAt ?? found.createdAt,
      dueAt: own?.dueAt ?? null,
      element: undefined,
      pack,
    }),
    movementName: standing?.read.name.value ?? null,
    underMovement: underMovement(standing, found.underMovementId),
    pack: pack === undefined || found.packHash === null ? null : packView(pack, today),
    rows: rows.map((row) => ({
      ...withOutsider(rowView(row, { pack, today, verdicts, decisions, titles, tiers }), outside.get(row.id)),
      ...recordShown(records, row.id),
    })),
    ladder: ladder({ dossier: found, rows, rounds, pack, orgs, holder }),
    papers: [...papers],
    instanceIds: ownFirst(found.instanceId, instanceIds),
    roundIds: rounds.map((round) => round.roundId),
    openTasks,
    intake: await intakeView(deps, found),
    may: await mayOf(deps, actor, found, rows),
  };
};

/** Shown where a nomination is made under another movement than the plan's own. */
function underMovement(standing: MovementStanding | undefined, underId: string | null): DossierView['underMovement'] {
  const link = standing?.links.slice(1).find((one) => one.id === underId);
  return link === undefined ? null : { name: link.name, launcherBody: link.launcherBody, years: link.years };
}

function identity(
  { id, code, title, occasion, year, status, createdAt }: DossierRecord,
  rows: readonly NomineeRow[],
  orgName: string,
): Pick<DossierView, 'id' | 'code' | 'title' | 'orgName' | 'occasion' | 'year' | 'status' | 'rowCount' | 'stage' | 'createdAt'> {
  const stages = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TW'] as const;
  const stage = stages.findLast((one) => rows.some((row) => row.stage === one)) ?? 'UNIT';
  return { id, code, title, orgName, occasion, year, status, rowCount: rows.length, stage, createdAt: isoOf(createdAt.getTime()) };
}

function packView(pack: Pack, today: LocalDate): DossierView['pack'] {
  const notice = packNotice(pack, today);
  return { id: pack.id, name: pack.title, notice: notice.texts[0] ?? null, unconfirmedRows: [...notice.unconfirmedRows] };
}

async function openTasksOf({ stores }: CaseworkDeps, { provinceId, id }: DossierRecord): Promise<readonly TaskRecord[]> {
  return (await stores.tasks.ofDossier(provinceId, id)).filter((task) => task.status === 'open');
}

async function orgsOf(
  { stores }: CaseworkDeps,
  { provinceId, orgId, communeId }: DossierRecord,
): Promise<Parameters<typeof ladder>[0]['orgs']> {
  const [unit, commune, seats] = await Promise.all([
    stores.people.org(provinceId, orgId),
    communeId === null ? undefined : stores.people.org(provinceId, communeId),
    stores.people.seats(provinceId),
  ]);
  return { ...seats, ...(unit === undefined ? {} : { unit }), ...(commune === undefined ? {} : { commune }) };
}

async function mayOf(deps: CaseworkDeps, actor: Actor, found: DossierRecord, rows: readonly NomineeRow[]): Promise<DossierView['may']> {
  const verdict = mayWithdraw(actor, found, rows);
  const inProcedure = rows.filter((row) => row.state === 'open' || row.state === 'held');
  const bodies = await Promise.all([...new Set(inProcedure.map((row) => row.stage))].map((stage) => reviewers(deps, found, stage)));
  const hold = bodies.some((ids) => mayReviewRow(actor, ids).allowed);
  const printControlSlip = slipPrinter(actor, found) !== undefined;
  return { withdraw: verdict.allowed, hold, printControlSlip, whyNot: verdict.allowed ? null : verdict.why };
}

function ownFirst(own: string | null, ids: readonly string[]): string[] {
  return [...ids.filter((id) => id === own), ...ids.filter((id) => id !== own)];
}
