import { mayPrepareFor } from '@thidua/access';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { ClusterRecord, OrgRecord, RoundLevel, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { packOn } from '../../law/pack-of';
import { once } from '../../once';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { stampOf } from '../../stamp';

const LEVELS: Readonly<Record<string, RoundLevel>> = { commune: 'XA', district: 'HUYEN', province: 'TINH', department: 'TINH' };

/** The lead body opens the year's meeting of its cluster: a round without rows, whose minutes name the leader (E-07, E-09). */
export const openClusterMeeting: Handler<'openClusterMeeting'> = async (deps, { actor, params, key }) => {
  const { provinceId } = actor;
  const id = params['id'] ?? '';
  const seen = isId(id) ? await deps.stores.clusters.byId(provinceId, id) : undefined;
  if (seen === undefined) {
    throw new Refused('not-found', { what: 'cluster' });
  }
  const verdict = mayPrepareFor(actor, seen.leadOrgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { clusterId: id });
  }
  return once(deps, key, async (tx) => {
    const cluster = await demandNoMeeting(deps, tx, provinceId, id);
    const lead = await deps.stores.people.org(provinceId, cluster.leadOrgId, tx);
    if (lead === undefined) {
      throw new Error(`cluster ${id} has no lead body`);
    }
    const round = await insertRound(deps, tx, { provinceId, cluster, lead });
    const answer = await deps.runtime.start(
      {
        provinceId,
        processKey: 'binh-xet-cum',
        instanceId: round.instanceId,
        businessKey: round.code,
        variables: { round: round.id, cluster: cluster.id, lead: lead.id, code: round.code },
        subject: { orgId: lead.id, roundId: round.id, packHash: round.packHash },
        audit: { action: 'cluster-meeting-called', facts: { roundId: round.id, clusterId: cluster.id } },
        actor: stampOf(actor, verdict),
      },
      tx,
    );
    if (!answer.ok) {
      throw new Refused('state-conflict', { reason: answer.reason, clusterId: id });
    }
    return { roundId: round.id, code: round.code };
  });
};

/** One meeting a year; its result stands. */
async function demandNoMeeting({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<ClusterRecord> {
  const cluster = await stores.clusters.lock(tx, provinceId, id);
  if (cluster === undefined) {
    throw new Refused('not-found', { what: 'cluster' });
  }
  const called = await stores.clusterMeetings.ofCluster(provinceId, id, tx);
  const results = await stores.clusters.results(provinceId, id, tx);
  const open = await stores.clusterMeetings.openRound(tx, provinceId, clusterCode(cluster));
  if (called.length > 0 || results.length > 0 || open) {
    throw new Refused('state-conflict', { reason: 'cluster-has-met', clusterId: id });
  }
  return cluster;
}

/** 'CUM-cum-xa-1-2026'. */
function clusterCode({ series, year }: ClusterRecord): string {
  return `CUM-${series}-${String(year)}`;
}

interface Calling {
  readonly provinceId: string;
  readonly cluster: ClusterRecord;
  readonly lead: OrgRecord;
}

async function insertRound(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, cluster, lead }: Calling,
): Promise<{ readonly id: string; readonly code: string; readonly instanceId: string; readonly packHash: string }> {
  const nowMs = deps.clock.nowMs();
  const { hash: packHash } = packOn(deps.law, dayOf(nowMs), provinceId);
  const round = {
    ...{
      id: newId(deps.clock),
      instanceId: newId(deps.clock),
      code: clusterCode(cluster),
      orgId: lead.id,
      standingOrgId: lead.id,
      packHash,
    },
    ...{ level: LEVELS[lead.kind] ?? 'UNIT', occasion: 'annual', movementId: null, year: cluster.year, closesMs: nowMs },
    title: `Bình xét ${cluster.name} năm ${String(cluster.year)} (${formatLocalDate(dayOf(nowMs)).split('-').toReversed().join('/')})`,
  };
  await deps.stores.rounds.insert(tx, provinceId, round, nowMs);
  // It collects nothing: dossiers of the occasion never come into it.
  await deps.stores.rounds.setStatus(tx, provinceId, round.id, 'council', nowMs);
  return round;
}
