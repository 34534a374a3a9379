import type { JsonObject } from '@thidua/kernel';
import type { RoundRecord } from '@thidua/store';
import type { TaskContext, TaskContextQuery } from '../task-context';
import type { CaseworkDeps } from '../deps';
import { appraisalContext } from '../evidence/verdicts-of-round';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import type { TaskRecord } from '../task-record';
import { packOfRound } from './round-law';

/** What the forms of a round open with and choose from. */
export const ROUND_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'tham-dinh': (deps, task) =>
    withRound(deps, task, async (round) => ({
      values: { rows: await rowsToAppraise(deps, task, round) },
      context: await appraisalContext(deps, { provinceId: task.provinceId, round }),
    })),
};

async function withRound(deps: CaseworkDeps, task: TaskRecord, query: (round: RoundRecord) => Promise<TaskContext>): Promise<TaskContext> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId);
  return round === undefined ? {} : query(round);
}

async function rowsToAppraise(deps: CaseworkDeps, task: TaskRecord, round: RoundRecord): Promise<readonly JsonObject[]> {
  const [pack, tiers] = [await packOfRound(deps, round), await tiersOf(deps, task.provinceId, round.orgId)];
  const rows = await deps.stores.roundRows.ofRound(task.provinceId, round.id);
  return rows
    .filter((row) => row.state === 'open' && row.outcome === null)
    .map((row) => ({ rowId: row.id, name: row.name, awardName: nameOfAward(pack, row.award, tiers, 'full') }));
}
