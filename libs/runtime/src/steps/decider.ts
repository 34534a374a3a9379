import { decide, type Decision, type EngineEnv, type InlineHandler, type InstanceState } from '@thidua/engine';
import type { Command } from '@thidua/engine';
import type { Clock } from '../clock/clock';
import { newId } from '../clock/new-id';
import type { GraphCache } from '../graphs/graph-cache';

/** Working days and statutory limits, which live in rooms the runtime may not enter: handed in by whoever starts the process. */
export interface WorkingCalendar {
  /** By the table of a place where one is given: provinces and offices may have days of their own. */
  addWorkingDays(fromMs: number, days: number, place?: CalendarPlace): number;
  /** Limit in working days of a pack's row; `fallback` when the pack leaves it open or the instance has no pack. */
  limitOf?(packHash: string | undefined, row: string, fallback: number): number;
}

export interface CalendarPlace {
  readonly provinceId?: string;
  readonly orgId?: string;
}

interface Decided extends CalendarPlace {
  readonly definitionId: string;
  readonly packHash?: string;
}

export interface DeciderDeps {
  readonly clock: Clock;
  readonly graphs: GraphCache;
  readonly calendar: WorkingCalendar;
  readonly inline: Readonly<Record<string, InlineHandler>>;
}

/** Calls the core with its graph and env; the graphs were made ready before. */
export class Decider {
  constructor(private readonly deps: DeciderDeps) {}

  decide(subject: Decided, state: InstanceState | undefined, command: Command): Decision {
    const { graphs, clock } = this.deps;
    const bound = state?.graphs ?? [subject.definitionId];
    const graph = graphs.graph(bound[0] ?? subject.definitionId);
    if (graph === undefined) {
      throw new Error(`graph ${subject.definitionId} was not prepared`);
    }
    return decide(graph, state, command, this.env(subject, boundIn(bound, command), clock.nowMs()));
  }

  private env(subject: Decided, bound: readonly string[], nowMs: number): EngineEnv {
    const { graphs, calendar, inline, clock } = this.deps;
    // Graphs bound within this very step are not in the state yet.
    const binding = [...bound];
    return {
      nowMs,
      definitionId: subject.definitionId,
      newId: () => newId(clock),
      addWorkingDays: (fromMs, days) => calendar.addWorkingDays(fromMs, days, subject),
      limitOf: (row, fallback) => calendar.limitOf?.(subject.packHash, row, fallback) ?? fallback,
      called: (_processId, callerGraph, elementId) => {
        const found = graphs.called(binding[callerGraph] ?? '', elementId);
        if (found !== undefined && !binding.includes(found.definitionId)) {
          binding.push(found.definitionId);
        }
        return found;
      },
      graphOf: (definitionId) => graphs.graph(definitionId),
      inline: (jobType) => inline[jobType],
    };
  }
}

/** With the version a migration is about to bind. */
function boundIn(bound: readonly string[], command: Command): readonly string[] {
  return command.type === 'migrate' && !bound.includes(command.toDefinitionId) ? [...bound, command.toDefinitionId] : bound;
}
