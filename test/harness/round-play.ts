import { randomUUID } from 'node:crypto';
import type { Actor } from '@thidua/access';
import {
  afterPapers,
  afterSubject,
  decisionPlans,
  decisionSlot,
  JOB_VERBS,
  openCasework,
  paperSlot,
  papersToIssue,
  preparePapers,
  recordPapers,
  type Casework,
  type CaseworkDeps,
  type JobType,
  type MadeFile,
  type PaperPlan,
} from '@thidua/casework';
import type { AnswerOf, TaskView } from '@thidua/contract';
import { dayOf, formatLocalDate, type JsonObject } from '@thidua/kernel';
import { Correlator, Jobs, Sweeper } from '@thidua/runtime';
import { ClockStore, type ClaimedJob } from '@thidua/store';
import { cloneInstalled } from './installed';
import { attachments } from './attachments';
import { sheets } from './sheets';
import { signatures } from './signatures';
import { templateDesk } from './template-desk';

export const HP = 'HP';

type Answered = keyof Casework['handlers'];

export interface Told {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  /** Of the session that asks, where a route looks at it. */
  readonly sessionHash?: string;
}

/** Casework on a database of its own with the demo's people and processes, and a worker that makes and records papers of a few bytes. */
export class RoundPlay {
  readonly jobs: Jobs;
  private readonly correlator: Correlator;
  private readonly sweeper: Sweeper;
  private readonly actors = new Map<string, Actor>();

  private constructor(
    readonly casework: Casework,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
    private readonly provinceId: string,
  ) {
    const { database, runtime } = casework.deps;
    this.jobs = new Jobs({ database, runtime, leaseMs: 60_000 });
    this.correlator = new Correlator({ database, runtime });
    this.sweeper = new Sweeper({ database, runtime });
  }

  /** @param provinceId whose jobs and messages are worked off */
  static async open(provinceId = HP): Promise<RoundPlay> {
    const { url, drop } = await cloneInstalled();
    const casework = await openCasework({
      databaseUrl: url,
      databasePool: 4,
      demo: true,
      clock: 'movable',
      sheets,
      attachments,
      signatures,
      templateDesk,
    });
    return new RoundPlay(casework, url, drop, provinceId);
  }

  get deps(): CaseworkDeps {
    return this.casework.deps;
  }

  async close(): Promise<void> {
    await this.casework.close();
    await this.drop();
  }

  rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.deps.database.reader.query<T[]>(sql, [...values]);
  }

  /** Sets the clock; who holds which post is looked up anew. */
  async at(ms: number): Promise<void> {
    const { database, clock } = this.deps;
    await database.inTransaction((tx) => new ClockStore(database).setTo(tx, ms, { frozen: true }));
    await clock.refresh();
    this.actors.clear();
  }

  async advance(ms: number): Promise<void> {
    const { database, clock } = this.deps;
    await database.inTransaction((tx) => new ClockStore(database).advance(tx, ms));
    await clock.refresh();
  }

  /** Time passes: the clock moves, timers that have come due fire, and what follows is done. */
  async pass(ms: number): Promise<void> {
    await this.advance(ms);
    while ((await this.sweeper.fireDueTimers(100)) > 0) {
      await this.work();
    }
  }

  async actor(username: string): Promise<Actor> {
    const known = this.actors.get(username);
    if (known !== undefined) {
      return known;
    }
    const [account] = await this.rows<{ id: string; person: string; province: string }>(
      'select id, person_id as person, province_id as province from account where username = $1',
      [username],
    );
    const { id: accountId, person: personId, province: provinceId } = account ?? { id: '', person: '', province: this.provinceId };
    const { people } = this.deps.stores;
    const positions = await people.positionsOf(provinceId, personId, this.today());
    const delegations = await people.delegationsTo(provinceId, personId, this.today());
    const actor = { provinceId, accountId, personId, positions, delegations };
    this.actors.set(username, actor);
    return actor;
  }

  /** Asks as a person, past the api: bodies are given as the contract would have let them through. */
  async call<N extends Answered>(username: string, name: N, told: Told = {}): Promise<AnswerOf<N>> {
    const actor = await this.actor(username);
    const { params = {}, query = {}, body, file = null, key: clientKey = randomUUID(), sessionHash = '' } = told;
    const key = { accountId: actor.accountId, route: name, clientKey, bodyHash: JSON.stringify(body ?? null) };
    // The pieces fit the route; the union of all routes does not show it.
    const handler = this.casework.handlers[name] as unknown as (asked: object) => Promise<AnswerOf<N>>;
    return handler({ params, query, body, actor, sessionHash, key, file });
  }

  /** The open task of this name about a round or dossier, as this person sees it. */
  async task(username: string, name: string, about: string): Promise<TaskView> {
    const open = await this.rows<{ id: string; name: string; groups: readonly string[] }>(
      `select id, name, candidate_groups as groups from task where status = 'open' and (round_id = $1 or dossier_id = $1
         or instance_id = (select w.instance_id from movement_work w where w.province_id = task.province_id and w.id = $1))`,
      [about],
    );
    const posts = (await this.actor(username)).positions.map((post) => `pos:${post.orgId}/${post.role}`);
    const named = open.filter((one) => one.name === name);
    const found = named.find((one) => one.groups.some((group) => posts.includes(group))) ?? named[0];
    if (found === undefined) {
      const stuck = await this.rows(`select type, status, last_error from job where status not in ('done', 'canceled')`);
      throw new Error(`no open task «${name}»; open: ${open.map((one) => one.name).join(', ')}; jobs: ${JSON.stringify(stuck)}`);
    }
    return this.call(username, 'task', { params: { id: found.id } });
  }

  async complete(username: string, task: TaskView, data: JsonObject, key?: string): Promise<void> {
    const told = { params: { id: task.id }, body: { version: task.version, data } };
    await this.call(username, 'completeTask', key === undefined ? told : { ...told, key });
  }

  /** Completes the task and lets the worker do what follows. */
  async does(username: string, name: string, about: string, data: JsonObject | ((task: TaskView) => JsonObject)): Promise<void> {
    const task = await this.task(username, name, about);
    await this.complete(username, task, typeof data === 'function' ? data(task) : data);
    await this.work();
  }

  /** Runs jobs and brings messages until nothing moves. */
  async work(): Promise<void> {
    for (let moved = true; moved;) {
      moved = (await this.workJobs()) || (await this.bringMessages());
    }
  }

  /** Leases the open job of a type about a round or dossier. */
  async claim(type: JobType, about: string): Promise<ClaimedJob> {
    const [open] = await this.rows<{ id: string }>(
      `select j.id from job j join process_instance i on i.province_id = j.province_id and i.id = j.instance_id
       where j.type = $1 and j.status = 'open' and (i.round_id = $2 or i.dossier_id = $2)`,
      [type, about],
    );
    const job = open === undefined ? undefined : await this.jobs.claim(this.provinceId, open.id);
    if (job === undefined) {
      throw new Error(`no open job ${type}`);
    }
    return job;
  }

  async perform(job: ClaimedJob): Promise<void> {
    const verb = JOB_VERBS[job.type as JobType]; // every type in a diagram is one of ours
    if (verb === undefined) {
      await this.makePapers(job);
      return;
    }
    await this.deps.database.inTransaction(async (tx) => {
      const variables = await verb({ deps: this.deps, tx, job, nowMs: this.deps.clock.nowMs() });
      const answer = await this.jobs.complete(job, variables, tx);
      if (!answer.ok) {
        throw new Error(`${job.type}: ${JSON.stringify(answer)}`);
      }
    });
  }

  /** Papers of a make-papers job as the worker plans them, without the texts. */
  async plansOf(job: ClaimedJob): Promise<readonly PaperPlan[]> {
    const kinds = (job.headers['kinds'] ?? '').split(' ');
    const round =
      job.dossierId === null && job.roundId !== null ? await this.deps.stores.rounds.byId(this.provinceId, job.roundId) : undefined;
    const after = await afterSubject(this.deps, job);
    if (after !== undefined) {
      return afterPapers(after, kinds).map((paper) => ({ ...paper, data: { kind: paper.kind }, unconfirmed: [] }));
    }
    const work =
      round === undefined && job.dossierId === null ? await this.deps.stores.works.byInstance(this.provinceId, job.instanceId) : undefined;
    if (work !== undefined) {
      const { paperKind } = job.variables;
      const kind = typeof paperKind === 'string' ? paperKind : '';
      const slot = paperSlot({ kind, about: work.id, orgId: work.orgId });
      return [{ kind, slot, orgId: work.orgId, workId: work.id, title: kind, data: { kind }, unconfirmed: [] }];
    }
    const plans: PaperPlan[] = [];
    for (const kind of kinds) {
      const base = { kind, title: kind, data: { kind }, unconfirmed: [] };
      const to = job.headers['to'];
      if (round === undefined) {
        const about = job.dossierId ?? '';
        plans.push({ ...base, slot: paperSlot({ kind, about, orgId: job.orgId }), orgId: job.orgId, dossierId: about });
      } else if (kind === 'quyet-dinh') {
        const pack = this.deps.law.packs.get(round.packHash);
        const decisions =
          pack === undefined ? [] : await decisionPlans(this.deps, { provinceId: this.provinceId, round, pack, day: this.today() });
        for (const plan of decisions) {
          const rowIds = plan.rows.map((row) => row.id);
          plans.push({ ...base, slot: decisionSlot(round, plan.award, plan.split), orgId: round.orgId, roundId: round.id, rowIds });
        }
      } else {
        const orgId = to !== undefined || kind.startsWith('bien-ban') ? round.orgId : round.standingOrgId;
        const slot = paperSlot({ kind, about: round.id, orgId, more: to === undefined ? [] : [to] });
        plans.push({ ...base, slot, orgId, roundId: round.id });
      }
    }
    return plans;
  }

  private async workJobs(): Promise<boolean> {
    const open = await this.rows<{ id: string }>(`select id from job where status = 'open' and province_id = $1 order by id`, [
      this.provinceId,
    ]);
    let moved = false;
    for (const { id } of open) {
      const job = await this.jobs.claim(this.provinceId, id);
      if (job !== undefined) {
        await this.perform(job);
        moved = true;
      }
    }
    return moved;
  }

  private async bringMessages(): Promise<boolean> {
    const messages = await this.rows<{ id: string }>(
      `select id from message m where province_id = $1 and not exists (select from message_delivery d where d.message_id = m.id) order by seq`,
      [this.provinceId],
    );
    let delivered = 0;
    for (const { id } of messages) {
      delivered += await this.correlator.correlate(this.provinceId, id);
    }
    return delivered > 0;
  }

  private async makePapers(job: ClaimedJob): Promise<void> {
    const { deps } = this;
    if (job.type === 'issue-papers') {
      const issues = await papersToIssue(deps, job);
      const files = issues.map(({ paper, number }) => madeFile(paper.id, 'final', `${paper.kind} ${number ?? ''}`));
      await recordPapers(deps, job, files);
      return;
    }
    const plans = job.type === 'make-papers' ? await this.plansOf(job) : [];
    const prepared = await deps.database.inTransaction((tx) => preparePapers(deps, tx, job, plans));
    const files = prepared.map((paper) => madeFile(paper.paperId, 'draft', paper.slot));
    await recordPapers(deps, job, files);
  }

  private today(): string {
    return formatLocalDate(dayOf(this.deps.clock.nowMs()));
  }
}

export function madeFile(paperId: string, stage: MadeFile['stage'], text: string): MadeFile {
  return { paperId, stage, bytes: Buffer.from(`%PDF-1.7 ${text}`), pages: 1, templateVersion: '1-test' };
}
