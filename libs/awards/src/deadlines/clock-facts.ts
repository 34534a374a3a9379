import type { LocalDate } from '@thidua/kernel';
import type { Pause } from './deadline';

/** One thing that befell a clock, on a day of the calendar at +07:00. */
export interface ClockEvent {
  readonly kind:
    'received' | 'complete' | 'supplement-asked' | 'supplement-received' | 'opinion-asked' | 'opinion-received' | 'held' | 'released';
  readonly on: LocalDate;
}

export interface ClockFacts {
  readonly receivedAt: LocalDate | null;
  /** First day on which the file was found complete. */
  readonly completeAt: LocalDate | null;
  readonly pauses: readonly Pause[];
}

const ENDS = { 'supplement-received': 'supplement', 'opinion-received': 'opinion', released: 'hold' } as const;
const BEGINS = { 'supplement-asked': 'supplement', 'opinion-asked': 'opinion', held: 'hold' } as const;

/**
 * What a clock needs to know of the events, given in order of time. A wait ends with the answer to it: of several opinions asked at once the
 * wait lasts until as many answers are in. Being found complete ends a wait for a supplement too.
 */
export function clockFacts(events: readonly ClockEvent[]): ClockFacts {
  const first = (kind: ClockEvent['kind']): LocalDate | null => events.find((event) => event.kind === kind)?.on ?? null;
  return {
    receivedAt: first('received'),
    completeAt: first('complete'),
    pauses: (['supplement', 'opinion', 'hold'] as const).flatMap((kind) => waits(events, kind)),
  };
}

function waits(events: readonly ClockEvent[], kind: Pause['kind']): readonly Pause[] {
  const pauses: Pause[] = [];
  let open = 0;
  let from: LocalDate | null = null;
  for (const event of events) {
    if (isIn(BEGINS, event.kind) && BEGINS[event.kind] === kind) {
      from = open === 0 ? event.on : from;
      open += 1;
    } else if (open > 0 && endsWait(event.kind, kind)) {
      open = event.kind === 'complete' ? 0 : open - 1;
      if (open === 0 && from !== null) {
        pauses.push({ kind, from, to: event.on });
      }
    }
  }
  return open > 0 && from !== null ? [...pauses, { kind, from, to: null }] : pauses;
}

function endsWait(event: ClockEvent['kind'], kind: Pause['kind']): boolean {
  return (event === 'complete' && kind === 'supplement') || (isIn(ENDS, event) && ENDS[event] === kind);
}

function isIn<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return key in table;
}
