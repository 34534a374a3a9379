import { createHash } from 'node:crypto';
import type { DecidingRow, Refusal } from '@thidua/bpmn';
import { DomainError, err, ok, type Result } from '@thidua/kernel';
import { canonicalJson, DefinitionStore, StartStore, type Database, type DefinitionRecord, type Resources, type Tx } from '@thidua/store';
import type { Clock } from '../clock/clock';
import { newId } from '../clock/new-id';
import { today } from '../clock/today';
import { fp } from '../fault-point';
import { formIdsOf, type SurroundingsData } from '../graphs/compile';
import { lintIsolated } from '../isolated/lint-isolated';
import { startsIsolated } from '../isolated/starts-isolated';
import type { StartPlans } from '../starts/start-plans';

export class NotDraft extends DomainError {
  readonly code = 'definition-not-draft';
}

export class ProposerCannotPublish extends DomainError {
  readonly code = 'proposer-cannot-publish';
}

/** A diagram with the forms and decisions of the same release. */
export interface Release {
  /** Process id of the diagram. */
  readonly key: string;
  readonly name: string;
  readonly xml: string;
  readonly resources: Resources;
  /** `shipped/<n>` or `tenant`. */
  readonly origin: string;
  readonly note?: string;
  /** Person. */
  readonly createdBy?: string;
}

export interface Released {
  readonly id: string;
  readonly version: number;
  /** False: the same content was released before; its version stands. */
  readonly isNew: boolean;
}

export interface DefinitionsDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Job types somebody handles. */
  readonly jobTypes: readonly string[];
  /** Rows of law in force today, for what a wrong decider is told. */
  readonly deciders?: () => readonly DecidingRow[];
  /** 'accepted': a user task may be for nobody in particular, as in models that were written to prove an engine. */
  readonly unassignedTasks?: 'accepted';
  /** 'accepted': models that may get stuck are let through with warnings. */
  readonly unsound?: 'accepted';
}

/** Lint, draft, propose, publish: how process versions come into force. Nobody publishes what they proposed. */
export class Definitions {
  private readonly store: DefinitionStore;
  private readonly starts: StartStore;
  /** Releases of the software found sound, with their starts: every province gets the same ones, and looking at them takes threads. */
  private readonly sound = new Map<string, StartPlans>();

  constructor(private readonly deps: DefinitionsDeps) {
    this.store = new DefinitionStore(deps.database);
    this.starts = new StartStore(deps.database);
  }

  /** All that speaks against a diagram, in a killable thread. `callable`: processes released together with it. */
  async lint(provinceId: string, xml: string, resources: Resources, callable: readonly string[] = []): Promise<readonly Refusal[]> {
    const published = await this.store.publishedKeys(provinceId);
    const { jobTypes, deciders, unassignedTasks, unsound } = this.deps;
    const data: SurroundingsData = {
      jobTypes,
      formIds: formIdsOf(resources),
      decisions: resources.decisions,
      callable: [...published, ...callable],
      ...(deciders === undefined ? {} : { deciders: deciders() }),
      ...(unassignedTasks === undefined ? {} : { unassignedTasks }),
      ...(unsound === undefined ? {} : { unsound }),
    };
    return lintIsolated(xml, data);
  }

  /** Publishes a release that came with the software, at once. The same content twice is the same version. */
  async release(
    tx: Tx,
    provinceId: string,
    release: Release,
    callable: readonly string[] = [],
  ): Promise<Result<Released, readonly Refusal[]>> {
    const plans = await this.examine(provinceId, release, callable);
    if (!plans.ok) {
      return plans;
    }
    await this.store.lockKey(tx, provinceId, release.key);
    const known = await this.store.bySetHash(tx, provinceId, release.key, setHash(release));
    if (known !== undefined) {
      return ok({ id: known.id, version: known.version, isNew: false });
    }
    const id = await this.insert(tx, provinceId, release);
    const version = await this.store.publish(tx, provinceId, id, { by: null, atMs: this.deps.clock.nowMs(), effectiveFrom: null });
    await this.openStarts(tx, provinceId, { owner: release.key, definitionId: id }, plans.value);
    fp('definition.after-insert');
    return ok({ id, version, isNew: true });
  }

  /** Once per content, surroundings and day, whichever province it is for. */
  private async examine(
    provinceId: string,
    release: Release,
    callable: readonly string[],
  ): Promise<Result<StartPlans, readonly Refusal[]>> {
    const around = [...new Set([...(await this.store.publishedKeys(provinceId)), release.key, ...callable])].sort();
    const key = [setHash(release), today(this.deps.clock), ...around].join(' ');
    const seen = this.sound.get(key);
    if (seen !== undefined) {
      return ok(seen);
    }
    const refusals = await this.errors(provinceId, release, callable);
    if (refusals.length > 0) {
      return err(refusals);
    }
    const plans = await startsIsolated(release, this.deps.clock.nowMs());
    if (plans.ok) {
      this.sound.set(key, plans.value);
    }
    return plans;
  }

