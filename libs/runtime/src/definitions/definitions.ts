import type { DecidingRow, Refusal } from '@thidua/bpmn';
import { err, ok, type Result } from '@thidua/kernel';
import {
  DefinitionStore,
  DraftStore,
  StartStore,
  type Database,
  type DefinitionRecord,
  type DefinitionSummary,
  type Resources,
  type Tx,
} from '@thidua/store';
import type { Clock } from '../clock/clock';
import { newId } from '../clock/new-id';
import { today } from '../clock/today';
import { fp } from '../fault-point';
import { formIdsOf, type DefinitionSource, type HouseWords, type SurroundingsData } from '../graphs/compile';
import { factsIsolated, type Facts } from '../isolated/facts-isolated';
import { lintIsolated } from '../isolated/lint-isolated';
import { startsIsolated } from '../isolated/starts-isolated';
import type { StartPlans } from '../starts/start-plans';
import { DraftChanged, EditorCannotPublish, NotDraft, NotProposed, ProposerCannotPublish } from './definition-errors';
import { rowOf, setHash, versionTagOf } from './definition-row';
import type { DraftSaving, Publishing, Release, Released } from './release';

const MOST_KNOWN = 16;

export interface DefinitionsDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Job types somebody handles. */
  readonly jobTypes: readonly string[];
  /** Rows of law in force today, for what a wrong decider is told. */
  readonly deciders?: () => readonly DecidingRow[];
  /** Limits of law, posts and kinds of papers, for what a misspelt one is told. */
  readonly words?: () => HouseWords;
  /** 'accepted': a user task may be for nobody in particular, as in models that were written to prove an engine. */
  readonly unassignedTasks?: 'accepted';
  /** 'accepted': models that may get stuck are let through with warnings. */
  readonly unsound?: 'accepted';
}

/** Lint, draft, propose, publish: how process versions come into force. Nobody publishes what they proposed. */
export class Definitions {
  private readonly store: DefinitionStore;
  private readonly drafts: DraftStore;
  private readonly starts: StartStore;
  /** Releases of the software found sound, with their starts: every province gets the same ones, and looking at them takes threads. */
  private readonly sound = new Map<string, StartPlans>();
  /** Diagrams as plain data, the last ones asked for: a draft is held against the same version after every stroke. */
  private readonly known = new Map<string, Facts>();

  constructor(private readonly deps: DefinitionsDeps) {
    this.store = new DefinitionStore(deps.database);
    this.drafts = new DraftStore(deps.database);
    this.starts = new StartStore(deps.database);
  }

  /** All that speaks against a diagram, in a killable thread. `callable`: processes released together with it. */
  async lint(provinceId: string, xml: string, resources: Resources, callable: readonly string[] = []): Promise<readonly Refusal[]> {
    const published = await this.store.publishedKeys(provinceId);
    const { jobTypes, deciders, words, unassignedTasks, unsound } = this.deps;
    const data: SurroundingsData = {
      jobTypes,
      formIds: formIdsOf(resources),
      decisions: resources.decisions,
      callable: [...published, ...callable],
      ...(deciders === undefined ? {} : { deciders: deciders() }),
      ...words?.(),
      ...(unassignedTasks === undefined ? {} : { unassignedTasks }),
      ...(unsound === undefined ? {} : { unsound }),
    };
    return lintIsolated(xml, data);
  }

