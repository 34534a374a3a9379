import { dayOf, type JsonObject } from '@thidua/kernel';
import type { NomineeRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packByHash, packIfAny } from '../law/pack-of';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import type { TaskRecord } from '../task-record';

/** Forms that are filled in again open with what was typed the last time. */
const REMEMBERED: readonly string[] = ['bao-cao', 'hop-binh-xet'];

/** Values a form opens with: the last body of a form that comes round again, and the rows in procedure as they stand now. */
export async function openingValues(deps: CaseworkDeps, task: TaskRecord): Promise<JsonObject> {
  const before = await lastBody(deps, task);
  const lines = await rowLines(deps, task);
  return lines === undefined ? before : { ...before, rows: lines };
}

async function lastBody({ stores }: CaseworkDeps, task: TaskRecord): Promise<JsonObject> {
  if (task.formId === null || task.dossierId === null || !REMEMBERED.includes(task.formId)) {
    return {};
  }
  return (await stores.dossiers.formBody(task.provinceId, { dossierId: task.dossierId, formId: task.formId }))?.body ?? {};
}

async function rowLines(deps: CaseworkDeps, task: TaskRecord): Promise<readonly JsonObject[] | undefined> {
  const rows = await rowsOf(deps, task);
  if (rows === undefined) {
    return undefined;
  }
  const tiers = await tiersOf(deps, task.provinceId, task.orgId);
  const hash = await packHashOf(deps, task);
  const pack = hash === null ? packIfAny(deps.law, dayOf(deps.clock.nowMs()), task.provinceId)?.pack : await packByHash(deps, hash);
  return rows
    .filter((row) => row.state === 'open')
    .map((row) => ({
      rowId: row.id,
      name: row.name,
      title: row.title,
      kind: row.kind,
      award: row.award,
      awardName: nameOfAward(pack, row.award, tiers, 'full'),
      achievement: row.achievement,
    }));
}

async function rowsOf({ stores }: CaseworkDeps, task: TaskRecord): Promise<readonly NomineeRow[] | undefined> {
  if (task.dossierId !== null) {
    return stores.rows.ofDossier(task.provinceId, task.dossierId);
  }
  return task.roundId === null ? undefined : stores.rows.ofRound(task.provinceId, task.roundId);
}

async function packHashOf({ stores }: CaseworkDeps, task: TaskRecord): Promise<string | null> {
  if (task.dossierId !== null) {
    return (await stores.dossiers.byId(task.provinceId, task.dossierId))?.packHash ?? null;
  }
  return task.roundId === null ? null : ((await stores.rounds.byId(task.provinceId, task.roundId))?.packHash ?? null);
}
