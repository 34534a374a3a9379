import { isDeepStrictEqual } from 'node:util';
import type { ProcessGraph } from '@thidua/bpmn';
import { decide, type Command, type Decision, type EngineEnv, type EngineEvent, type InstanceState } from '@thidua/engine';
import type { Random } from '../engine-random';
import { VARIABLES } from '../model/write-xml';
import { Rows } from './rows';
import { changedByMigration, doubledWaits, earlyJoins, firesAgain, isOpenAdHoc, lostTokens, miscounted, replayDiffers } from './watch';

/** Graphs of the two versions by the ids they are bound by: `v1`, `v2`, and `v1#Q` for what they call. */
export type Versions = ReadonlyMap<string, ProcessGraph>;

/** One instance on its way, each step from what was written down; every step is checked, and a violation throws. */
export class Migrant {
  private current: InstanceState | undefined;
  private readonly events: EngineEvent[] = [];
  private readonly rows = new Rows();
  private ids = 0;

  constructor(private readonly versions: Versions) {}

  get state(): InstanceState {
    if (this.current === undefined) {
      throw new Error('not started');
    }
    return this.current;
  }

  isActive(): boolean {
    return this.state.status === 'active';
  }

  start(random: Random): void {
    this.step({ type: 'start', variables: draw(random, 1) });
  }

  /** Something from outside that can happen now; false: nothing can. */
  act(random: Random): boolean {
    const command = this.command(random);
    if (command !== undefined) {
      this.step(command);
      this.repeats(random);
    }
    return command !== undefined;
  }

  /** Codes of why not; nothing has changed then. */
  migrate(toDefinitionId: string, mapping: Readonly<Record<string, string>>, renew: readonly string[]): readonly string[] {
    const before = this.state;
    const decision = this.try({ type: 'migrate', toDefinitionId, mapping, renew });
    if (!decision.ok) {
      demand(isDeepStrictEqual(before, this.state) ? [] : ['a refusal changed something']);
      return (decision.rejection.problems ?? []).map(({ code }) => code);
    }
    if (this.rested(before)) {
      demand([
        ...changedByMigration(before, this.state),
        ...(renew.length > 0
          ? []
          : firesAgain(
              before,
              this.state,
              (index) => this.graphAt(index),
              (id) => mapping[id] ?? id,
            )),
      ]);
    }
    return [];
  }

  /** Back to the state before; false: tokens had moved with the migration. */
  undo(before: InstanceState): boolean {
    const moved = !this.rested(before);
    const decision = this.try({ type: 'undo-migration', before });
    demand(decision.ok === moved ? [`undo ${decision.ok ? 'taken' : 'refused'} after a migration that ${moved ? 'moved' : 'rested'}`] : []);
    const bare = (state: InstanceState): InstanceState => ({ ...state, graphs: [] });
    demand(decision.ok && !isDeepStrictEqual(bare(this.state), bare(before)) ? [`undo gives ${JSON.stringify(this.state)}`] : []);
    return decision.ok;
  }

  checkHistory(): void {
    demand(replayDiffers(this.events, this.state, this.graphs()));
  }

  /** No element began or ended. */
  private rested(before: InstanceState): boolean {
    return (
      this.isActive() &&
      before.nextKey === this.state.nextKey &&
      isDeepStrictEqual(Object.keys(before.elements), Object.keys(this.state.elements))
    );
  }

  private step(command: Command): void {
    const decision = this.try(command);
    demand(decision.ok ? [] : [`${command.type} is rejected: ${decision.rejection.code} ${decision.rejection.detail}`]);
  }

  private try(command: Command): Decision {
    const first = this.versions.get('v1');
    if (first === undefined) {
      throw new Error('there is no first version');
    }
    const decision = decide(first, this.current, command, this.env(command));
    if (decision.ok) {
      const before = this.current;
      this.current = JSON.parse(JSON.stringify(decision.state)) as InstanceState;
      this.events.push(...decision.events);
      this.rows.follow(decision.effects);
      this.check(before, decision.events);
    }
    return decision;
  }

