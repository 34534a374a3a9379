import { dayOf, type JsonObject } from '@thidua/kernel';
import type { RoundRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import type { TaskContext, TaskContextQuery } from '../task-context';
import type { TaskRecord } from '../task-record';
import { ballotNotOver } from './counting-room';
import { mayCount, teamSize } from './counting-team';
import { planSession } from './session-plan';
import { packOfRound } from '../rounds/round-law';

/** What the two forms of a council's secretary open with and choose from. */
export const SESSION_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'mo-phien': (deps, task) => withRound(deps, task, (round) => opening(deps, task, round)),
  'kiem-phieu': (deps, task) => withRound(deps, task, (round) => counting(deps, task, round)),
};

async function withRound(deps: CaseworkDeps, task: TaskRecord, query: (round: RoundRecord) => Promise<TaskContext>): Promise<TaskContext> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId);
  return round === undefined ? {} : query(round);
}

/** Who may be absent, what may be left off, and per row whether its threshold can be met at all: a red line, not a bar. */
async function opening(deps: CaseworkDeps, task: TaskRecord, round: RoundRecord): Promise<TaskContext> {
  const today = dayOf(deps.clock.nowMs());
  const plan = await planSession(deps, { provinceId: task.provinceId, round, today, absent: [], leaveOff: [] });
  if (plan === undefined) {
    return { options: { members: [], agendaRows: [] }, context: { council: null } };
  }
  const tiers = await tiersOf(deps, task.provinceId, round.orgId);
  const awards = [...new Set(plan.items.map((item) => item.row.award))];
  return {
    values: { places: awards.map((award) => ({ rowId: award, name: nameOfAward(plan.pack, award, tiers, 'full') })) },
    options: {
      members: plan.members.map((member) => ({ value: member.personId, label: `${member.fullName}, ${member.title}` })),
      agendaRows: plan.items.map(({ row }) => ({
        value: row.id,
        label: `${row.name}, ${nameOfAward(plan.pack, row.award, tiers, 'short')}`,
      })),
    },
    context: {
      ...{ council: plan.council.name, body: plan.body, total: plan.members.length },
      agenda: plan.items.map(({ row, outlook }): JsonObject => {
        return {
          rowId: row.id,
          name: row.name,
          feasible: outlook?.feasible ?? false,
          needed: outlook?.needed ?? 0,
          sentence: outlook?.line ?? '',
        };
      }),
    },
  };
}

/** Who may count, whose papers are to be read, and a line per item for what they say. */
async function counting(deps: CaseworkDeps, task: TaskRecord, round: RoundRecord): Promise<TaskContext> {
  const { sessions, recusals, writtenOpinions } = deps.stores;
  const session = await sessions.ofRound(task.provinceId, round.id);
  if (session === undefined) {
    return {};
  }
  const [pack, tiers] = [await packOfRound(deps, round), await tiersOf(deps, task.provinceId, round.orgId)];
  const items = await sessions.items(task.provinceId, session.id);
  const roll = await sessions.roll(task.provinceId, session.id);
  const declared = await recusals.ofRound(task.provinceId, round.id);
  const opinions = await writtenOpinions.ofSession(task.provinceId, session.id);
  const scans = opinions.filter((one) => one.kind === 'scan');
  const rows = items.map((item): JsonObject => {
    const awardName = nameOfAward(pack, item.award, tiers, 'full');
    return { rowId: item.rowId, name: item.name, awardName, yes: 0, no: 0, blank: 0 };
  });
  const room = { session, round, pack, items, roll };
  return {
    values: scans.length === 0 ? {} : { paper: true, rows },
    options: {
      countingTeam: mayCount(room).map((member) => ({ value: member.personId, label: `${member.fullName}, ${member.title}` })),
      scans: scans.map((one) => ({ value: one.personId, label: one.fullName })),
      agendaRows: items.map((item) => ({ value: item.rowId, label: `${item.name}, ${nameOfAward(pack, item.award, tiers, 'short')}` })),
    },
    context: {
      ...{ sessionId: session.id, total: session.total, voted: roll.filter((member) => member.voted).length },
      ...{ opinions: opinions.length, teamSize: teamSize(room) },
      waiting: ballotNotOver({ session, items, roll, recusals: declared }, deps.clock.nowMs()),
    },
  };
}