  /** A new draft; it may be wrong still. */
  async createDraft(tx: Tx, provinceId: string, release: Release): Promise<string> {
    return this.insert(tx, provinceId, release);
  }

  /** @throws NotDraft when it was proposed, published or never there */
  async saveDraft(tx: Tx, provinceId: string, id: string, release: Release): Promise<void> {
    if (!(await this.store.saveDraft(tx, provinceId, rowOf(id, release)))) {
      throw new NotDraft('only a draft can be edited', { definitionId: id });
    }
  }

  /** draft → proposed, once nothing speaks against it. @throws NotDraft */
  async propose(tx: Tx, provinceId: string, id: string, by: string): Promise<Result<void, readonly Refusal[]>> {
    const draft = await this.find(tx, provinceId, id, 'draft');
    const refusals = await this.errors(provinceId, draft, []);
    if (refusals.length > 0) {
      return err(refusals);
    }
    if (!(await this.store.propose(tx, provinceId, id, { by, atMs: this.deps.clock.nowMs() }))) {
      throw new NotDraft('only a draft can be proposed', { definitionId: id });
    }
    return ok(undefined);
  }

  /** proposed → draft. @throws NotDraft */
  async sendBack(tx: Tx, provinceId: string, id: string): Promise<void> {
    if (!(await this.store.sendBack(tx, provinceId, id))) {
      throw new NotDraft('only a proposal can be sent back', { definitionId: id });
    }
  }

  /**
   * proposed → published under the next number, from today; running instances stay on their versions.
   * @throws ProposerCannotPublish, NotDraft
   */
  async publish(tx: Tx, provinceId: string, id: string, by: string): Promise<Result<Released, readonly Refusal[]>> {
    const proposal = await this.find(tx, provinceId, id, 'proposed');
    if (proposal.proposedBy === by || proposal.createdBy === by) {
      throw new ProposerCannotPublish('a second administrator publishes', { definitionId: id });
    }
    const refusals = await this.errors(provinceId, proposal, []);
    if (refusals.length > 0) {
      return err(refusals);
    }
    const plans = await startsIsolated(proposal, this.deps.clock.nowMs());
    if (!plans.ok) {
      return plans;
    }
    await this.store.lockKey(tx, provinceId, proposal.key);
    const { clock } = this.deps;
    const version = await this.store.publish(tx, provinceId, id, { by, atMs: clock.nowMs(), effectiveFrom: today(clock) });
    await this.openStarts(tx, provinceId, { owner: proposal.key, definitionId: id }, plans.value);
    fp('definition.after-insert');
    return ok({ id, version, isNew: true });
  }

  /** The new version's starts take the place of the last one's; another process of its file keeps to the definition of its own key, if it has one. */
  private async openStarts(
    tx: Tx,
    provinceId: string,
    version: { readonly owner: string; readonly definitionId: string },
    plans: StartPlans,
  ): Promise<void> {
    const published = await this.store.publishedKeys(provinceId, tx);
    const own = (process: string): boolean => process === version.owner || !published.includes(process);
    const processes = plans.processes.filter(own);
    const { clock } = this.deps;
    const starts = plans.starts.filter((start) => own(start.process)).map((start) => ({ id: newId(clock), ...start }));
    await this.starts.replace(tx, provinceId, { ...version, processes, openedMs: clock.nowMs() }, starts);
  }

  private async find(tx: Tx, provinceId: string, id: string, status: 'draft' | 'proposed'): Promise<DefinitionRecord> {
    const found = await this.store.byId(provinceId, id, tx);
    if (found?.status !== status) {
      throw new NotDraft(`the version is not ${status}`, { definitionId: id, status: found?.status ?? 'missing' });
    }
    return found;
  }

  private async errors(
    provinceId: string,
    release: Pick<Release, 'key' | 'xml' | 'resources'>,
    callable: readonly string[],
  ): Promise<readonly Refusal[]> {
    const refusals = await this.lint(provinceId, release.xml, release.resources, [release.key, ...callable]);
    return refusals.filter((refusal) => refusal.severity === 'error');
  }

  private async insert(tx: Tx, provinceId: string, release: Release): Promise<string> {
    const id = newId(this.deps.clock);
    await this.store.insertDraft(tx, provinceId, rowOf(id, release), this.deps.clock.nowMs());
    return id;
  }
}

/** SHA-256 over diagram and resources: what makes two releases the same. */
export function setHash({ xml, resources }: Pick<Release, 'xml' | 'resources'>): string {
  return createHash('sha256').update(canonicalJson({ xml, resources })).digest('hex');
}

function rowOf(id: string, release: Release): Parameters<DefinitionStore['insertDraft']>[2] {
  const { key, name, xml, resources, origin } = release;
  const versionTag = /<zeebe:versionTag\s+value="([^"]*)"/.exec(xml)?.[1] ?? null;
  return {
    id,
    key,
    name,
    xml,
    resources,
    origin,
    versionTag,
    setHash: setHash(release),
    note: release.note ?? null,
    createdBy: release.createdBy ?? null,
  };
}
