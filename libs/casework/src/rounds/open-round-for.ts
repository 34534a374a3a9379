import { dayOf, instantOf, isoOf } from '@thidua/kernel';
import { newId, type ActorStamp } from '@thidua/runtime';
import type { RoundLevel, RoundOrgs, RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { joinRows } from './join-rows';

export interface RoundWanted {
  readonly provinceId: string;
  readonly level: RoundLevel;
  /** The unit that decides itself (UNIT), UBND of the commune (XA), the district (HUYEN) or the province (TINH). */
  readonly orgId: string;
  readonly occasion: string;
  readonly movementId: string | null;
  /** The year the awards are for. */
  readonly year: number;
  readonly packHash: string;
  readonly nowMs: number;
  readonly title?: string;
  /** 20 working days from now at 17:00 when absent. */
  readonly closesMs?: number;
  /** Rows to put in at once, so that closing the round cannot come between. */
  readonly rowIds?: readonly string[];
  /** The dossier whose open rows are put in at once. */
  readonly dossierId?: string;
  readonly sourceRoundId?: string;
  readonly actor?: ActorStamp;
}

export type RoundFound = Pick<RoundRecord, 'id' | 'code' | 'orgId' | 'standingOrgId' | 'closesAt'>;

const CLOSES_AFTER_DAYS = 20;
const PROCESS = { UNIT: 'dot-xet-don-vi', XA: 'dot-xet-xa', HUYEN: 'dot-xet-huyen', TINH: 'dot-xet-tinh' } as const;
const OCCASION: Readonly<Record<string, string>> = {
  annual: 'thường niên',
  interim: 'sơ kết',
  final: 'tổng kết',
  'ad-hoc': 'đột xuất',
  unspecified: 'theo phong trào',
};

/** The round of this occasion that still collects, or a new one with its process started; with rows, they are in it when this returns. */
export async function openRoundFor(deps: CaseworkDeps, tx: Tx, wanted: RoundWanted): Promise<RoundFound> {
  const { rounds, roundRows } = deps.stores;
  const { provinceId, nowMs } = wanted;
  await rounds.lockOccasion(tx, provinceId, wanted);
  const round = (await rounds.collecting(tx, provinceId, wanted, nowMs)) ?? (await openRound(deps, tx, wanted));
  const rowIds = wanted.rowIds ?? (wanted.dossierId === undefined ? [] : await roundRows.openOf(tx, provinceId, wanted.dossierId));
  const source = wanted.sourceRoundId === undefined ? {} : { sourceRoundId: wanted.sourceRoundId };
  await joinRows(deps, tx, { provinceId, round, rowIds, nowMs, ...source });
  return round;
}

/** A new round, whatever other rounds collect. */
export async function openRound(deps: CaseworkDeps, tx: Tx, wanted: RoundWanted): Promise<RoundFound> {
  const { provinceId, level, orgId, nowMs, actor } = wanted;
  const orgs = await deps.stores.rounds.orgsOf(provinceId, orgId, tx);
  if (orgs === undefined) {
    throw new Error(`organisation ${orgId} has no province with a standing department`);
  }
  const body = level === 'HUYEN' ? orgs.district : level === 'TINH' ? null : orgs.commune;
  const code = await nextRoundCode(deps, tx, wanted, body?.place);
  const { id, instanceId } = { id: newId(deps.clock), instanceId: newId(deps.clock) };
  const standingOrgId = level === 'TINH' ? orgs.department.id : orgId;
  const closesMs = wanted.closesMs ?? instantOf(deps.calendars.of(provinceId, orgId).addWorkingDays(dayOf(nowMs), CLOSES_AFTER_DAYS), 17);
  const own = level === 'UNIT' ? await deps.stores.people.org(provinceId, orgId, tx) : undefined;
  const title = wanted.title ?? roundTitle(deps, wanted, (own ?? body ?? orgs.province).name);
  const { occasion, movementId, year, packHash } = wanted;
  const round = { id, code, orgId, level, occasion, movementId, year, packHash, standingOrgId, title, closesMs, instanceId };
  await deps.stores.rounds.insert(tx, provinceId, round, nowMs);
  const answer = await deps.runtime.start(
    {
      provinceId,
      processKey: PROCESS[level],
      instanceId,
      businessKey: code,
      variables: {
        round: id,
        code,
        // Known when the rows have been appraised; until then the strongest.
        councilBody: 'full',
        closesAt: isoOf(closesMs),
        ...orgVariables(wanted, orgs),
      },
      subject: { orgId: standingOrgId, roundId: id, packHash },
      audit: { action: 'round-opened', facts: { roundId: id, code } },
      ...(actor === undefined ? {} : { actor }),
    },
    tx,
  );
  if (!answer.ok) {
    throw new Error(`the process of round ${code} did not start: ${answer.reason}`);
  }
  return { id, code, orgId, standingOrgId, closesAt: new Date(closesMs) };
}

/** The bodies a round's diagram gives its tasks to. */
function orgVariables({ level, orgId }: RoundWanted, orgs: RoundOrgs): Readonly<Record<string, string>> {
  if (level === 'UNIT') {
    return { unit: orgId };
  }
  return {
    department: orgs.department.id,
    province: orgs.province.id,
    ...(level === 'XA' && orgs.commune !== null ? { commune: orgs.commune.id } : {}),
    ...(level === 'HUYEN' && orgs.district !== null ? { district: orgs.district.id } : {}),
  };
}

/** 'DX-HP-GP-2026-0001': the province, the place where there is one below it, year and number. */
export async function nextRoundCode(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, nowMs }: Pick<RoundWanted, 'provinceId' | 'nowMs'>,
  place: string | undefined,
): Promise<string> {
  const name = ['DX', provinceId, ...(place === undefined ? [] : [initials(place)])].join('-');
  const period = String(dayOf(nowMs).year);
  const n = await deps.stores.dossiers.nextNumber(tx, provinceId, name, period);
  return `${name}-${period}-${String(n).padStart(4, '0')}`;
}

/** 'Gia Phúc' → 'GP'. */
function initials(place: string): string {
  const plain = place.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'D');
  return plain
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
}

export function roundTitle(
  deps: CaseworkDeps,
  wanted: Pick<RoundWanted, 'provinceId' | 'movementId' | 'occasion' | 'year'>,
  bodyName: string,
): string {
  const movement = deps.law.movements(wanted.provinceId).find((one) => one.id === wanted.movementId);
  const what = movement === undefined ? (OCCASION[wanted.occasion] ?? '') : `phong trào “${movement.name.value}”`;
  return `Đợt xét khen thưởng ${what} năm ${wanted.year}, ${bodyName}`;
}
