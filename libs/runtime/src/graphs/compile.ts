import {
  readDiagram,
  sketchDiagram,
  type CompiledDiagram,
  type DecidingRow,
  type LimitFact,
  type ProcessGraph,
  type Surroundings,
} from '@thidua/bpmn';
import { readDecisions, type Decision } from '@thidua/feel';
import type { DefinitionRecord, Resources } from '@thidua/store';

/** Words of law and house that diagrams name; a list that is not there takes every word. */
export interface HouseWords {
  readonly limits?: readonly LimitFact[];
  readonly roles?: readonly string[];
  readonly paperKinds?: readonly string[];
}

/** What a release may refer to outside its files, as plain data: it travels to a thread. */
export interface SurroundingsData extends HouseWords {
  readonly jobTypes: readonly string[];
  readonly formIds: readonly string[];
  /** DMN XML by file name. */
  readonly decisions: Readonly<Record<string, string>>;
  readonly callable: readonly string[];
  /** Rows of law in force, for what a wrong decider is told. */
  readonly deciders?: readonly DecidingRow[];
  /** 'accepted': a user task may be for nobody in particular. */
  readonly unassignedTasks?: 'accepted';
  /** 'accepted': a model that may get stuck gives warnings alone. */
  readonly unsound?: 'accepted';
}

/** What a version is compiled from. */
export type DefinitionSource = Pick<DefinitionRecord, 'key' | 'xml' | 'resources'>;

/** Whatever a released diagram names was there when it was released; compiling it again asks no more. */
class Anything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

export async function surroundingsOf(data: SurroundingsData): Promise<Surroundings> {
  return {
    jobTypes: new Set(data.jobTypes),
    formIds: new Set(data.formIds),
    callable: new Set(data.callable),
    decisions: await decisionsOf(data.decisions),
    ...(data.deciders === undefined ? {} : { deciders: data.deciders }),
    ...(data.limits === undefined ? {} : { limits: data.limits }),
    ...(data.roles === undefined ? {} : { roles: new Set(data.roles) }),
    ...(data.paperKinds === undefined ? {} : { paperKinds: new Set(data.paperKinds) }),
    ...(data.unassignedTasks === undefined ? {} : { unassignedTasks: data.unassignedTasks }),
    ...(data.unsound === undefined ? {} : { unsound: data.unsound }),
  };
}

/** The graphs of a released version, its own process first. Throws when a released version no longer compiles: a bug. */
export async function compileDefinition(record: DefinitionSource): Promise<readonly ProcessGraph[]> {
  const read = await readDiagram(record.xml, await anything(record));
  if (!read.ok) {
    throw new Error(
      `released process ${record.key} does not compile: ${read.error.map((refusal) => `${refusal.code} ${refusal.path}`).join('; ')}`,
    );
  }
  return ownFirst(record.key, read.value);
}

/** The graphs of a drawing that may be wrong still, for looking at alone; undefined when it cannot be compiled at all. */
export async function sketchDefinition(source: DefinitionSource): Promise<readonly ProcessGraph[] | undefined> {
  const sketch = await sketchDiagram(source.xml, await anything(source));
  return sketch === undefined ? undefined : ownFirst(source.key, sketch);
}

async function anything({ resources }: DefinitionSource): Promise<Surroundings> {
  const lenient = { unassignedTasks: 'accepted', unsound: 'accepted' } as const;
  const all = { jobTypes: new Anything(), formIds: new Anything(), callable: new Anything() };
  return { ...all, ...lenient, decisions: await decisionsOf(resources.decisions) };
}

function ownFirst(key: string, { graphs }: CompiledDiagram): readonly ProcessGraph[] {
  const all = [...graphs.values()];
  return [...all.filter((graph) => graph.processId === key), ...all.filter((graph) => graph.processId !== key)];
}

export function formIdsOf(resources: Resources): readonly string[] {
  return Object.keys(resources.forms);
}

async function decisionsOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Decision>> {
  const found = new Map<string, Decision>();
  for (const xml of Object.values(files)) {
    const read = await readDecisions(xml, Object.values(files));
    // A file with problems gives no decisions: the diagram that names them is then refused with the reference.
    for (const id of read.ok ? read.value.ids : []) {
      const decision = read.ok ? read.value.decision(id) : undefined;
      if (decision !== undefined) {
        found.set(id, decision);
      }
    }
  }
  return found;
}
