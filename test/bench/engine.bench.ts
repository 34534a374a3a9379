import type { ProcessGraph } from '@thidua/bpmn';
import { decide, type EngineEnv, type EngineEvent, type InlineHandler, type InstanceState } from '@thidua/engine';
import { and, buildGraph, chain, end, formula, serviceTask, start, userTask, xor, type FlowSpec } from '../harness/graph-builder';
import type { Bench, BenchCase } from './bench';
import { rawApproval4, rawParallel8, rawSequence10 } from './engine-raw';

const TEN = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10'];
const EIGHT = TEN.slice(0, 8);
const FOUR = [1, 2, 3, 4];

/** W1: start, ten no-op service tasks, end. */
const sequence10 = buildGraph('sequence10', {
  nodes: [start('s'), ...TEN.map((id) => serviceTask(id, 'no-op')), end('e')],
  flows: chain('s', ...TEN, 'e'),
});

/** W2: four approvals, each followed by a gateway that can send the work one step back. */
const approval4 = buildGraph('approval4', {
  nodes: [start('s'), ...FOUR.flatMap((n) => [userTask(`u${n}`), xor(`g${n}`)]), end('e')],
  flows: [
    ['s', 'u1'],
    ...FOUR.flatMap((n): FlowSpec[] => [
      [`u${n}`, `g${n}`],
      [`g${n}`, n === 4 ? 'e' : `u${n + 1}`, { otherwise: true }],
      [`g${n}`, `u${Math.max(1, n - 1)}`, { when: formula('returned = true', ({ returned }) => returned === true) }],
    ]),
  ],
});

/** W3: a fork to eight no-op tasks and the join. */
const parallel8 = buildGraph('parallel8', {
  nodes: [start('s'), and('fork'), ...EIGHT.map((id) => serviceTask(id, 'no-op')), and('join'), end('e')],
  flows: [
    ['s', 'fork'],
    ...EIGHT.flatMap((id): FlowSpec[] => [
      ['fork', id],
      [id, 'join'],
    ]),
    ['join', 'e'],
  ],
});

let handled = 0;
let ids = 0;
const nothing = {};
const noOp: InlineHandler = () => {
  handled += 1;
  return nothing;
};

const env: EngineEnv = {
  nowMs: 1_772_416_800_000,
  newId: () => String((ids += 1)),
  addWorkingDays: (fromMs) => fromMs,
  called: () => undefined,
  inline: (jobType) => (jobType === 'no-op' ? noOp : undefined),
};

function runToEnd(graph: ProcessGraph): readonly EngineEvent[] {
  const decision = decide(graph, undefined, { type: 'start', variables: nothing }, env);
  if (!decision.ok || decision.state.status !== 'completed') {
    throw new Error(`${graph.processId} did not run to its end`);
  }
  return decision.events;
}

/** Four completions per instance; the start is paid for by them. */
function approve(): number {
  let events = 0;
  let state: InstanceState | undefined;
  let taskId: string | undefined;
  for (let step = 0; step <= FOUR.length; step += 1) {
    const command =
      taskId === undefined
        ? ({ type: 'start', variables: nothing } as const)
        : ({ type: 'complete-task', taskId, variables: { returned: false } } as const);
    const decision = decide(approval4, state, command, env);
    if (!decision.ok) {
      throw new Error(decision.rejection.code);
    }
    events += decision.events.length;
    state = decision.state;
    const opened = decision.effects.find((effect) => effect.type === 'create-task');
    taskId = opened?.taskId;
  }
  if (state?.status !== 'completed') {
    throw new Error('approval4 did not run to its end');
  }
  return events;
}

function mustCall(graph: ProcessGraph, calls: number): void {
  const before = handled;
  const events = runToEnd(graph);
  const named = new Set(events.flatMap((event) => (event.type === 'element-completed' ? [event.element] : [])));
  const missing = graph.elements.filter((element) => element.type !== 'process' && !named.has(element.id));
  if (handled - before !== calls || missing.length > 0) {
    throw new Error(`${graph.processId}: ${handled - before} handler calls, missing ${missing.map(({ id }) => id).join()}`);
  }
}

const rawW1: BenchCase = { name: 'raw-sequence10', unit: 'instance', run: rawSequence10 };

export const engineBench: Bench = {
  name: 'engine',
  limit: rawW1,
  cases: [
    {
      name: 'sequence10',
      unit: 'instance',
      verify: () => {
        mustCall(sequence10, 10);
      },
      run(units) {
        for (let i = 0; i < units; i += 1) {
          runToEnd(sequence10);
        }
      },
    },
    {
      name: 'approval4',
      unit: 'completed task',
      limit: { name: 'raw-approval4', unit: 'completed task', run: rawApproval4 },
      verify() {
        if (approve() < 4 * 10) {
          throw new Error('approval4: too few events');
        }
      },
      run(units) {
        for (let i = 0; i < units; i += FOUR.length) {
          approve();
        }
      },
    },
    {
      name: 'parallel8',
      unit: 'instance',
      limit: { name: 'raw-parallel8', unit: 'instance', run: rawParallel8 },
      verify: () => {
        mustCall(parallel8, 8);
      },
      run(units) {
        for (let i = 0; i < units; i += 1) {
          runToEnd(parallel8);
        }
      },
    },
  ],
};
