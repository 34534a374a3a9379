import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessGraph } from '@thidua/bpmn';
import { decide, type EngineEnv, type EngineEvent, type InlineHandler, type InstanceState } from '@thidua/engine';
import { deploy } from '../harness/deploy';
import type { Bench, BenchCase } from './bench';
import { rawApproval4, rawParallel8, rawSequence10 } from './engine-raw';

/** Completed user tasks in one instance of W2. */
const APPROVALS = 4;
const MODELS = ['sequence10', 'approval4', 'parallel8'] as const;
const graphs = new Map<string, ProcessGraph>();

let handled = 0;
let ids = 0;
const nothing = {};
const noOp: InlineHandler = () => {
  handled += 1;
  return nothing;
};

const JOB_TYPES = new Set(['no-op', 'outside']);
const env: EngineEnv = {
  nowMs: 1_772_416_800_000,
  newId: () => String((ids += 1)),
  addWorkingDays: (fromMs) => fromMs,
  called: () => undefined,
  // The step bench leaves `outside` to a worker; here every job is done at once.
  inline: (jobType) => (JOB_TYPES.has(jobType) ? noOp : undefined),
};

/** The files are sources: the bench runs from the root of the repository. */
async function setUp(): Promise<void> {
  for (const model of MODELS) {
    const xml = readFileSync(join('test', 'bench', 'models', `${model}.bpmn`), 'utf8');
    for (const [processId, graph] of await deploy(xml, { jobTypes: JOB_TYPES })) {
      graphs.set(processId, graph);
    }
  }
}

function graphOf(processId: string): ProcessGraph {
  const graph = graphs.get(processId);
  if (graph === undefined) {
    throw new Error(`no model ${processId}`);
  }
  return graph;
}

/** W1 and W3: from the start command to the end in one step, every task by an inline handler. */
function straight(name: string, calls: number): Pick<BenchCase, 'name' | 'unit' | 'verify' | 'run'> {
  return {
    name,
    unit: 'instance',
    verify: () => {
      mustCall(graphOf(name), calls);
    },
    run: (units) => {
      const graph = graphOf(name);
      for (let i = 0; i < units; i += 1) {
        runToEnd(graph);
      }
    },
  };
}

function runToEnd(graph: ProcessGraph): readonly EngineEvent[] {
  const decision = decide(graph, undefined, { type: 'start', variables: nothing }, env);
  if (!decision.ok || decision.state.status !== 'completed') {
    throw new Error(`${graph.processId} did not run to its end`);
  }
  return decision.events;
}

function mustCall(graph: ProcessGraph, calls: number): void {
  const before = handled;
  const events = runToEnd(graph);
  const completed = events.flatMap((event) => (event.type === 'element-completed' ? [event.element] : []));
  const expected = graph.elements.flatMap(({ id, type }) => (type === 'process' ? [] : [id]));
  if (handled - before !== calls || completed.toSorted().join() !== expected.toSorted().join()) {
    throw new Error(`${graph.processId}: ${handled - before} handler calls, completed ${completed.join()}`);
  }
}

/** One instance of W2, whose start is paid for by its completions; answers how many elements were completed. */
function approve(graph: ProcessGraph): number {
  let completed = 0;
  let state: InstanceState | undefined;
  let taskId: string | undefined;
  for (let step = 0; step <= APPROVALS; step += 1) {
    const command =
      taskId === undefined
        ? ({ type: 'start', variables: nothing } as const)
        : ({ type: 'complete-task', taskId, variables: { returned: false } } as const);
    const decision = decide(graph, state, command, env);
    if (!decision.ok) {
      throw new Error(decision.rejection.code);
    }
    completed += decision.events.reduce((sum, event) => sum + (event.type === 'element-completed' ? 1 : 0), 0);
    state = decision.state;
    taskId = decision.effects.find((effect) => effect.type === 'create-task')?.taskId;
  }
  if (state?.status !== 'completed') {
    throw new Error('approval4 did not run to its end');
  }
  return completed;
}

const approval4: BenchCase = {
  name: 'approval4',
  unit: 'completed task',
  verify: () => {
    const completed = approve(graphOf('approval4'));
    if (completed !== 10) {
      throw new Error(`approval4: ${completed} elements completed, not 10`);
    }
  },
  run: (units) => {
    const graph = graphOf('approval4');
    for (let i = 0; i < units; i += APPROVALS) {
      approve(graph);
    }
  },
};

export const engineBench: Bench = {
  name: 'engine',
  setUp,
  limit: { name: 'raw-sequence10', unit: 'instance', run: rawSequence10 },
  cases: [
    { ...straight('sequence10', 10), name: 'w1-memory' },
    { ...approval4, name: 'w2-memory', limit: { name: 'raw-approval4', unit: 'completed task', run: rawApproval4 } },
    { ...straight('parallel8', 8), name: 'w3-memory', limit: { name: 'raw-parallel8', unit: 'instance', run: rawParallel8 } },
  ],
};
