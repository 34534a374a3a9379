import type { Pack } from '@thidua/awards';
import type { NomineeInput } from '@thidua/contract';
import { compareDates, localDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DossierOccasion, DossierRoute, NewRow, Outsider, RowAwardType, Tx } from '@thidua/store';
import type { CaseworkDeps, MovementStanding } from '../deps';
import { achievementHash } from '../dossiers/achievement-hash';
import { usualAwardType } from '../dossiers/award-type';
import { chainAsk } from '../dossiers/chain-ask';
import { demandOnMenu, isOfCluster, type MenuAsk } from '../dossiers/menu';
import { searchable } from '../plain-text';
import { Refused } from '../refused';
import type { IntakePlace } from './intake-place';
import { proposerOf } from './proposer';
import { inTurn } from '../in-turn';

export interface RowsAsked {
  readonly provinceId: string;
  readonly place: IntakePlace;
  readonly pack: Pack;
  readonly movement: MovementStanding | undefined;
  /** The movement of the chain; absent: its own. */
  readonly underId?: string | undefined;
  readonly occasion: DossierOccasion;
  readonly year: number;
  readonly route: DossierRoute;
  readonly day: LocalDate;
  readonly rows: readonly NomineeInput[];
}

/** A nominee as told, with the type of award chosen or usual. */
export interface CheckedRow {
  readonly input: NomineeInput;
  readonly awardType: RowAwardType;
}

interface Field {
  readonly [key: string]: string;
  readonly path: string;
  readonly problem: string;
  readonly kind: string;
}

/** Every nominee against menu, register and calendar. @throws Refused award-not-on-menu, request-invalid with every wrong field */
export async function checkedRows(deps: CaseworkDeps, tx: Tx, asked: RowsAsked): Promise<readonly CheckedRow[]> {
  const usual = usualAwardType({ movementId: asked.movement?.read.id ?? null, occasion: asked.occasion });
  const rows = asked.rows.map((input) => ({ input, awardType: input.awardType ?? usual }));
  const menu = await menuAsk(deps, tx, asked);
  for (const { input, awardType } of rows) {
    const { award, kind, name, posthumous = false, subjectOrgId = null } = input;
    demandOnMenu(menu, { award, kind, name, awardType, posthumous, subjectOrgId });
  }
  const fields = [...(await unknownSubjects(deps, tx, asked)), ...wrongPeriods(asked), ...(await unknownEvidence(deps, tx, asked))];
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields });
  }
  return rows;
}

/** The menu's question for these rows; who leads a cluster is looked up only where an award comes from clusters alone. */
export async function menuAsk(
  { stores }: CaseworkDeps,
  tx: Tx | undefined,
  asked: Omit<RowsAsked, 'rows'> & { readonly rows?: RowsAsked['rows'] },
): Promise<MenuAsk> {
  const { provinceId, place, pack, movement, underId, occasion, year, route, day, rows = [] } = asked;
  const bodies = rows.flatMap(({ subjectOrgId, award, awardType = 'merit' }) =>
    subjectOrgId !== undefined && isOfCluster(pack, award, awardType) ? [subjectOrgId] : [],
  );
  const leaders = bodies.length === 0 ? new Set<string>() : await stores.intake.clusterLeaders(provinceId, bodies, year, tx);
  const chain = movement === undefined ? undefined : chainAsk(movement, underId, { pack, day });
  return { pack, movement: movement?.read, chain, occasion, day, proposer: proposerOf(place, route, leaders) };
}

/** Ids of nominees must be people and bodies of the province. */
async function unknownSubjects({ stores }: CaseworkDeps, tx: Tx, { provinceId, rows }: RowsAsked): Promise<readonly Field[]> {
  const ids = rows.flatMap((row) => (row.personId === undefined ? [] : [row.personId]));
  const known = new Set((await stores.people.persons(provinceId, ids, tx)).map((person) => person.id));
  const named = rows.some((row) => row.subjectOrgId !== undefined);
  const orgs = new Set(named ? (await stores.people.orgs(provinceId, tx)).map((org) => org.id) : []);
  return rows.flatMap((row, index) => [
    ...(row.personId === undefined || known.has(row.personId) ? [] : [field(index, 'personId', 'unknown')]),
    ...(row.subjectOrgId === undefined || orgs.has(row.subjectOrgId) ? [] : [field(index, 'subjectOrgId', 'unknown')]),
  ]);
}

/** An achievement period ends after it begins and not after the year it is proposed for. */
function wrongPeriods({ rows, year, day }: RowsAsked): readonly Field[] {
  const yearEnd = localDate(year, 12, 31);
  const last = compareDates(yearEnd, day) > 0 ? yearEnd : day;
  return rows.flatMap((row, index) => {
    const [from, to] = [parseLocalDate(row.achievementFrom ?? ''), parseLocalDate(row.achievementTo ?? '')];
    return [
      ...(from !== undefined && to !== undefined && compareDates(from, to) > 0 ? [field(index, 'achievementTo', 'before-start')] : []),
      ...(to !== undefined && compareDates(to, last) > 0 ? [field(index, 'achievementTo', 'in-future')] : []),
    ];
  });
}

/** What a proposal rests on must be of that nominee. */
async function unknownEvidence({ stores }: CaseworkDeps, tx: Tx, { provinceId, rows }: RowsAsked): Promise<readonly Field[]> {
  const found = await inTurn(rows, async ({ evidence = [], personId, subjectOrgId }) =>
    evidence.length === 0 ? [] : stores.intake.strangeEvidence(provinceId, evidence, personId ?? subjectOrgId ?? null, tx),
  );
  return found.flatMap((strange, index) => strange.map((at) => field(index, `evidence.${at}.id`, 'unknown')));
}

function field(index: number, name: string, problem: string): Field {
  return { path: `rows.${index}.${name}`, problem, kind: 'custom' };
}

export function newRow({ clock }: Pick<CaseworkDeps, 'clock'>, dossierId: string, { input, awardType }: CheckedRow, seq: number): NewRow {
  const { kind, name, title, scope, award, achievement } = input;
  return {
    id: newId(clock),
    dossierId,
    seq,
    kind,
    name,
    title,
    scope,
    award,
    achievement,
    awardType,
    searchName: searchable(name),
    achievementHash: achievementHash(achievement),
    personId: input.personId ?? null,
    subjectOrgId: input.subjectOrgId ?? null,
    posthumous: input.posthumous ?? false,
    achievementFrom: input.achievementFrom ?? null,
    achievementTo: input.achievementTo ?? null,
    evidence: input.evidence ?? [],
    underPartyManagement: input.underPartyManagement ?? false,
    femaleLeader: input.femaleLeader ?? false,
    outsider: outsiderOf(input),
  };
}

function outsiderOf({ outsider }: NomineeInput): Outsider | null {
  if (outsider === undefined) {
    return null;
  }
  const { managingBody, address, taxCode } = outsider;
  return { managingBody, address, ...(taxCode === undefined ? {} : { taxCode }) };
}
