import type { ProcessGraph } from '@thidua/bpmn';
import {
  decide,
  evolveAll,
  type Command,
  type Decision,
  type Effect,
  type EngineEnv,
  type EngineEvent,
  type InstanceState,
} from '@thidua/engine';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { isDeepStrictEqual } from 'node:util';

const DAY_MS = 86_400_000;

export interface PlayOptions {
  readonly inline?: EngineEnv['inline'];
  readonly called?: Readonly<Record<string, ProcessGraph>>;
  readonly limitOf?: EngineEnv['limitOf'];
  readonly stepCap?: number;
}

/** One process instance driven by hand: ids are `id-1`, `id-2` …, working days are plain days, and each step is checked against a replay. */
export class Play {
  /** 2026-03-02 09:00 in Vietnam. */
  nowMs = 1_772_416_800_000;
  state: InstanceState | undefined;
  readonly events: EngineEvent[] = [];
  readonly effects: Effect[] = [];
  private ids = 0;
  private readonly env: EngineEnv;

  constructor(
    private readonly graph: ProcessGraph,
    options: PlayOptions = {},
  ) {
    const { called = {}, inline = () => undefined, limitOf, stepCap } = options;
    const clock = (): number => this.nowMs;
    this.env = {
      get nowMs() {
        return clock();
      },
      newId: () => `id-${(this.ids += 1)}`,
      addWorkingDays: (fromMs, days) => fromMs + days * DAY_MS,
      called: (processId) => {
        const bound = called[processId];
        return bound === undefined ? undefined : { definitionId: processId, graph: bound };
      },
      graphOf: (definitionId) => called[definitionId],
      inline,
      ...(limitOf !== undefined && { limitOf }),
      ...(stepCap !== undefined && { stepCap }),
    };
    this.called = called;
  }

  private readonly called: Readonly<Record<string, ProcessGraph>>;

  start(variables: JsonObject = {}, startElementId?: string): this {
    return this.must({ type: 'start', variables, ...(startElementId !== undefined && { startElementId }) });
  }

  /** Carries out the command and throws when it is rejected. */
  must(command: Command): this {
    const decision = this.try(command);
    if (!decision.ok) {
      throw new Error(`rejected: ${decision.rejection.code} (${decision.rejection.detail})`);
    }
    return this;
  }

  try(command: Command): Decision {
    const before = JSON.stringify(this.state);
    const decision = decide(this.graph, this.state, command, this.env);
    if (JSON.stringify(this.state) !== before) {
      throw new Error('decide changed the state it was given');
    }
    if (decision.ok) {
      this.checkReplay(decision);
      this.state = decision.state;
      this.events.push(...decision.events);
      this.effects.push(...decision.effects);
    }
    return decision;
  }

  complete(elementId: string, variables: JsonObject = {}): this {
    const [type, id] = this.work(elementId);
    return this.must(type === 'task' ? { type: 'complete-task', taskId: id, variables } : { type: 'complete-job', jobId: id, variables });
  }

  fire(elementId: string): this {
    return this.must({ type: 'fire-timer', timerId: this.openIds('timer', elementId)[0] ?? '' });
  }

  correlate(elementId: string, variables: JsonObject = {}): this {
    return this.must({ type: 'correlate', subscriptionId: this.openIds('subscription', elementId)[0] ?? '', variables });
  }

  throwError(elementId: string, errorCode: string, variables: JsonObject = {}): this {
    return this.must({ type: 'throw-job-error', jobId: this.openIds('job', elementId)[0] ?? '', errorCode, message: 'no', variables });
  }

  resolve(variables?: JsonObject): this {
    const incidentId = Object.keys(this.state?.incidents ?? {})[0] ?? '';
    return this.must({ type: 'resolve-incident', incidentId, ...(variables !== undefined && { variables }) });
  }

  /** Ids of elements in the order they were completed. */
  completed(): string[] {
    return this.events.flatMap((event) => (event.type === 'element-completed' ? [event.element] : []));
  }

  terminated(): string[] {
    return this.events.flatMap((event) => (event.type === 'element-terminated' ? [event.element] : []));
  }

  /** Element ids of open tasks and jobs. */
  waiting(): string[] {
    return this.open().flatMap(([, wait, element]) => (wait === 'task' || wait === 'job' ? [element] : []));
  }

  /** Elements that wait for something to be caught: timers, messages, signals, conditions. */
  catching(): string[] {
    return this.open().flatMap(([, wait, element]) => (wait === 'task' || wait === 'job' ? [] : [element]));
  }

  signal(name: string, variables: JsonObject = {}): this {
    return this.must({ type: 'signal', signal: name, variables });
  }

  set(variables: JsonObject): this {
    return this.must({ type: 'set-variables', variables });
  }

  /** Key of the live instance of an element. */
  keyOf(elementId: string): number {
    const found = Object.values(this.state?.elements ?? {}).find(
      ({ graph, element }) => this.graphs()[graph]?.elements[element]?.id === elementId,
    );
    return found?.key ?? 0;
  }

  causes(): string[] {
    return Object.values(this.state?.incidents ?? {}).map((incident) => incident.cause);
  }

  variable(name: string): JsonValue | undefined {
    return this.state?.elements['1']?.variables?.[name];
  }

  /** The last value a variable was given anywhere. */
  lastSet(name: string): JsonValue | undefined {
    return this.events
      .flatMap((event) => (event.type === 'variables-set' ? [event.values[name]] : []))
      .findLast((value) => value !== undefined);
  }

  effectsOf<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
  }

  eventsOf<T extends EngineEvent['type']>(type: T): Extract<EngineEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<EngineEvent, { type: T }> => event.type === type);
  }

  openIds(kind: string, elementId: string): string[] {
    return this.open().flatMap(([id, wait, element]) => (wait === kind && element === elementId ? [id] : []));
  }

  graphs(state = this.state): ProcessGraph[] {
    return (state?.graphs ?? []).map((id, index) => (index === 0 ? this.graph : (this.called[id] ?? this.graph)));
  }

  private work(elementId: string): ['task' | 'job', string] {
    const taskId = this.openIds('task', elementId)[0];
    return taskId === undefined ? ['job', this.openIds('job', elementId)[0] ?? ''] : ['task', taskId];
  }

  private open(): [id: string, kind: string, element: string][] {
    return Object.entries(this.state?.waits ?? {}).map(([id, wait]) => {
      const host = this.state?.elements[String(wait.key)];
      const element = 'target' in wait ? wait.target : host?.element;
      return [id, wait.kind, this.graphs()[host?.graph ?? 0]?.elements[element ?? 0]?.id ?? ''];
    });
  }

  private checkReplay(decision: Extract<Decision, { ok: true }>): void {
    const replayed = evolveAll(this.state, decision.events, this.graphs(decision.state));
    const kept: unknown = JSON.parse(JSON.stringify(decision.state));
    if (!isDeepStrictEqual(replayed, decision.state) || !isDeepStrictEqual(kept, decision.state)) {
      throw new Error(`replay differs: ${JSON.stringify(replayed)} against ${JSON.stringify(decision.state)}`);
    }
  }
}
