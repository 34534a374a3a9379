import type { Actor } from '@thidua/access';
import {
  decisionPlans,
  decisionSlot,
  installAll,
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
import type { AnswerOf, BodyOf, RouteName, TaskView } from '@thidua/contract';
import { formatLocalDate, dayOf, type JsonObject } from '@thidua/kernel';
import { Correlator, Jobs } from '@thidua/runtime';
import { randomUUID } from 'node:crypto';
import type { ClaimedJob } from '@thidua/store';
import { cloneDatabase } from './database';

export const HP = 'HP';

type Route = keyof Casework['handlers'] & RouteName;
export interface Told {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** Casework on a database of its own with the demo's people and processes, and a worker whose papers are a few bytes. */
export class CaseworkHarness {
  private readonly jobs: Jobs;
  private readonly correlator: Correlator;
  private readonly actors = new Map<string, Actor>();

  private constructor(
    readonly casework: Casework,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {
    const { database, runtime } = casework.deps;
    this.jobs = new Jobs({ database, runtime, leaseMs: 60_000 });
    this.correlator = new Correlator({ database, runtime });
  }

  static async open(): Promise<CaseworkHarness> {
    const { url, drop } = await cloneDatabase();
    const casework = await openCasework({ databaseUrl: url, databasePool: 12, demo: true, clock: 'movable' });
    await installAll(casework.deps);
    return new CaseworkHarness(casework, url, drop);
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

  async actor(username: string): Promise<Actor> {
    const known = this.actors.get(username);
    if (known !== undefined) {
      return known;
    }
    const [account] = await this.rows<{ id: string; person: string }>('select id, person_id as person from account where username = $1', [
      username,
    ]);
    const day = formatLocalDate(dayOf(this.deps.clock.nowMs()));
    const { people } = this.deps.stores;
    const posts = await people.positionsOf(HP, account?.person ?? '', day);
    const lent = await people.delegationsTo(HP, account?.person ?? '', day);
    const actor: Actor = {
      provinceId: HP,
      accountId: account?.id ?? '',
      personId: account?.person ?? '',
      positions: posts,
      delegations: lent.map(({ capacity, toPosition, from }) => ({ capacity, toPosition, from })),
    };
    this.actors.set(username, actor);
    return actor;
  }

  /** Asks as a person, past the api: what it has checked against the contract is given as it is. */
  async call<N extends Route>(username: string, name: N, told: Told = {}): Promise<AnswerOf<N>> {
    const actor = await this.actor(username);
    const key = {
      accountId: actor.accountId,
      route: name,
      clientKey: told.key ?? randomUUID(),
      bodyHash: JSON.stringify(told.body ?? null),
    };
    const ask = { params: told.params ?? {}, query: {}, body: told.body as BodyOf<N>, actor, key, file: told.file ?? null };
    const handler = this.casework.handlers[name] as (asked: unknown) => Promise<AnswerOf<N>>; // one of the handlers' own signatures
    return handler(ask);
  }

  /** The open task of this name about a round or dossier, as its holder sees it. */
  async task(username: string, name: string, about: string): Promise<TaskView> {
    const [found] = await this.rows<{ id: string }>(
      `select id from task where name = $1 and status = 'open' and (round_id = $2 or dossier_id = $2)`,
      [name, about],
    );
    if (found === undefined) {
      const open = await this.rows<{ name: string }>(`select name from task where status = 'open' and (round_id = $1 or dossier_id = $1)`, [
        about,
      ]);
      const jobs = await this.rows<{ type: string; e: string }>(
        `select type, last_error as e from job where status not in ('done', 'canceled')`,
      );
      throw new Error(`no open task «${name}»; open: ${open.map((one) => one.name).join(', ')}; jobs: ${JSON.stringify(jobs)}`);
    }
    return this.call(username, 'task', { params: { id: found.id } });
  }

  async complete(username: string, task: TaskView, data: JsonObject): Promise<void> {
    await this.call(username, 'completeTask', { params: { id: task.id }, body: { version: task.version, data } });
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
      moved = false;
      const open = await this.rows<{ id: string }>(`select id from job where status = 'open' and province_id = $1 order by id`, [HP]);
      for (const { id } of open) {
        const job = await this.jobs.claim(HP, id);
        if (job !== undefined) {
          await this.perform(job);
          moved = true;
        }
      }
      const messages = await this.rows<{ id: string }>('select id from message where not delivered and province_id = $1 order by seq', [
        HP,
      ]);
      for (const { id } of messages) {
        moved = (await this.correlator.correlate(HP, id)) > 0 || moved;
      }
    }
  }

  async claim(type: JobType, about: string): Promise<ClaimedJob> {
    const [open] = await this.rows<{ id: string }>(
      `select j.id from job j join process_instance i on i.id = j.instance_id where j.type = $1 and j.status = 'open' and (i.round_id = $2 or i.dossier_id = $2)`,
      [type, about],
    );
    const job = open === undefined ? undefined : await this.jobs.claim(HP, open.id);
    if (job === undefined) {
      throw new Error(`no open job ${type}`);
    }
    return job;
  }

  private async perform(job: ClaimedJob): Promise<void> {
    const verb = JOB_VERBS[job.type as JobType];
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

  private async makePapers(job: ClaimedJob): Promise<void> {
    const { deps } = this;
    if (job.type === 'issue-papers') {
      const issues = await papersToIssue(deps, job);
      await recordPapers(
        deps,
        job,
        issues.map(({ paper, number }) => madeFile(paper.id, 'final', `${paper.kind} ${number ?? ''}`)),
      );
      return;
    }
    const plans = job.type === 'make-papers' ? await this.plansOf(job) : [];
    const prepared = await deps.database.inTransaction((tx) => preparePapers(deps, tx, job, plans));
    await recordPapers(
      deps,
      job,
      prepared.map((paper) => madeFile(paper.paperId, 'draft', paper.slot)),
    );
  }

  /** As the worker plans them, without the texts. */
  async plansOf(job: ClaimedJob): Promise<readonly PaperPlan[]> {
    const kinds = (job.headers['kinds'] ?? '').split(' ');
    const round = job.dossierId === null && job.roundId !== null ? await this.deps.stores.rounds.byId(HP, job.roundId) : undefined;
    const plans: PaperPlan[] = [];
    for (const kind of kinds) {
      const base = { kind, title: kind, data: { kind }, unconfirmed: [] };
      if (round === undefined) {
        const slot = paperSlot({ kind, about: job.dossierId ?? '', orgId: job.orgId });
        plans.push({ ...base, slot, orgId: job.orgId, dossierId: job.dossierId ?? '' });
      } else if (kind === 'quyet-dinh') {
        const pack = this.deps.law.packs.get(round.packHash);
        const day = formatLocalDate(dayOf(this.deps.clock.nowMs()));
        const decisions = pack === undefined ? [] : await decisionPlans(this.deps, { provinceId: HP, round, pack, day });
        for (const plan of decisions) {
          const rowIds = plan.rows.map((row) => row.id);
          plans.push({ ...base, slot: decisionSlot(round, plan.award, plan.split), orgId: round.orgId, roundId: round.id, rowIds });
        }
      } else {
        const to = job.headers['to'];
        const orgId = to !== undefined || kind.startsWith('bien-ban') ? round.orgId : round.standingOrgId;
        plans.push({
          ...base,
          slot: paperSlot({ kind, about: round.id, orgId, more: to === undefined ? [] : [to] }),
          orgId,
          roundId: round.id,
        });
      }
    }
    return plans;
  }
}

export function madeFile(paperId: string, stage: MadeFile['stage'], text: string): MadeFile {
  return { paperId, stage, bytes: Buffer.from(`%PDF-1.7 ${text}`), pages: 1, templateVersion: '1-test' };
}
