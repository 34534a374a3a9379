import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import { date, shippedPack, shippedYear } from '../../../../test/harness/shipped-law';
import { workingCalendar } from '../calendar/working-calendar';
import type { LimitRow } from '../pack/pack';
import { clockFacts, type ClockEvent } from './clock-facts';
import { deadline } from './deadline';

interface Case {
  readonly number: string;
  readonly row: string;
  readonly amount: LimitRow['amount'];
  readonly terms: readonly string[];
  readonly events: readonly (readonly [string, string])[];
  readonly expected: string;
  readonly spans: readonly (readonly [string, string])[];
  readonly why: string;
}

/** Rest days beside weekends, written out from law.md 14 once more: the shipped tables are not asked. */
const REST: Readonly<Record<number, string>> = {
  2025: '01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09',
  2026: '01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11',
  2027: '01/01 05/02 08/02 09/02 10/02 11/02 16/04 30/04 03/05 02/09 03/09 24/11',
  2028: '03/01 25/01 26/01 27/01 28/01 31/01 04/04 01/05 02/05 01/09 04/09 24/11',
  2029: '01/01 12/02 13/02 14/02 15/02 16/02 23/04 30/04 01/05 03/09 04/09 26/11',
  2030: '01/01 01/02 04/02 05/02 06/02 07/02 12/04 30/04 01/05 02/09 03/09 25/11',
  2031: '01/01 22/01 23/01 24/01 27/01 28/01 01/04 30/04 01/05 01/09 02/09 24/11',
};
const WORKED_SATURDAYS = ['2025-04-26', '2026-01-10', '2026-08-22'];
const DAY = 86_400_000;

const CASES = readFileSync(join(__dirname, 'limit-cases.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(read);
const calendar = workingCalendar([2025, 2026, 2027, 2028, 2029, 2030, 2031].map(shippedYear));
const pack = shippedPack('vn-2025-nd152');

describe('the table of hand-worked limits', () => {
  it('has two hundred of them, each with a number of its own', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CASES.map((one) => one.number)).size).toBe(CASES.length);
  });

  it.each(CASES)('$number counts the days it says: $why', ({ amount, spans, events, expected }) => {
    const counted = daysOf(spans, events);
    expect(expected === '-' ? 0 : amount.value).toBe(counted.length);
    if (amount.unit === 'working-day') {
      expect(counted.filter((ms) => !worked(ms))).toEqual([]);
    }
    expect(endOf(counted)).toBe(expected);
  });
});

describe('a limit', () => {
  it.each(CASES)('$number $row $terms of $events ends on $expected: $why', (one) => {
    const limit = limitOf(one);
    const facts = clockFacts(one.events.flatMap(eventOf));
    const eventAt = one.events.find(([kind]) => kind === 'E')?.[1];
    const asOf = date(one.events.at(-1)?.[1] ?? '');
    const answer = deadline(
      {
        pack: { ...pack, limits: [limit] },
        rowId: one.row,
        receivedAt: facts.receivedAt ?? asOf,
        completeAt: facts.completeAt,
        eventAt: eventAt === undefined ? null : date(eventAt),
        pauses: facts.pauses,
        asOf,
      },
      calendar,
    );
    expect(shown(answer.dueOn)).toBe(one.expected);
  });
});

function read(line: string): Case {
  const [number = '', row = '', amount = '', terms = '', events = '', expected = '', counted = '', why = ''] = line
    .split('|')
    .map((part) => part.trim());
  const [value, unit] = amount.split(' ');
  return {
    number,
    row,
    amount: { value: Number(value), unit: unit === 'wd' ? 'working-day' : 'day' },
    terms: terms.split(','),
    events: events.split(' ').map((event) => [event.slice(0, -10), event.slice(-10)] as const),
    expected,
    spans: counted === '' ? [] : counted.split(', ').map((span) => [span.slice(0, 5), span.slice(-5)] as const),
    why,
  };
}

/** The spans of days, in order from the first event on; a span over New Year goes on in the next year. */
function daysOf(spans: Case['spans'], events: Case['events']): readonly number[] {
  const days: number[] = [];
  let at = Date.parse(events[0]?.[1] ?? '');
  for (const [from, to] of spans) {
    const first = nextOn(from, at);
    const last = nextOn(to, first - DAY);
    for (let ms = first; ms <= last; ms += DAY) {
      days.push(ms);
    }
    at = last;
  }
  return days;
}

function nextOn(dayMonth: string, afterMs: number): number {
  let ms = afterMs + DAY;
  while (dayMonthOf(ms) !== dayMonth) {
    ms += DAY;
  }
  return ms;
}

function dayMonthOf(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}`;
}

function worked(ms: number): boolean {
  const day = new Date(ms);
  const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  const rest = (REST[day.getUTCFullYear()] ?? '').split(' ').includes(dayMonthOf(ms));
  return WORKED_SATURDAYS.includes(day.toISOString().slice(0, 10)) || (!weekend && !rest);
}

/** A period in calendar days whose last day is a day of rest ends on the next working day. */
function endOf(counted: readonly number[]): string {
  const last = counted.at(-1);
  if (last === undefined) {
    return '-';
  }
  let ms = last;
  while (!worked(ms)) {
    ms += DAY;
  }
  return new Date(ms).toISOString().slice(0, 10);
}

const KINDS: Readonly<Record<string, ClockEvent['kind']>> = {
  R: 'received',
  C: 'complete',
  'S+': 'supplement-asked',
  'S-': 'supplement-received',
  'O+': 'opinion-asked',
  'O-': 'opinion-received',
  'H+': 'held',
  'H-': 'released',
};

function eventOf([letter, day]: readonly [string, string]): readonly ClockEvent[] {
  const kind = KINDS[letter];
  return kind === undefined ? [] : [{ kind, on: date(day) }];
}

/** The row as the case states it: a pack may say any of these. */
function limitOf({ row, amount, terms }: Case): LimitRow {
  const [model] = pack.limits;
  if (model === undefined) {
    throw new Error('the pack has limits');
  }
  const startsAt = terms[0] === 'complete' || terms[0] === 'event' ? terms[0] : 'received';
  const onSupplement = terms.includes('restart') ? 'restart' : terms.includes('spause') ? 'pause' : 'none';
  const onOpinion = terms.includes('opause') ? 'pause' : 'none';
  const kind = row === 'T-01' ? 'at-least' : 'within';
  return { ...model, id: row, kind, amount, startsAt, onSupplement, onOpinion, effectiveFrom: date('2024-01-01'), effectiveTo: null };
}

function shown(day: LocalDate | null): string {
  return day === null ? '-' : formatLocalDate(day);
}