  /** A diagram as plain data, or why it cannot be read. */
  async facts(source: DefinitionSource): Promise<Facts> {
    const key = setHash(source);
    const facts = this.known.get(key) ?? (await factsIsolated(source));
    this.known.delete(key);
    if (facts.ok) {
      this.known.set(key, facts);
    }
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_KNOWN && oldest !== undefined) {
      this.known.delete(oldest);
    }
    return facts;
  }

  /**
   * Publishes a release that came with the software, at once; where people have published a version of their own it becomes a draft
   * they may take or leave. The same content twice is the same version.
   */
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
    const newest = await this.store.newest(provinceId, release.key, tx);
    if (newest !== undefined && newest.publishedBy !== null) {
      return ok(await this.offer(tx, provinceId, release));
    }
    const id = await this.insert(tx, provinceId, release);
    const publication = { by: null, effectiveFrom: null, note: null, appliesTo: null, startsOpen: true };
    const version = await this.store.publish(tx, provinceId, id, { ...publication, atMs: this.deps.clock.nowMs() });
    if (version === undefined) {
      throw new Error(`definition ${id} was published before it was written`);
    }
    await this.openStarts(tx, provinceId, { owner: release.key, definitionId: id }, plans.value);
    fp('definition.after-insert');
    return ok({ id, version, isNew: true });
  }

  /** Decision 17: offered, never put over theirs; once per content, and an older offer nobody touched makes room. */
  private async offer(tx: Tx, provinceId: string, release: Release): Promise<Released> {
    const known = await this.drafts.offered(tx, provinceId, release.key, setHash(release));
    if (known !== undefined) {
      return { id: known, version: 0, isNew: false };
    }
    await this.drafts.supersedeOffers(tx, provinceId, release.key);
    return { id: await this.insert(tx, provinceId, release, setHash(release)), version: 0, isNew: true };
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

  /** A new draft; it may be wrong still. `editedBy`: whose hand its content is, when it is no copy of a version. */
  async createDraft(tx: Tx, provinceId: string, release: Release, editedBy?: string): Promise<string> {
    const id = await this.insert(tx, provinceId, release);
    if (editedBy !== undefined) {
      await this.drafts.addEditor(tx, provinceId, id, { by: editedBy, atMs: this.deps.clock.nowMs() });
    }
    return id;
  }

  /**
   * Keeps a draft's drawing and whose hand is in it; one that is not different keeps nothing. Answers the number of the saving.
   * @throws NotDraft when it was proposed, published or never there; DraftChanged
   */
  async saveDraft(tx: Tx, provinceId: string, id: string, { xml, by, rev }: DraftSaving): Promise<number> {
    const draft = await this.find(tx, provinceId, id, 'draft');
    const hash = setHash({ xml, resources: draft.resources });
    if (hash === draft.setHash) {
      return draft.rev;
    }
    const atMs = this.deps.clock.nowMs();
    const saved = await this.drafts.save(tx, provinceId, id, { xml, by, rev, atMs, setHash: hash, versionTag: versionTagOf(xml) });
    if (saved === undefined) {
      const { rev: last, savedBy, savedAt } = await this.find(tx, provinceId, id, 'draft');
      throw new DraftChanged('the draft was saved by somebody else', { rev: last, by: savedBy, atMs: savedAt?.getTime() ?? null });
    }
    await this.drafts.addEditor(tx, provinceId, id, { by, atMs });
    return saved;
  }

  /** draft → proposed, once nothing speaks against it. @throws NotDraft */
  async propose(
    tx: Tx,
    provinceId: string,
    id: string,
    { by, note }: Pick<Publishing, 'by' | 'note'>,
  ): Promise<Result<void, readonly Refusal[]>> {
    const draft = await this.find(tx, provinceId, id, 'draft');
    const refusals = await this.errors(provinceId, draft, []);
    if (refusals.length > 0) {
      return err(refusals);
    }
    if (!(await this.drafts.propose(tx, provinceId, id, { by, note, atMs: this.deps.clock.nowMs() }))) {
      throw notDraft(id, await this.store.byId(provinceId, id, tx));
    }
    return ok(undefined);
  }

  /** proposed → draft, with why. @throws NotProposed */
  async giveBack(tx: Tx, provinceId: string, id: string, { by, note }: Pick<Publishing, 'by' | 'note'>): Promise<void> {
    if (!(await this.drafts.giveBack(tx, provinceId, id, { by, note, atMs: this.deps.clock.nowMs() }))) {
      throw await this.notProposed(tx, provinceId, id);
    }
  }

  /** draft → discarded, with why. @throws NotDraft */
  async discard(tx: Tx, provinceId: string, id: string, { by, note }: Pick<Publishing, 'by' | 'note'>): Promise<void> {
    if (!(await this.drafts.discard(tx, provinceId, id, { by, note, atMs: this.deps.clock.nowMs() }))) {
      throw notDraft(id, await this.store.byId(provinceId, id, tx));
    }
  }

  /**
   * proposed → published under the next number; running instances stay on their versions. Before its day nothing starts on it.
   * @throws ProposerCannotPublish, EditorCannotPublish, NotProposed
   */
  async publish(tx: Tx, provinceId: string, id: string, publishing: Publishing): Promise<Result<Released, readonly Refusal[]>> {
    const { by, effectiveFrom } = publishing;
    const proposal = await this.store.byId(provinceId, id, tx);
    if (proposal?.status !== 'proposed') {
      throw await this.notProposed(tx, provinceId, id);
    }
    await this.demandSecondPerson(tx, proposal, by);
    const refusals = await this.errors(provinceId, proposal, []);
    if (refusals.length > 0) {
      return err(refusals);
    }
    const { clock } = this.deps;
    const plans = await startsIsolated(proposal, clock.nowMs());
    if (!plans.ok) {
      return plans;
    }
    await this.store.lockKey(tx, provinceId, proposal.key);
    const startsOpen = effectiveFrom <= today(clock);
    const version = await this.store.publish(tx, provinceId, id, { ...publishing, atMs: clock.nowMs(), startsOpen });
    if (version === undefined) {
      throw await this.notProposed(tx, provinceId, id);
    }
    if (startsOpen) {
      await this.openStarts(tx, provinceId, { owner: proposal.key, definitionId: id }, plans.value);
    }
    fp('definition.after-insert');
    return ok({ id, version, isNew: true });
  }

  /**
   * On the day of a version what starts its processes by itself takes the place of the last one's; one that a newer version is before
   * already opens nothing. Answers those whose day it was; `tell` says so in the same transaction. One that cannot be opened holds up no other; the first such error is thrown last.
   */
  async takeEffect(tell?: (tx: Tx, definition: DefinitionSummary) => Promise<void>): Promise<readonly DefinitionSummary[]> {
    const day = today(this.deps.clock);
    const taken: DefinitionSummary[] = [];
    const failed: unknown[] = [];
    for (const due of await this.store.dueStarts(day)) {
      try {
        const opened = await this.deps.database.inTransaction(async (tx) => {
          const isOpen = await this.openOn(tx, due, day);
          await (isOpen ? tell?.(tx, due) : undefined);
          return isOpen;
        });
        taken.push(...(opened ? [due] : []));
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) {
      throw failed[0];
    }
    return taken;
  }

  private async openOn(tx: Tx, { provinceId, id, key }: DefinitionSummary, day: string): Promise<boolean> {
    await this.store.lockKey(tx, provinceId, key);
    const inForce = await this.store.inForce(provinceId, key, day, tx);
    if (!(await this.store.openStarts(tx, provinceId, id)) || inForce?.id !== id) {
      return false;
    }
    await this.openStarts(tx, provinceId, { owner: key, definitionId: id }, await this.plansOf(provinceId, id, tx));
    return true;
  }

  private async plansOf(provinceId: string, id: string, tx: Tx): Promise<StartPlans> {
    const record = await this.store.byId(provinceId, id, tx);
    const plans = record === undefined ? undefined : await startsIsolated(record, this.deps.clock.nowMs());
    if (plans?.ok !== true) {
      throw new Error(`the starts of published version ${id} cannot be read`);
    }
    return plans.value;
  }

  private async demandSecondPerson(tx: Tx, proposal: DefinitionRecord, by: string): Promise<void> {
    const { provinceId, id } = proposal;
    if (proposal.proposedBy === by) {
      throw new ProposerCannotPublish('a second administrator publishes', { definitionId: id });
    }
    const editors = await this.drafts.editors(provinceId, [id], tx);
    if (editors.some((editor) => editor.personId === by)) {
      throw new EditorCannotPublish('an administrator who did not edit it publishes', { definitionId: id });
    }
  }

  private async notProposed(tx: Tx, provinceId: string, id: string): Promise<NotProposed> {
    const found = await this.store.byId(provinceId, id, tx);
    const facts = { definitionId: id, status: found?.status ?? 'missing', version: found?.version ?? 0 };
    return new NotProposed('only a proposal can be published or given back', facts);
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

  private async find(tx: Tx, provinceId: string, id: string, status: 'draft'): Promise<DefinitionRecord> {
    const found = await this.store.byId(provinceId, id, tx);
    if (found?.status !== status) {
      throw notDraft(id, found);
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

  private async insert(tx: Tx, provinceId: string, release: Release, shippedHash: string | null = null): Promise<string> {
    const id = newId(this.deps.clock);
    await this.drafts.insert(tx, provinceId, rowOf(id, release, shippedHash), this.deps.clock.nowMs());
    return id;
  }
}

function notDraft(definitionId: string, found: DefinitionRecord | undefined): NotDraft {
  return new NotDraft('the version is no draft any more', {
    definitionId,
    status: found?.status ?? 'missing',
    version: found?.version ?? 0,
  });
}
