import { packInForce, type Movement, type Pack } from '@thidua/awards';
import { decisionPlans, payLinesOf, type CaseworkDeps } from '@thidua/casework';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { FactsStore, HolderFacts, OrgFacts, PaperFacts, RoundRecord, RowFacts, SubjectId } from '@thidua/store';
import { GiveUp } from '../service-tasks/outcomes';
import type { ClusterFacts, DecisionFacts, DossierScene, NoticeFacts, RoundScene } from './scene';

export interface SceneRoom {
  readonly deps: CaseworkDeps;
  readonly facts: FactsStore;
}

/** Working days on the receipt where the pack sets no limit for these awards at this level. */
const USUAL_DAYS = 20;
const POSTS = [
  'chair',
  'deputy-chair',
  'director',
  'appraiser',
  'council-secretary',
  'head',
  'board-chair',
  'clerk',
  'records-clerk',
] as const;

/** Everything the papers of a dossier or round are written from, as it stands now. */
export function loadScene(room: SceneRoom, provinceId: string, subject: SubjectId): Promise<DossierScene | RoundScene> {
  return 'roundId' in subject ? roundScene(room, provinceId, subject) : dossierScene(room, provinceId, subject);
}

async function dossierScene(room: SceneRoom, provinceId: string, subject: { readonly dossierId: string }): Promise<DossierScene> {
  const { deps, facts } = room;
  const dossier = there(await facts.dossier(provinceId, subject.dossierId), 'dossier');
  const unit = await org(room, provinceId, dossier.orgId);
  const own = dossier.route === 'own';
  const commune = await org(room, provinceId, dossier.communeId ?? unit.parentId ?? unit.id);
  const receiver = own ? unit : dossier.receiverOrgId === null ? commune : await org(room, provinceId, dossier.receiverOrgId);
  const desk = own ? unit : dossier.deskOrgId === null ? receiver : await org(room, provinceId, dossier.deskOrgId);
  const [province, rows, papers, meeting, report, intake] = await Promise.all([
    provinceOf(room, provinceId, commune),
    facts.rowsOfDossier(provinceId, dossier.id),
    facts.papers(provinceId, subject),
    facts.formBody(provinceId, subject, 'hop-binh-xet'),
    facts.formBody(provinceId, subject, 'bao-cao'),
    facts.formBody(provinceId, subject, 'tiep-nhan'),
  ]);
  const personIds = rows.flatMap((row) => row.personId ?? []);
  const [evidence, people] = await Promise.all([
    deps.stores.evidence.book(provinceId, { personIds, orgIds: [unit.id] }),
    deps.stores.people.persons(provinceId, personIds),
  ]);
  const base = common(deps, provinceId, dossier);
  const limitDays = workingDaysOf(base.pack, receiver.level, rows);
  return {
    ...base,
    rows,
    papers,
    holder: await holders(room, provinceId, [unit, commune, province, receiver, desk]),
    dossier,
    unit,
    commune,
    receiver,
    desk,
    province,
    evidence,
    people,
    meeting: meeting ?? {},
    report: report ?? {},
    intake: intake ?? {},
    limitDays,
    dueDay: formatLocalDate(deps.calendars.of(provinceId, receiver.id).addWorkingDays(base.today, limitDays)),
    decisions: await decisionsOf(
      deps,
      provinceId,
      rows.flatMap((row) => row.decisionId ?? []),
    ),
  };
}

