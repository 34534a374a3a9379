import { ballotRuleFor, feasibility } from '@thidua/awards';
import { dayOf, type JsonObject } from '@thidua/kernel';
import type { RoundRecord } from '@thidua/store';
import type { TaskContext, TaskContextQuery } from '../task-context';
import { benchOf } from '../councils/bench-of';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import type { TaskRecord } from '../task-record';
import { packOfRound } from './round-law';

/** What the forms of a round open with and choose from. */
export const ROUND_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'tham-dinh': (deps, task) => withRound(deps, task, async (round) => ({ values: { rows: await rowsToAppraise(deps, task, round) } })),
  'mo-phien': (deps, task) => withRound(deps, task, (round) => opening(deps, task, round)),
  'kiem-phieu': (deps, task) => withRound(deps, task, (round) => counting(deps, task, round)),
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

/** Who may be absent, and per row whether its threshold can be met at all: a red line before the ballot, not a bar to it. */
async function opening(deps: CaseworkDeps, task: TaskRecord, round: RoundRecord): Promise<TaskContext> {
  const today = dayOf(deps.clock.nowMs());
  const pack = await packOfRound(deps, round);
  const bench = await benchOf(deps, { provinceId: task.provinceId, round, today });
  if (bench === undefined) {
    return { options: { members: [] }, context: { council: null } };
  }
  const total = bench.members.length;
  const agenda = bench.agenda.map((row): JsonObject => {
    const rule = ballotRuleFor(pack, row.award, round.level, today);
    const out = bench.members.filter((member) => member.personId === row.personId).length;
    const can = rule === undefined || total === 0 ? undefined : feasibility({ total, out }, rule);
    return { rowId: row.id, name: row.name, feasible: can?.feasible ?? false, needed: can?.needed ?? 0, sentence: can?.sentence ?? '' };
  });
  return {
    options: { members: bench.members.map((member) => ({ value: member.personId, label: `${member.fullName}, ${member.title}` })) },
    context: { council: bench.council.name, body: bench.body, total, agenda },
  };
}

/** Absent members who may have sent a written opinion, and a line per item for the sums of those opinions. */
async function counting(deps: CaseworkDeps, task: TaskRecord, round: RoundRecord): Promise<TaskContext> {
  const session = await deps.stores.sessions.ofRound(task.provinceId, round.id);
  if (session === undefined) {
    return {};
  }
  const [pack, tiers] = [await packOfRound(deps, round), await tiersOf(deps, task.provinceId, round.orgId)];
  const items = await deps.stores.sessions.items(task.provinceId, session.id);
  const roll = await deps.stores.sessions.roll(task.provinceId, session.id);
  const silent = roll.filter((member) => !member.voted);
  const rows = items.map((item): JsonObject => {
    const awardName = nameOfAward(pack, item.award, tiers, 'full');
    return { rowId: item.rowId, name: item.name, awardName, yes: 0, no: 0, blank: 0 };
  });
  return {
    values: { rows },
    options: { absentMembers: silent.map((member) => ({ value: member.personId, label: `${member.fullName}, ${member.title}` })) },
    context: { sessionId: session.id, total: session.total, voted: roll.length - silent.length, silent: silent.length },
  };
}
