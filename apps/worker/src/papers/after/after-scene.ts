import { limitFor, packInForce, type Pack } from '@thidua/awards';
import { afterPapers, afterSubject, type AfterPaper, type AfterSubject } from '@thidua/casework';
import { dayOf, formatLocalDate, type JsonObject, type LocalDate } from '@thidua/kernel';
import type { ClaimedJob, DecisionRecord, HolderFacts, OrgFacts, PaperRecord } from '@thidua/store';
import { GiveUp } from '../../service-tasks/outcomes';
import type { SceneRoom } from '../load-scene';

/** What papers after a decision are written from: the case or the change, the bodies in it, and today's law. */
export interface AfterScene {
  readonly subject: AfterSubject;
  readonly pack: Pack;
  readonly today: LocalDate;
  readonly simulated: boolean;
  /** The body that issues the paper being made. */
  org(orgId: string): OrgFacts;
  holder(orgId: string, role: string): HolderFacts;
  /** The unit or body above, where there is one. */
  readonly province: OrgFacts | undefined;
  readonly decision: DecisionRecord | undefined;
  /** Variables of the process: who proposes, signs, collects. */
  readonly variables: JsonObject;
  /** Papers the process has made so far. */
  readonly made: readonly PaperRecord[];
  /** Frozen data of the paper that is changed; {} when there is none. */
  readonly original: JsonObject;
  /** How often the certificate was issued again before. */
  readonly reissued: number;
  readonly recoveryDays: number;
}

export interface AfterWork {
  readonly scene: AfterScene;
  readonly papers: readonly AfterPaper[];
}

const ROLES = ['chair', 'deputy-chair', 'director', 'head', 'board-chair', 'appraiser', 'clerk', 'records-clerk'] as const;
const RECOVERY_DAYS = 15;

/** The work of a job after a decision; undefined for every other job. */
export async function afterWork(room: SceneRoom, job: ClaimedJob, kinds: readonly string[]): Promise<AfterWork | undefined> {
  const { deps } = room;
  const subject = await afterSubject(deps, job);
  if (subject === undefined) {
    return undefined;
  }
  const papers = afterPapers(subject, kinds);
  const today = dayOf(deps.clock.nowMs());
  const pack = packToday(room, job.provinceId, today);
  const orgIds = orgsOf(subject, job.variables);
  const [orgs, holder, decision, made, original, seats, reissued] = await Promise.all([
    Promise.all(orgIds.map((id) => room.facts.org(job.provinceId, id, formatLocalDate(today)))),
    holders(room, job.provinceId, { orgIds, day: formatLocalDate(today) }),
    decisionOf(room, job.provinceId, subject),
    deps.stores.papers.ofInstance(job.provinceId, job.instanceId),
    originalOf(room, job.provinceId, subject),
    deps.stores.people.seats(job.provinceId),
    subject.about === 'change' ? deps.stores.paperChanges.ofPaper(job.provinceId, subject.change.paperId) : [],
  ]);
  const byId = new Map(orgs.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])));
  const province = seats.province === undefined ? undefined : byId.get(seats.province.id);
  const amount = limitFor(pack, 'T-24')?.amount;
  return {
    papers,
    scene: {
      subject,
      pack,
      today,
      simulated: deps.simulatedClock,
      org: (orgId) => there(byId.get(orgId), orgId),
      holder,
      province,
      decision,
      variables: job.variables,
      made,
      original,
      reissued: reissued.filter((one) => one.action === 'replace' && one.status === 'done').length,
      recoveryDays: amount?.unit === 'working-day' ? amount.value : RECOVERY_DAYS,
    },
  };
}

function packToday({ deps }: SceneRoom, provinceId: string, today: LocalDate): Pack {
  const found = packInForce(deps.law.effective(provinceId), today, provinceId);
  if (!found.ok) {
    throw new GiveUp(found.error.code, found.error.message);
  }
  return deps.law.reading(provinceId, deps.law.hashOf(found.value.id) ?? '') ?? found.value;
}

function orgsOf(subject: AfterSubject, variables: JsonObject): readonly string[] {
  const named = ['proposer', 'desk', 'decider', 'org'].flatMap((key) => (typeof variables[key] === 'string' ? [variables[key]] : []));
  return [...new Set([...named, ...(subject.about === 'change' ? [subject.paper.orgId] : [])])];
}

async function holders(
  room: SceneRoom,
  provinceId: string,
  { orgIds, day }: { readonly orgIds: readonly string[]; readonly day: string },
): Promise<AfterScene['holder']> {
  const found = await Promise.all(
    orgIds.flatMap((orgId) =>
      ROLES.map(async (role) => [`${orgId}/${role}`, await room.facts.holder(provinceId, { orgId, role, day })] as const),
    ),
  );
  const byPost = new Map<string, HolderFacts | undefined>(found);
  return (orgId, role) => byPost.get(`${orgId}/${role}`) ?? { name: '', title: '' };
}

async function decisionOf({ deps }: SceneRoom, provinceId: string, subject: AfterSubject): Promise<DecisionRecord | undefined> {
  const id = subject.about === 'revocation' ? subject.found.decisionId : subject.paper.decisionId;
  return id === null ? undefined : (await deps.stores.decisions.byIds(provinceId, [id]))[0];
}

async function originalOf({ deps }: SceneRoom, provinceId: string, subject: AfterSubject): Promise<JsonObject> {
  if (subject.about === 'revocation') {
    return {};
  }
  const frozen = await deps.stores.payloads.get(provinceId, subject.paper.dataHash);
  // What preparePapers has frozen is an object of data and row ids.
  return (frozen?.['data'] ?? {}) as JsonObject;
}

function there<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new GiveUp('facts-missing', `Không tìm thấy ${what}.`);
  }
  return value;
}