async function roundScene(room: SceneRoom, provinceId: string, subject: { readonly roundId: string }): Promise<RoundScene> {
  const { deps, facts } = room;
  const round = there(await facts.round(provinceId, subject.roundId), 'round');
  const own = await org(room, provinceId, round.orgId);
  const [standing, province, rows, papers, session, appraisal, decided] = await Promise.all([
    org(room, provinceId, round.standingOrgId),
    provinceOf(room, provinceId, own),
    facts.rowsOfRound(provinceId, round.id),
    facts.papers(provinceId, subject),
    facts.session(provinceId, round.id),
    facts.formBody(provinceId, subject, 'tham-dinh'),
    deps.stores.decisions.ofRound(provinceId, round.id),
  ]);
  const base = common(deps, provinceId, round);
  const record = there(await deps.stores.rounds.byId(provinceId, round.id), 'round');
  const [notice, opinions] = await Promise.all([noticeOf(deps, provinceId, round.id), deps.stores.opinions.ofRound(provinceId, round.id)]);
  return {
    ...base,
    decisionPlans: await plansOf(room, provinceId, { round: record, pack: base.pack, day: formatLocalDate(base.today) }),
    deciderRole: record.level === 'UNIT' ? (record.deciderRole ?? 'head') : 'chair',
    notice,
    opinions,
    submissions: await submissionsOf(facts, provinceId, rows),
    rows,
    papers,
    holder: await holders(room, provinceId, [own, standing, province]),
    round,
    org: own,
    standing,
    province,
    district: await districtOf(room, provinceId, own),
    cluster: await clusterOf(deps, provinceId, round.id),
    session,
    council: await deps.stores.councils.inForce(provinceId, own.id, formatLocalDate(base.today)),
    appraisal: appraisal ?? {},
    decisionIds: new Map(decided.map((decision) => [decision.award, decision.id])),
    payLines: await payLinesOf(
      deps,
      provinceId,
      decided.map((decision) => decision.id),
    ),
  };
}

const REFUSED = new Set(['not-met', 'not-recommended', 'refused']);

/** What the units had submitted, for those who are told no. */
async function submissionsOf(facts: FactsStore, provinceId: string, rows: readonly RowFacts[]): Promise<ReadonlyMap<string, PaperFacts>> {
  const ids = [...new Set(rows.filter((row) => REFUSED.has(row.outcome ?? '')).map((row) => row.dossierId))];
  const found = await Promise.all(ids.map((dossierId) => facts.papers(provinceId, { dossierId })));
  return new Map(
    found.flatMap((papers, at) => {
      const paper = papers.findLast((one) => one.kind === 'to-trinh' && one.numberText !== null);
      return paper === undefined ? [] : [[ids[at] ?? '', paper] as const];
    }),
  );
}

/** The vote of a cluster, when the round is its meeting. */
async function clusterOf({ stores }: CaseworkDeps, provinceId: string, roundId: string): Promise<ClusterFacts | undefined> {
  const turns = await stores.clusterMeetings.ofRound(provinceId, roundId);
  const last = turns.at(-1);
  if (last === undefined) {
    return undefined;
  }
  const [cluster, members, roll] = await Promise.all([
    stores.clusters.byId(provinceId, last.clusterId),
    stores.clusters.members(provinceId, last.clusterId),
    stores.clusterMeetings.roll(provinceId, last.id),
  ]);
  return { cluster: there(cluster, 'cluster'), members, roll, turns };
}

/** The latest notice of the round with its rows and comments. */
async function noticeOf({ stores }: CaseworkDeps, provinceId: string, roundId: string): Promise<NoticeFacts | undefined> {
  const notice = (await stores.notices.ofRound(provinceId, roundId)).at(-1);
  if (notice === undefined) {
    return undefined;
  }
  const [rowIds, comments] = await Promise.all([
    stores.notices.rowIds(provinceId, notice.id),
    stores.comments.ofNotice(provinceId, notice.id),
  ]);
  return { ...notice, rowIds, comments };
}

async function plansOf(
  { deps }: SceneRoom,
  provinceId: string,
  { round, pack, day }: { readonly round: RoundRecord; readonly pack: Pack; readonly day: string },
): Promise<RoundScene['decisionPlans']> {
  const plans = await decisionPlans(deps, { provinceId, round, pack, day });
  return plans.map(({ award, rows, split }) => ({ award, split, rowIds: rows.map((row) => row.id) }));
}

interface About {
  readonly packHash: string | null;
  readonly movementId: string | null;
}

