import type { DossierSummary } from '@thidua/contract';
import { dayOf, isoOf } from '@thidua/kernel';
import type { DossierLine } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { tierReader } from '../law/tiers-of';
import { searchable } from '../plain-text';
import { deadlineView } from '../tasks/deadline-view';
import { holderText } from '../tasks/holders';

const DEFAULT_LIMIT = 100;

/** What the actor's organisations are party to, newest first. */
export const dossiers: Handler<'dossiers'> = async (deps, { actor, query }) => {
  const text = query.q === undefined || query.q === '' ? null : query.q;
  const orgIds = [...new Set(actor.positions.map((position) => position.orgId))];
  const lines = await deps.stores.dossiers.list(actor.provinceId, orgIds, {
    text: text?.replace(/[\\%_]/g, '\\$&') ?? null,
    search: text === null ? null : searchable(text).replace(/[\\%_]/g, '\\$&'),
    status: query.status ?? null,
    limit: query.limit ?? DEFAULT_LIMIT,
  });
  const tiers = await tierReader(deps, actor.provinceId);
  return { dossiers: await Promise.all(lines.map((line) => summary(deps, actor.provinceId, line, tiers(line.orgId)))) };
};

async function summary(deps: CaseworkDeps, provinceId: string, line: DossierLine, tiers: readonly string[]): Promise<DossierSummary> {
  const { id, code, title, orgName, occasion, year, status, rowCount, stage, createdAt, dueAt, dueSince, taskGroups } = line;
  const pack =
    line.packHash === null ? packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack : deps.law.packs.get(line.packHash);
  const holder = taskGroups === null ? '' : await holderText(deps, provinceId, { candidateGroups: taskGroups });
  return {
    id,
    code,
    title,
    orgName,
    occasion,
    year,
    status,
    rowCount,
    stage,
    awards: line.awards.map((award) => nameOfAward(pack, award, tiers)),
    holder: holder === '' ? null : holder,
    createdAt: isoOf(createdAt.getTime()),
    deadline: deadlineView(deps, { provinceId, createdAt: dueSince ?? createdAt, dueAt, element: undefined, pack }),
  };
}
