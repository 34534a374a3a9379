import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import { DomainError } from '@thidua/kernel';
import type { DefinitionRecord, DefinitionStore } from '@thidua/store';
import type { Clock } from '../clock/clock';
import { definitionRow } from '../steps/step-draft';
import { today } from '../clock/today';
import type { BoundGraph, CompiledDefinition } from './compiled-definition';

/** Turns a stored version into graphs, the first being the process of its key. */
export type CompileDefinition = (record: Pick<DefinitionRecord, 'key' | 'xml' | 'resources'>) => Promise<readonly ProcessGraph[]>;

export class DefinitionMissing extends DomainError {
  readonly code = 'not-found';
}

interface Entry {
  readonly definition: CompiledDefinition;
  /** Bound graph per call activity; resolved again after a while, since a newer version may carry the tag. */
  calls: ReadonlyMap<string, BoundGraph>;
  resolvedAt: number;
}

const CALLS_FRESH_MS = 5000;

/** Compiled versions, kept by definition id; released versions never change, so only their calls age. */
export class GraphCache {
  private readonly entries = new Map<string, Entry>();
  private readonly loading = new Map<string, Promise<Entry>>();

  constructor(
    private readonly definitions: DefinitionStore,
    private readonly compile: CompileDefinition,
    private readonly clock: Clock,
    private readonly size = 200,
  ) {}

  /** Whether everything an instance of these bound graphs may touch is in memory. */
  isReady(boundIds: readonly string[]): boolean {
    return boundIds.every((boundId) => {
      const entry = this.entries.get(definitionRow(boundId));
      return (
        entry !== undefined && (entry.definition.graph.elements.every(isNoCall) || performance.now() - entry.resolvedAt < CALLS_FRESH_MS)
      );
    });
  }

  async prepare(provinceId: string, boundIds: readonly string[]): Promise<void> {
    for (const boundId of boundIds) {
      await this.ensure(provinceId, definitionRow(boundId), []);
    }
  }

  /** The compiled version; loads it when needed. */
  async definition(provinceId: string, definitionId: string): Promise<CompiledDefinition> {
    return (await this.ensure(provinceId, definitionId, [])).definition;
  }

  /** A graph that `prepare` made ready. */
  graph(boundId: string): ProcessGraph | undefined {
    const [definitionId = '', processId] = boundId.split('#', 2);
    const definition = this.entries.get(definitionId)?.definition;
    return processId === undefined ? definition?.graph : definition?.siblings.get(processId);
  }

  /** What a call activity of a bound graph leads to. */
  called(boundId: string, elementId: string): BoundGraph | undefined {
    return this.entries.get(definitionRow(boundId))?.calls.get(`${processOf(boundId)}/${elementId}`);
  }

  private async ensure(provinceId: string, definitionId: string, above: readonly string[]): Promise<Entry> {
    const known = this.entries.get(definitionId);
    if (known === undefined) {
      const running = this.loading.get(definitionId) ?? this.load(provinceId, definitionId);
      this.loading.set(definitionId, running);
      const entry = await running.finally(() => this.loading.delete(definitionId));
      await this.resolveCalls(entry, above);
      return entry;
    }
    this.entries.delete(definitionId);
    this.entries.set(definitionId, known);
    if (performance.now() - known.resolvedAt >= CALLS_FRESH_MS) {
      await this.resolveCalls(known, above);
    }
    return known;
  }

  private async load(provinceId: string, definitionId: string): Promise<Entry> {
    const record = await this.definitions.byId(provinceId, definitionId);
    if (record === undefined) {
      throw new DefinitionMissing('no such process version', { definitionId });
    }
    const [graph, ...others] = await this.compile(record);
    if (graph === undefined) {
      throw new Error(`definition ${definitionId} has no process`);
    }
    const siblings = new Map([graph, ...others].map((one) => [one.processId, one]));
    const entry: Entry = {
      definition: { id: definitionId, provinceId, key: record.key, version: record.version, graph, siblings },
      calls: new Map(),
      resolvedAt: Number.NEGATIVE_INFINITY,
    };
    this.entries.set(definitionId, entry);
    const oldest = this.entries.keys().next().value;
    if (this.entries.size > this.size && oldest !== undefined) {
      this.entries.delete(oldest);
    }
    return entry;
  }

  /** `above` stops at a process that calls itself, directly or through others: it is in memory already. */
  private async resolveCalls(entry: Entry, above: readonly string[]): Promise<void> {
    const { definition } = entry;
    entry.resolvedAt = performance.now();
    const calls = new Map<string, BoundGraph>();
    for (const [processId, graph] of definition.siblings) {
      for (const element of graph.elements) {
        const bound = isNoCall(element) ? undefined : await this.bind(definition, element, above);
        if (bound !== undefined) {
          calls.set(`${processId === definition.graph.processId ? '' : processId}/${element.id}`, bound);
        }
      }
    }
    entry.calls = calls;
  }

  private async bind(definition: CompiledDefinition, element: GraphElement, above: readonly string[]): Promise<BoundGraph | undefined> {
    if (element.type !== 'callActivity') {
      return undefined;
    }
    const { processId, binding, versionTag } = element.call;
    const sibling = definition.siblings.get(processId);
    if (sibling !== undefined && binding !== 'versionTag') {
      return { definitionId: sibling === definition.graph ? definition.id : `${definition.id}#${processId}`, graph: sibling };
    }
    const found =
      binding === 'versionTag' && versionTag !== undefined
        ? await this.definitions.byTag(definition.provinceId, processId, versionTag)
        : await this.definitions.inForce(definition.provinceId, processId, today(this.clock));
    if (found === undefined) {
      return undefined;
    }
    const path = [...above, definition.id];
    const entry = path.includes(found.id) ? this.entries.get(found.id) : await this.ensure(definition.provinceId, found.id, path);
    return entry === undefined ? undefined : { definitionId: found.id, graph: entry.definition.graph };
  }
}

function isNoCall(element: GraphElement): boolean {
  return element.type !== 'callActivity';
}

function processOf(boundId: string): string {
  return boundId.split('#', 2)[1] ?? '';
}
