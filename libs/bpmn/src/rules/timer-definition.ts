import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { definitionsOf, eachElement, written } from './model';

const DURATION = String.raw`P(?=[\dT])(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)`;
const DATE = String.raw`\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?`;
/** Five fields, minutes first, or six with seconds; the schedule itself is read when the diagram is compiled. */
const CRON = String.raw`(@(yearly|annually|monthly|weekly|daily|midnight|hourly)|[\d*/,\-]+(\s+[\w*/,\-?#]+){4,5})`;
const KINDS = [
  { name: 'timeDate', reason: 'date', shape: new RegExp(`^${DATE}$`) },
  { name: 'timeDuration', reason: 'duration', shape: new RegExp(`^${DURATION}$`) },
  { name: 'timeCycle', reason: 'cycle', shape: new RegExp(`^(R\\d*/(${DATE}/)?${DURATION}(/${DATE})?|R\\d*/${DATE}/${DATE}|${CRON})$`) },
] as const;

/** A timer has exactly one of date, duration and cycle, in ISO 8601 unless it is an expression. */
export const timerDefinition = eachElement('bpmn:Event', (event) =>
  definitionsOf(event)
    .filter((definition) => definition.$type === 'bpmn:TimerEventDefinition')
    .flatMap((definition) => checkTimer(event, definition)),
);

/** Whether a timer's text says of itself what it is, so that it needs no `xsi:type`. */
export function isTimerText(text: string): boolean {
  return KINDS.some(({ shape }) => shape.test(text.trim()));
}

function checkTimer(event: ModdleElement, definition: ModdleElement): readonly Refusal[] {
  const set = KINDS.filter(({ name }) => elementOf(definition, name) !== undefined);
  const [kind, ...more] = set;
  if (kind === undefined || more.length > 0) {
    const detail = { reason: kind === undefined ? 'empty' : 'several', found: set.map(({ name }) => name) };
    return [refuse('timer-invalid', { element: event, below: 'timerEventDefinition' }, detail)];
  }
  const value = written(elementOf(definition, kind.name), 'body');
  // An empty text is told by `formal-expressions`.
  if (value === '' || value.startsWith('=') || kind.shape.test(value)) {
    return [];
  }
  return [refuse('timer-invalid', { element: event, below: `timerEventDefinition/${kind.name}` }, { reason: kind.reason, value })];
}
