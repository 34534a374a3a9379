import { isDeepStrictEqual } from 'node:util';
import {
  decide,
  evolveAll,
  type Command,
  type Decision,
  type EngineEnv,
  type EngineEvent,
  type InstanceState,
  type Wait,
} from '@thidua/engine';
import type { ProcessGraph } from '@thidua/bpmn';
import { instancePicture } from '../oracle/marking';
import type { Net } from '../oracle/net';
import type { Stimulus, Variables } from '../oracle/stimuli';

/** The engine at one process instance, driven by stimuli and seen with the eyes of the oracle: ids, no keys. */
export class EngineHand {
  state: InstanceState | undefined;
  readonly completed: number[];
  readonly terminated: number[];
  readonly told: string[] = [];
  private readonly events: EngineEvent[] = [];
  private readonly env: EngineEnv;
  private ids = 0;

  constructor(
    private readonly net: Net,
    private readonly graphs: ReadonlyMap<string, ProcessGraph>,
    private readonly onEvents: (events: readonly EngineEvent[]) => void = () => undefined,
  ) {
    this.completed = net.nodes.map(() => 0);
    this.terminated = net.nodes.map(() => 0);
    this.env = {
      nowMs: 1_772_416_800_000,
      newId: () => `i${(this.ids += 1)}`,
      addWorkingDays: (fromMs) => fromMs,
      called: (processId) => {
        const graph = graphs.get(processId);
        return graph === undefined ? undefined : { definitionId: processId, graph };
      },
      graphOf: (definitionId) => graphs.get(definitionId),
      inline: (jobType) => (jobType === 'inline' ? () => ({}) : undefined),
    };
  }

  start(variables: Variables, startElementId: string | undefined): void {
    this.must({ type: 'start', variables, ...(startElementId !== undefined && { startElementId }) });
  }

  /** Throws when the engine finds nothing to act on. */
  act(stimulus: Stimulus): void {
    this.must(this.commandOf(stimulus));
  }

  picture(): string {
    const { state } = this;
    if (state?.status !== 'active') {
      return state?.status === 'completed' ? 'ended' : 'not active';
    }
    const waits = new Map<number, string[]>();
    const add = (key: number, name: string): void => {
      waits.set(key, [...(waits.get(key) ?? []), name]);
    };
    Object.values(state.waits).forEach((wait) => {
      add(wait.key, this.nameOf(wait));
    });
    Object.values(state.incidents).forEach(({ key, cause, detail }) => {
      add(key, cause === 'error-uncaught' ? 'incident' : `${cause}: ${detail}`);
    });
    const children = new Map<number, number[]>();
    Object.values(state.elements).forEach(({ key, parent }) => children.set(parent, [...(children.get(parent) ?? []), key]));
    const draw = (key: number): string => {
      const one = state.elements[String(key)];
      const graph = this.graphAt(one?.graph ?? 0);
      const tokens = Object.entries(one?.joins ?? {}).flatMap(([flow, count]) =>
        Array.from({ length: count }, () => graph.flows[Number(flow)]?.id ?? ''),
      );
      const inside = (children.get(key) ?? []).map(draw);
      return instancePicture(graph.elements[one?.element ?? 0]?.id ?? '', one?.loopCounter, waits.get(key) ?? [], [...tokens, ...inside]);
    };
    return (children.get(0) ?? []).map(draw).join();
  }

  /** The variables of the process, when it still runs. */
  variables(names: readonly string[]): readonly string[] {
    const values = this.state?.elements['1']?.variables ?? {};
    return names.map((name) => `${name}=${JSON.stringify(values[name])}`);
  }