  private check(before: InstanceState | undefined, events: readonly EngineEvent[]): void {
    const graphAt = (index: number): ProcessGraph => this.graphAt(index);
    demand([
      ...lostTokens(this.events, this.state, graphAt),
      ...(before === undefined ? [] : earlyJoins(before, events, this.graphs())),
      ...miscounted(this.state),
      ...doubledWaits(this.state),
      ...this.rows.errors(this.state, graphAt),
    ]);
  }

  /** I7: what was completed once cannot be completed again. */
  private repeats(random: Random): void {
    const closed = this.rows.closedTasks();
    const taskId = closed.length > 0 && this.isActive() && random.chance(0.2) ? random.pick(closed) : undefined;
    const again = taskId === undefined ? undefined : this.try({ type: 'complete-task', taskId, variables: {} });
    demand(again?.ok === true ? [`I7: task ${taskId ?? ''} was completed twice`] : []);
  }

  private command(random: Random): Command | undefined {
    const { waits, incidents, elements } = this.state;
    const broken = Object.entries(incidents).filter(([, { cause }]) => cause !== 'error-uncaught');
    if (broken[0] !== undefined && random.chance(0.3)) {
      return { type: 'resolve-incident', incidentId: broken[0][0], variables: draw(random, 1) };
    }
    const all = Object.entries(waits);
    const work = all.filter(([, { kind }]) => kind === 'task' || kind === 'job');
    const drawn = work.length > 0 && random.chance(0.6) ? work : all;
    const adHoc = Object.values(elements).filter(({ key }) => isOpenAdHoc(this.state, key, (index) => this.graphAt(index)));
    if (adHoc[0] !== undefined && (drawn.length === 0 || random.chance(0.1))) {
      return { type: 'complete-ad-hoc', key: random.pick(adHoc).key };
    }
    if (drawn.length === 0) {
      return Object.keys(incidents).length > 0 ? { type: 'cancel', reason: 'stuck' } : undefined;
    }
    const [id, wait] = random.pick(drawn);
    const variables = draw(random, 0.4);
    switch (wait.kind) {
      case 'task':
        return { type: 'complete-task', taskId: id, variables };
      case 'job':
        return random.chance(0.2)
          ? { type: 'throw-job-error', jobId: id, errorCode: random.pick(['E1', 'E2']), message: 'no', variables }
          : { type: 'complete-job', jobId: id, variables };
      case 'timer':
        return { type: 'fire-timer', timerId: id };
      case 'subscription':
        return { type: 'correlate', subscriptionId: id, variables };
      case 'signal':
        return { type: 'signal', signal: wait.signal ?? 'another', variables: {} };
      case 'condition':
        return { type: 'set-variables', variables: draw(random, 1) };
    }
  }

  private env(command: Command): EngineEnv {
    const bound = [...(this.current?.graphs ?? ['v1'])];
    if (command.type === 'migrate' && !bound.includes(command.toDefinitionId)) {
      bound.push(command.toDefinitionId);
    }
    return {
      nowMs: 1_772_416_800_000,
      definitionId: 'v1',
      newId: () => `i${(this.ids += 1)}`,
      addWorkingDays: (fromMs) => fromMs,
      called: (processId, callerGraph) => {
        const definitionId = `${bound[callerGraph]?.split('#')[0] ?? ''}#${processId}`;
        const graph = this.versions.get(definitionId);
        if (graph !== undefined && !bound.includes(definitionId)) {
          bound.push(definitionId);
        }
        return graph === undefined ? undefined : { definitionId, graph };
      },
      graphOf: (definitionId) => this.versions.get(definitionId),
      inline: (jobType) => (jobType === 'inline' ? () => ({}) : undefined),
    };
  }

  private graphs(): ProcessGraph[] {
    return this.state.graphs.map((_, index) => this.graphAt(index));
  }

  private graphAt(index: number): ProcessGraph {
    const graph = this.versions.get(this.state.graphs[index] ?? '');
    if (graph === undefined) {
      throw new Error(`no graph ${index}`);
    }
    return graph;
  }
}

function draw(random: Random, share: number): Record<string, boolean> {
  return Object.fromEntries(VARIABLES.filter(() => random.chance(share)).map((name) => [name, random.chance(0.5)]));
}

function demand(violations: readonly string[]): void {
  if (violations.length > 0) {
    throw new Error(violations.join('\n'));
  }
}
