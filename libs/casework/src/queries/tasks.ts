import { principalsOf } from '@thidua/access';
import type { TaskSummary } from '@thidua/contract';
import { dayOf, instantOf, isoOf } from '@thidua/kernel';
import type { InboxFilter, InboxLine } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { tierReader } from '../law/tiers-of';
import { searchable } from '../plain-text';
import { AT_RISK_DAYS, deadlineView } from '../tasks/deadline-view';
import { elementIn } from '../tasks/load-task';

const DEFAULT_LIMIT = 50;
/** Badges say '1000+' rather than count on. */
const CAP = 1000;

/** The actor's inbox: what stands with their posts, with posts lent to them, and with themselves. */
export const tasks: Handler<'tasks'> = async (deps, { actor, query }) => {
  const principals = principalsOf(actor);
  const { stores } = deps;
  const [now, soon] = [new Date(deps.clock.nowMs()), new Date(riskEnds(deps, actor.provinceId))];
  const text = query.q === undefined || query.q === '' ? null : query.q;
  const filter: InboxFilter = {
    limit: query.limit ?? DEFAULT_LIMIT,
    step: query.step ?? null,
    text: text?.replace(/[\\%_]/g, '\\$&') ?? null,
    search: text === null ? '' : searchable(text).replace(/[\\%_]/g, '\\$&'),
    dueFrom: query.filter === 'at-risk' ? now : query.filter === 'on-time' ? soon : null,
    dueBefore: query.filter === 'overdue' ? now : query.filter === 'at-risk' ? soon : null,
  };
  const count = (beforeMs?: number): Promise<number> => stores.tasks.countFor(actor.provinceId, principals, CAP, beforeMs);
  const [lines, all, overdue, dueSoon] = await Promise.all([
    stores.inbox.page(actor.provinceId, principals, filter),
    count(),
    count(now.getTime()),
    count(soon.getTime()),
  ]);
  const tiers = await tierReader(deps, actor.provinceId);
  return {
    tasks: await Promise.all(lines.map((line) => taskSummary(deps, actor.provinceId, line, tiers(line.orgId)))),
    counts: { all, overdue, atRisk: dueSoon - overdue, onTime: all - dueSoon },
  };
};

export async function taskSummary(deps: CaseworkDeps, provinceId: string, line: InboxLine, tiers: readonly string[]): Promise<TaskSummary> {
  const pack =
    line.packHash === null ? packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack : deps.law.packs.get(line.packHash);
  const element = elementIn(await deps.runtime.graphs.definition(provinceId, line.definitionId), line.elementId);
  const { id, name, step, status, version, code, subject, orgName, dossierId, roundId, createdAt, processName } = line;
  return {
    id,
    name,
    step,
    status,
    version,
    code,
    subject,
    awards: line.awards.map((award) => nameOfAward(pack, award, tiers)),
    orgName,
    dossierId,
    roundId,
    createdAt: isoOf(createdAt.getTime()),
    deadline: deadlineView(deps, { provinceId: provinceId, createdAt, dueAt: line.dueAt, element, pack }),
    processName,
  };
}

/** The end of the last day on which a step counts as at risk. */
function riskEnds({ calendars, clock }: CaseworkDeps, provinceId: string): number {
  const today = dayOf(clock.nowMs());
  return instantOf(calendars.of(provinceId).addWorkingDays(today, AT_RISK_DAYS), 23, 59);
}
