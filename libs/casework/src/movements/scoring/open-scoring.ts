import { mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { BoardCriterion, ClusterRecord, MovementRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { bodiesToInspect } from '../inspections/inspection-choices';
import { demandRunner, movementFor, type MovementAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';

/** Scoring of a year: the bodies of whoever runs the movement, or the members of a cluster, scored by the body that leads it. */
export const openScoring: Handler<'openScoring'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { record } = movement;
  const { year, clusterId } = body;
  const cluster = clusterId === null ? null : await clusterAtHand(deps, provinceId, clusterId);
  const position = cluster === null ? demandRunner(actor, movement) : demandLead(actor, cluster);
  const orgId = cluster?.leadOrgId ?? movement.org.id;
  const scope = cluster === null ? ('units' as const) : ('cluster' as const);
  return once(deps, key, async (tx) => {
    const locked = await deps.stores.movements.lock(tx, provinceId, record.id);
    if (locked?.state !== 'in-force') {
      throw new Refused('state-conflict', { movementId: record.id, reason: 'movement-closed' });
    }
    await demandNoneOpen(deps, { provinceId, record, year, orgId, clusterId });
    const last = await deps.stores.scores.lastCriteria(provinceId, { orgId, scope }, tx);
    const who = cluster === null ? 'các cơ quan, đơn vị' : cluster.name;
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: record.id, kind: 'scoring', orgId, askedByOrgId: orgId, dueOn: null, year },
      ...{ title: `Chấm điểm thi đua ${who} năm ${String(year)}`, process: 'cham-diem', actor: { actor, acting: { position } } },
    });
    await deps.stores.scores.insert(tx, provinceId, {
      ...{ id: opened.id, scope, clusterId, dueOn: null },
      criteria: last.length > 0 ? last : [ownRow(record)],
      bodies: [...(await bodiesOf(deps, movement, cluster))],
    });
    return { workId: opened.id, code: opened.code };
  });
};

/** The one row every table has: the movement's own result. How many points it is worth, people say. */
function ownRow({ content }: MovementRecord): BoardCriterion {
  const text = `Kết quả thực hiện Phong trào thi đua “${content.name.value}”`;
  return { id: 'phong-trao', kind: 'base', text, most: '0.00', movement: true };
}

async function bodiesOf(deps: CaseworkDeps, movement: MovementAtHand, cluster: ClusterRecord | null): Promise<readonly string[]> {
  if (cluster !== null) {
    return (await deps.stores.clusters.members(movement.record.provinceId, cluster.id)).map(({ orgId }) => orgId);
  }
  return (await bodiesToInspect(deps, movement)).map(({ orgId }) => orgId);
}

async function clusterAtHand({ stores }: CaseworkDeps, provinceId: string, id: string): Promise<ClusterRecord> {
  const cluster = isId(id) ? await stores.clusters.byId(provinceId, id) : undefined;
  if (cluster === undefined) {
    throw new Refused('not-found', { what: 'cluster' });
  }
  return cluster;
}

function demandLead(actor: Actor, { id, leadOrgId }: ClusterRecord): HeldPosition {
  const verdict = mayWorkFor(actor, leadOrgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { clusterId: id });
  }
  return verdict.position;
}

interface Wanted {
  readonly provinceId: string;
  readonly record: MovementRecord;
  readonly year: number;
  readonly orgId: string;
  readonly clusterId: string | null;
}

async function demandNoneOpen({ stores }: CaseworkDeps, { provinceId, record, year, orgId, clusterId }: Wanted): Promise<void> {
  const open = await stores.works.list(provinceId, {
    movementId: record.id,
    kinds: ['scoring'],
    statuses: ['open'],
    year,
    orgIds: [orgId],
  });
  for (const work of open) {
    const board = await stores.scores.byId(provinceId, work.id);
    if (board?.clusterId === clusterId) {
      throw new Refused('state-conflict', { movementId: record.id, reason: 'scoring-open', workId: work.id });
    }
  }
}
