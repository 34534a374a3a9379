import type { Random } from '../engine-random';
import { step, type Block, type BoundaryPlan, type Branch, type EventSubPlan, type Plan, type Split, type Step } from '../model/blocks';
import type { Trigger } from '../model/model';

/** The next version of a process, and the ids that were given to others. */
export interface Mutation {
  readonly plan: Plan;
  readonly mapping: Readonly<Record<string, string>>;
}

type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

/** Everything of a plan that can be drawn otherwise, wherever it lies. */
interface Parts {
  readonly rows: Writable<Block>[][];
  readonly steps: Writable<Step>[];
  readonly splits: Writable<Split>[];
  readonly boundaries: Writable<BoundaryPlan>[][];
  readonly eventSubs: Writable<EventSubPlan>[][];
  readonly triggers: Writable<Trigger>[][];
}

/** One to four changes an administrator could make: steps added, taken out or renamed, limits and ways added or taken away. */
export function mutate(plan: Plan, random: Random): Mutation {
  let next = structuredClone(plan) as Writable<Plan>;
  const mapping: Record<string, string> = {};
  let made = 0;
  const id = (): string => `new${(made += 1)}`;
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
    if (random.chance(0.2)) {
      const [from, to] = [random.pick(idsOf(next)), id()];
      next = renamed(next, from, to);
      const source = Object.keys(mapping).find((key) => mapping[key] === from) ?? from;
      mapping[source] = to;
    } else {
      random.pick(CHANGES)(partsOf(next), random, id);
    }
  }
  const kept = new Set(allTexts(next));
  return { plan: next, mapping: Object.fromEntries(Object.entries(mapping).filter(([, to]) => kept.has(to))) };
}

type Change = (parts: Parts, random: Random, id: () => string) => void;

const inserted: Change = ({ rows }, random, id) => {
  const row = random.pick(rows);
  const kind = random.pick(['userTask', 'userTask', 'manualTask', 'serviceTask'] as const);
  row.splice(random.below(row.length + 1), 0, step(kind, id()) as Writable<Step>);
};

const removed: Change = ({ rows }, random) => {
  const row = random.pick(rows);
  if (row.length > 1) {
    row.splice(random.below(row.length), 1);
  }
};

const swapped: Change = ({ rows }, random) => {
  const row = random.pick(rows);
  const at = random.below(row.length);
  const [block] = row.splice(at, 1);
  if (block !== undefined) {
    row.splice(random.below(row.length + 1), 0, block);
  }
};

/** An interrupting one joins what follows its activity, another has an end of its own. */
const bounded: Change = ({ steps }, random, id) => {
  const hosts = steps.filter(({ node }) => ['userTask', 'receiveTask', 'callActivity', 'subProcess'].includes(node.kind));
  const host = hosts.length === 0 ? undefined : random.pick(hosts);
  const interrupting = random.chance(0.5);
  const trigger = random.pick<Trigger>([{ kind: 'timer' }, { kind: 'message', name: 'm1' }, { kind: 'signal', name: 's1' }]);
  host?.boundaries.push({
    id: id(),
    triggers: [trigger],
    interrupting,
    blocks: [],
    ...(!interrupting && { exit: { id: id(), throws: [] } }),
  });
};

const unbounded: Change = ({ boundaries }, random) => {
  const drawn = boundaries.filter((all) => all.length > 0);
  const all = drawn.length === 0 ? [] : random.pick(drawn);
  all.splice(random.below(all.length), 1);
};

const branched: Change = ({ splits }, random, id) => {
  const joined = splits.filter(({ join, fork }) => join !== undefined && fork.kind !== 'exclusiveGateway');
  const split = joined.length === 0 ? undefined : random.pick(joined);
  const condition = split?.fork.kind === 'parallelGateway' ? {} : { when: { variable: 'v1', value: true } };
  split?.branches.push({ blocks: [step('userTask', id())], ...condition } as Writable<Branch>);
};