  /** Throws when the history told from the beginning gives another state. */
  checkReplay(): void {
    const graphs = (this.state?.graphs ?? []).map((_, index) => this.graphAt(index));
    const replayed = evolveAll(undefined, this.events, graphs);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(replayed)), this.state)) {
      throw new Error(`replay gives ${JSON.stringify(replayed)}, the engine ${JSON.stringify(this.state)}`);
    }
  }

  private must(command: Command): void {
    const decision: Decision = decide(this.graphAt(0), this.state, command, this.env);
    if (!decision.ok) {
      throw new Error(`the engine rejects ${command.type}: ${decision.rejection.code} ${decision.rejection.detail}`);
    }
    // As it is kept: every step goes on from what was written down, as after a crash.
    this.state = JSON.parse(JSON.stringify(decision.state)) as InstanceState;
    this.events.push(...decision.events);
    for (const event of decision.events) {
      if (event.type === 'element-completed') {
        this.count(this.completed, event.element);
      } else if (event.type === 'element-terminated') {
        this.count(this.terminated, event.element);
      }
    }
    for (const effect of decision.effects) {
      if (effect.type === 'publish-message') {
        this.told.push(`message ${effect.message}`);
      } else if (effect.type === 'broadcast-signal') {
        this.told.push(`signal ${effect.signal}`);
      }
    }
    this.onEvents(decision.events);
  }

  private count(counts: number[], id: string): void {
    const index = this.net.byId.get(id) ?? -1;
    counts[index] = (counts[index] ?? 0) + 1;
  }

  private commandOf(stimulus: Stimulus): Command {
    switch (stimulus.do) {
      case 'complete': {
        const [id, wait] = this.waitOf(['task', 'job'], stimulus.node, 0, stimulus.nth);
        const variables = stimulus.set;
        return wait.kind === 'task' ? { type: 'complete-task', taskId: id, variables } : { type: 'complete-job', jobId: id, variables };
      }
      case 'error': {
        const [jobId] = this.waitOf(['job'], stimulus.node, 0, stimulus.nth);
        return { type: 'throw-job-error', jobId, errorCode: stimulus.code, message: 'no', variables: {} };
      }
      case 'fire':
        return { type: 'fire-timer', timerId: this.waitOf(['timer'], stimulus.node, stimulus.part, stimulus.nth)[0] };
      case 'message': {
        const [subscriptionId] = this.waitOf(['subscription'], stimulus.node, stimulus.part, stimulus.nth);
        return { type: 'correlate', subscriptionId, variables: stimulus.set };
      }
      case 'signal':
        return { type: 'signal', signal: stimulus.name, variables: {} };
      case 'set':
        return { type: 'set-variables', variables: stimulus.set };
      case 'begin':
        return { type: 'activate-ad-hoc', key: this.adHocKey(stimulus), elementIds: stimulus.elements, variables: {} };
      case 'finish':
        return { type: 'complete-ad-hoc', key: this.adHocKey(stimulus) };
    }
  }

  private waitOf(kinds: readonly Wait['kind'][], id: string, part: number, nth: number): readonly [string, Wait] {
    const found = Object.entries(this.state?.waits ?? {}).filter(
      ([, wait]) => kinds.includes(wait.kind) && this.targetOf(wait) === id && ('part' in wait ? (wait.part ?? 0) : 0) === part,
    );
    const sorted = found.sort(([, a], [, b]) => a.key - b.key);
    const wait = sorted[nth];
    if (wait === undefined) {
      throw new Error(`the engine has no ${kinds.join(' or ')} ${nth} at ${id}`);
    }
    return wait;
  }

  private adHocKey({ node, nth }: { readonly node: string; readonly nth: number }): number {
    const open = Object.values(this.state?.elements ?? {}).filter((one) => {
      const element = this.graphAt(one.graph).elements[one.element];
      return element?.id === node && one.loop === undefined && one.interrupted === undefined && one.revived === undefined;
    });
    return open.sort((a, b) => a.key - b.key)[nth]?.key ?? -1;
  }

  private nameOf(wait: Wait): string {
    if (wait.kind === 'task' || wait.kind === 'job') {
      return wait.kind;
    }
    return `${wait.kind}:${this.targetOf(wait)}.${wait.part ?? 0}`;
  }

  private targetOf(wait: Wait): string {
    const host = this.state?.elements[String(wait.key)];
    const index = 'target' in wait ? wait.target : host?.element;
    return this.graphAt(host?.graph ?? 0).elements[index ?? 0]?.id ?? '';
  }

  private graphAt(index: number): ProcessGraph {
    const id = index === 0 ? (this.net.nodes[0]?.id ?? '') : (this.state?.graphs[index] ?? '');
    const graph = this.graphs.get(id);
    if (graph === undefined) {
      throw new Error(`no graph ${id}`);
    }
    return graph;
  }
}
