import type { TimerDefinition } from '@thidua/bpmn';
import type { TimerCycle } from '../state';
import { firstFiring } from './cycle';
import { addDuration, parseDuration } from './duration';
import { parseInstant } from './instant';

/** When a timer read at `nowMs` is due first, and what is left of its cycle, this firing counted. */
export interface Due {
  readonly dueMs: number;
  readonly cycle?: TimerCycle;
}

/** Reads the text of a timer definition; undefined when it is no date, duration or cycle. A date that has passed is due at once. */
export function dueOf(kind: TimerDefinition['kind'], text: string, nowMs: number): Due | undefined {
  switch (kind) {
    case 'date': {
      const dueMs = parseInstant(text);
      return dueMs === undefined ? undefined : { dueMs };
    }
    case 'duration': {
      const duration = parseDuration(text);
      return duration === undefined ? undefined : { dueMs: addDuration(nowMs, duration) };
    }
    case 'cycle':
      return firstFiring(text, nowMs);
  }
}