const unbranched: Change = ({ splits }, random) => {
  // A complex join would wait for as many tokens as before, also in an instance that begins with it.
  const wide = splits.filter(({ branches, join }) => branches.length > 2 && join?.kind !== 'complexGateway');
  const split = wide.length === 0 ? undefined : random.pick(wide);
  const spare = split?.branches.findLastIndex(({ isDefault }) => isDefault !== true) ?? -1;
  if (spare > 0) {
    split?.branches.splice(spare, 1);
  }
};

const listening: Change = ({ eventSubs }, random, id) => {
  const trigger = random.pick<Trigger>([{ kind: 'timer' }, { kind: 'message', name: 'm2' }]);
  const blocks = [step('userTask', id())] as Writable<Step>[];
  const end = { id: id(), throws: [] };
  random.pick(eventSubs).push({ id: id(), start: id(), triggers: [trigger], interrupting: random.chance(0.4), blocks, end, eventSubs: [] });
};

const deaf: Change = ({ eventSubs }, random) => {
  const subs = random.pick(eventSubs);
  subs.splice(random.below(subs.length), 1);
};

const retuned: Change = ({ triggers }, random) => {
  const drawn = triggers.filter(([first]) => first?.kind === 'message' || first?.kind === 'timer' || first?.kind === 'signal');
  const all = drawn.length === 0 ? [] : random.pick(drawn);
  if (all.length === 1) {
    all.splice(0, 1, random.pick<Trigger>([{ kind: 'message', name: 'm3' }, { kind: 'timer' }, { kind: 'signal', name: 's2' }]));
  }
};

const CHANGES: readonly Change[] = [
  inserted,
  inserted,
  removed,
  swapped,
  bounded,
  bounded,
  unbounded,
  branched,
  unbranched,
  listening,
  deaf,
  retuned,
];

function partsOf(plan: Writable<Plan>): Parts {
  const parts: Parts = { rows: [], steps: [], splits: [], boundaries: [], eventSubs: [], triggers: [] };
  plan.processes.slice(0, 1).forEach((process) => {
    collect(process, parts);
  });
  return parts;
}

/** By the names of their properties: a plan is plain data. */
function collect(part: unknown, parts: Parts): void {
  if (typeof part !== 'object' || part === null) {
    return;
  }
  const found = part as Partial<Record<'blocks' | 'boundaries' | 'eventSubs' | 'triggers', unknown[]>> & {
    shape?: string;
    loose?: unknown;
  };
  // What belongs together stays so, and an ad-hoc subprocess has no row.
  if (found.blocks !== undefined && found.shape !== 'row' && found.loose === undefined) {
    parts.rows.push(found.blocks as Writable<Block>[]);
  }
  if (found.eventSubs !== undefined && found.loose === undefined) {
    parts.eventSubs.push(found.eventSubs as Writable<EventSubPlan>[]);
  }
  if (found.triggers !== undefined) {
    parts.triggers.push(found.triggers as Writable<Trigger>[]);
  }
  if (found.shape === 'step') {
    parts.steps.push(part as Writable<Step>);
    parts.boundaries.push((part as Writable<Step>).boundaries);
  }
  if (found.shape === 'split') {
    parts.splits.push(part as Writable<Split>);
  }
  Object.values(part).forEach((inner) => {
    collect(inner, parts);
  });
}

function idsOf(plan: Writable<Plan>): string[] {
  const steps = partsOf(plan).steps.map(({ node }) => node.id);
  const boundaries = partsOf(plan).boundaries.flat();
  const joins = partsOf(plan).splits.flatMap(({ fork, join }) => [fork.id, ...(join === undefined ? [] : [join.id])]);
  return [...steps, ...boundaries.map(({ id }) => id), ...joins, 'nothing'];
}

/** Also where others name it. */
function renamed<T>(plan: T, from: string, to: string): T {
  return JSON.parse(JSON.stringify(plan), (_, value: unknown) => (value === from ? to : value)) as T;
}

function allTexts(part: unknown): string[] {
  if (typeof part === 'string') {
    return [part];
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(allTexts) : [];
}