function common(
  deps: CaseworkDeps,
  provinceId: string,
  about: About,
): Pick<DossierScene, 'pack' | 'movement' | 'today' | 'nowMs' | 'simulated'> {
  const nowMs = deps.clock.nowMs();
  const today = dayOf(nowMs);
  const movement: Movement | undefined = deps.law.movements(provinceId).find((candidate) => candidate.id === about.movementId);
  return { pack: packOf(deps, about, { provinceId, today }), movement, today, nowMs, simulated: deps.simulatedClock };
}

/** The pinned pack; before receipt the one in force today. */
function packOf(deps: CaseworkDeps, about: About, { provinceId, today }: { provinceId: string; today: DossierScene['today'] }): Pack {
  if (about.packHash !== null) {
    return there(deps.law.reading(provinceId, about.packHash), `pack ${about.packHash}`);
  }
  const inForce = packInForce(deps.law.effective(provinceId), today, provinceId);
  if (!inForce.ok) {
    throw new GiveUp(inForce.error.code, inForce.error.message);
  }
  return deps.law.reading(provinceId, deps.law.hashOf(inForce.value.id) ?? '') ?? inForce.value;
}

/** How long the receiving body may take over a whole file (law.md 8): the longest of the limits of its awards at that level. */
function workingDaysOf(pack: Pack, level: string, rows: readonly { readonly award: string }[]): number {
  const days = pack.limits
    .filter(
      (limit) => limit.kind === 'within' && limit.level === level && limit.startsAt === 'complete' && limit.amount.unit === 'working-day',
    )
    .filter((limit) => rows.some((row) => limit.awards.includes(row.award)))
    .map((limit) => limit.amount.value);
  return days.length === 0 ? USUAL_DAYS : Math.max(...days);
}

/** A body as it is today; what was frozen before keeps what was. */
async function org({ facts, deps }: SceneRoom, provinceId: string, id: string | null): Promise<OrgFacts> {
  const day = formatLocalDate(dayOf(deps.clock.nowMs()));
  return there(id === null ? undefined : await facts.org(provinceId, id, day), `org ${String(id)}`);
}

/** The province's UBND above an organisation, however many bodies stand between. */
async function provinceOf(room: SceneRoom, provinceId: string, from: OrgFacts): Promise<OrgFacts> {
  return from.kind === 'province' ? from : provinceOf(room, provinceId, await org(room, provinceId, from.parentId));
}

/** The district above a commune while there is one. */
async function districtOf(room: SceneRoom, provinceId: string, { kind, parentId }: OrgFacts): Promise<OrgFacts | undefined> {
  const above = kind === 'commune' && parentId !== null ? await org(room, provinceId, parentId) : undefined;
  return above?.kind === 'district' ? above : undefined;
}

/** Whoever holds a post today; a post nobody holds prints an empty name. */
async function holders(room: SceneRoom, provinceId: string, orgs: readonly OrgFacts[]): Promise<DossierScene['holder']> {
  const day = formatLocalDate(dayOf(room.deps.clock.nowMs()));
  const ids = [...new Set(orgs.map(({ id }) => id))];
  const found = await Promise.all(
    ids.flatMap((orgId) =>
      POSTS.map(async (role) => [`${orgId}/${role}`, await room.facts.holder(provinceId, { orgId, role, day })] as const),
    ),
  );
  const byPost = new Map<string, HolderFacts | undefined>(found);
  const nobody: HolderFacts = { name: '', title: '' };
  return (orgId, role) => byPost.get(`${orgId}/${role}`) ?? nobody;
}

async function decisionsOf(deps: CaseworkDeps, provinceId: string, ids: readonly string[]): Promise<ReadonlyMap<string, DecisionFacts>> {
  const decisions = await deps.stores.decisions.byIds(provinceId, [...new Set(ids)]);
  return new Map(
    decisions.map(({ id, award, numberText, date, numberDate, orgId, orgName }) => [
      id,
      { award, numberText, date: numberDate ?? date, orgId, orgName },
    ]),
  );
}

function there<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new GiveUp('facts-missing', `Không tìm thấy ${what}.`);
  }
  return value;
}
