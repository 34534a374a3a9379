import { packInForce, type Movement, type Pack } from '@thidua/awards';
import { movementAtHand } from '@thidua/casework';
import type { Frame, Signature } from '@thidua/documents';
import { dayOf, formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { ClaimedJob, HolderFacts, MovementRecord, OrgFacts, PaperRecord, WorkRecord } from '@thidua/store';
import { GiveUp } from '../../service-tasks/outcomes';
import { frameOf } from '../frame';
import type { SceneRoom } from '../load-scene';

/** What the papers of a movement's work are written from, as it stands now. */
export interface MovementScene {
  readonly provinceId: string;
  readonly work: WorkRecord;
  readonly movement: Movement;
  readonly record: MovementRecord;
  /** The body that does the work and issues its papers. */
  readonly org: OrgFacts;
  /** The body that asked for it. */
  readonly askedBy: OrgFacts;
  /** The body that carries the movement out. */
  readonly carriedOutBy: OrgFacts;
  readonly province: OrgFacts | undefined;
  readonly pack: Pack;
  readonly today: LocalDate;
  readonly nowMs: number;
  readonly simulated: boolean;
  /** Papers of the work so far. */
  readonly papers: readonly PaperRecord[];
  /** Whoever holds a post of `org`, `askedBy` or `carriedOutBy` today; '' where nobody does. */
  holder(orgId: string, role: string): HolderFacts;
}

const ROLES = [
  'chair',
  'deputy-chair',
  'director',
  'head',
  'board-chair',
  'appraiser',
  'council-secretary',
  'clerk',
  'records-clerk',
] as const;

/** The scene of a work; undefined for a job that does no work of a movement. @throws GiveUp facts-missing */
export async function movementScene(
  room: SceneRoom,
  job: Pick<ClaimedJob, 'provinceId' | 'instanceId' | 'dossierId' | 'roundId'>,
): Promise<MovementScene | undefined> {
  const { deps } = room;
  const { provinceId } = job;
  const ofNeither = job.dossierId === null && job.roundId === null;
  const work = ofNeither ? await deps.stores.works.byInstance(provinceId, job.instanceId) : undefined;
  return work === undefined ? undefined : sceneOfWork(room, provinceId, work);
}

export async function sceneOfWork(room: SceneRoom, provinceId: string, work: WorkRecord): Promise<MovementScene> {
  const { deps } = room;
  const nowMs = deps.clock.nowMs();
  const today = dayOf(nowMs);
  const found = await movementAtHand(deps, provinceId, work.movementId);
  if (found === undefined) {
    throw new GiveUp('facts-missing', `Không tìm thấy phong trào ${work.movementId}.`);
  }
  const { province: top } = await deps.stores.people.seats(provinceId);
  const ids = [...new Set([work.orgId, work.askedByOrg, found.org.id, ...(top === undefined ? [] : [top.id])])];
  const day = formatLocalDate(today);
  const [orgs, holders, papers] = await Promise.all([
    Promise.all(ids.map((id) => room.facts.org(provinceId, id, day))),
    holdersOf(room, provinceId, ids, day),
    deps.stores.papers.ofWork(provinceId, work.id),
  ]);
  const byId = new Map(orgs.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])));
  return {
    ...{ provinceId, work, movement: found.record.content, record: found.record },
    ...{ org: there(byId.get(work.orgId)), askedBy: there(byId.get(work.askedByOrg)), carriedOutBy: there(byId.get(found.org.id)) },
    province: top === undefined ? undefined : byId.get(top.id),
    pack: packOn(room, provinceId, today),
    ...{ today, nowMs, simulated: deps.simulatedClock, papers },
    holder: (orgId, role) => holders.get(`${orgId}/${role}`) ?? { name: '', title: '' },
  };
}

/** Head and foot of a paper that the work's body issues. */
export function movementFrame(
  { org, pack, simulated, today }: MovementScene,
  { type, signature, recipients = [] }: { readonly type: string; readonly signature: Signature; readonly recipients?: readonly string[] },
): Frame {
  return frameOf({ org, type, signature, recipients, pack, simulated, today });
}

async function holdersOf(
  room: SceneRoom,
  provinceId: string,
  orgIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, HolderFacts | undefined>> {
  const found = orgIds.flatMap((orgId) =>
    ROLES.map(async (role) => [`${orgId}/${role}`, await room.facts.holder(provinceId, { orgId, role, day })] as const),
  );
  return new Map(await Promise.all(found));
}

function packOn({ deps }: SceneRoom, provinceId: string, today: LocalDate): Pack {
  const found = packInForce(deps.law.effective(provinceId), today, provinceId);
  if (!found.ok) {
    throw new GiveUp(found.error.code, found.error.message);
  }
  return deps.law.reading(provinceId, deps.law.hashOf(found.value.id) ?? '') ?? found.value;
}

function there<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new GiveUp('facts-missing', 'Không tìm thấy cơ quan của công việc.');
  }
  return value;
}
