import { afterFiring, firstFiring, parseCycle } from './cycle';
import { nextSlot, parseCron, slotsBetween, type Cron } from './cron';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const shown = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19);

function read(text: string): Cron {
  const cron = parseCron(text);
  if ('problem' in cron) {
    throw new Error(cron.problem);
  }
  return cron;
}

/** The next slots of an expression after an instant in Vietnam. */
function slots(text: string, after: string, count: number): string[] {
  const cron = read(text);
  const found: string[] = [];
  for (let ms = at(after); found.length < count;) {
    ms = nextSlot(cron, ms);
    found.push(shown(ms));
  }
  return found;
}

describe('a cron expression', () => {
  it.each([
    ['0 0 8 * * MON-FRI', '2026-03-06T08:00:00', ['2026-03-09T08:00:00', '2026-03-10T08:00:00']],
    ['0 8 * * 1-5', '2026-03-06T08:00:00', ['2026-03-09T08:00:00', '2026-03-10T08:00:00']],
    [
      '*/20 59 23 * * *',
      '2026-03-02T23:58:00',
      ['2026-03-02T23:59:00', '2026-03-02T23:59:20', '2026-03-02T23:59:40', '2026-03-03T23:59:00'],
    ],
    ['0 5/15 * * * ?', '2026-03-02T09:21:00', ['2026-03-02T09:35:00', '2026-03-02T09:50:00', '2026-03-02T10:05:00']],
    ['0 10-30/10,45 9 * * *', '2026-03-02T09:10:00', ['2026-03-02T09:20:00', '2026-03-02T09:30:00', '2026-03-02T09:45:00']],
    ['0 0 0 1 jan,JUL ?', '2026-03-02T00:00:00', ['2026-07-01T00:00:00', '2027-01-01T00:00:00']],
    ['0 0 17 L * *', '2026-01-31T17:00:00', ['2026-02-28T17:00:00', '2026-03-31T17:00:00']],
    ['0 0 17 L-1 2 *', '2026-01-31T17:00:00', ['2026-02-27T17:00:00', '2027-02-27T17:00:00', '2028-02-28T17:00:00']],
    ['0 0 9 ? * MON#2', '2026-03-02T09:00:00', ['2026-03-09T09:00:00', '2026-04-13T09:00:00']],
    ['0 0 9 ? * 5L', '2026-03-02T09:00:00', ['2026-03-27T09:00:00', '2026-04-24T09:00:00']],
    ['0 0 9 ? * FRI-SUN', '2026-03-05T09:00:00', ['2026-03-06T09:00:00', '2026-03-07T09:00:00', '2026-03-08T09:00:00']],
    ['0 0 9 ? * 7-1', '2026-03-06T09:00:00', ['2026-03-08T09:00:00', '2026-03-09T09:00:00', '2026-03-15T09:00:00']],
    ['0 0 9 ? * 7', '2026-03-02T09:00:00', ['2026-03-08T09:00:00', '2026-03-15T09:00:00']],
    ['0 0 9 ? * 7/3', '2026-03-06T09:00:00', ['2026-03-07T09:00:00', '2026-03-08T09:00:00', '2026-03-11T09:00:00']],
    ['0 0 9 1 * MON', '2026-03-02T09:00:00', ['2026-06-01T09:00:00', '2027-02-01T09:00:00']],
    ['0 0 0 29 2 MON', '2026-03-02T09:00:00', ['2044-02-29T00:00:00']],
    ['@daily', '2026-12-31T00:00:00', ['2027-01-01T00:00:00']],
    ['@weekly', '2026-03-02T00:00:00', ['2026-03-08T00:00:00']],
    ['@monthly', '2026-03-02T00:00:00', ['2026-04-01T00:00:00']],
    ['@yearly', '2026-03-02T00:00:00', ['2027-01-01T00:00:00']],
    ['@hourly', '2026-03-02T09:00:00', ['2026-03-02T10:00:00']],
  ])('%s after %s', (text, after, expected) => {
    expect(slots(text, after, expected.length)).toEqual(expected);
  });

  it('counts in Vietnam’s days: 00:30 in Hà Nội is the evening before in Greenwich', () => {
    expect(new Date(nextSlot(read('0 30 0 2 3 *'), Date.UTC(2026, 2, 1))).toISOString()).toBe('2026-03-01T17:30:00.000Z');
  });

  it('takes a slot of this very second for passed, also by a few milliseconds', () => {
    expect(nextSlot(read('* * * * * *'), at('2026-03-02T09:00:00') + 999)).toBe(at('2026-03-02T09:00:01'));
  });

  it.each([
    ['0 0 8 * *  * 2026', 'six (seconds first), not 7'],
    ['8 * * *', 'not 4'],
    ['60 0 8 * * *', "'60' is no second (0-59)"],
    ['0 60 8 * * *', "'60' is no minute (0-59)"],
    ['0 0 24 * * *', "'24' is no hour (0-23)"],
    ['0 0 8 0 * *', "'0' is no day of month (1-31)"],
    ['0 0 8 32 * *', "'32' is no day of month (1-31)"],
    ['0 0 8 * 13 *', "'13' is no month (1-12 or a name)"],
    ['0 0 8 * MARCH *', "'MARCH' is no month"],
    ['0 0 8 * * 8', "'8' is no day of week (0-7 or a name)"],
    ['0 0 8 * * XYZL', "'XYZ' is no day of week"],
    ['0 0 8 15W * *', "'15W' is no day of month"],
    ['0 0 18-8 * * *', "'18-8' (hour) goes backwards"],
    ['0 0 8-a * * *', "'a' is no hour"],
    ['0 0/0 8 * * *', "'0/0' is no minute, or its step"],
    ['0 0/x 8 * * *', "'0/x' is no minute, or its step"],
    ['0 0/1/2 8 * * *', "'0/1/2' is no minute"],
    ['0 , 8 * * *', "'' is no minute"],
    ['0 0 8 30 2 *', "no day ever is '30 2 *'"],
    ['0 0 8 * * -', "'-' is no day of week"],
  ])('refuses %s', (text, problem) => {
    expect(parseCron(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});

describe('slots between two instants', () => {
  it('are those that stepping meets', () => {
    const cron = read('15,45 */7 8-17 * * MON-FRI');
    const from = at('2026-03-02T09:00:15');
    for (const until of [
      '2026-03-02T09:00:15',
      '2026-03-02T09:00:45',
      '2026-03-02T16:59:59',
      '2026-03-03T00:00:00',
      '2026-03-11T12:03:20',
    ]) {
      let met = 0;
      for (let ms = nextSlot(cron, from); ms <= at(until); ms = nextSlot(cron, ms)) {
        met += 1;
      }
      expect([until, slotsBetween(cron, from, at(until))]).toEqual([until, met]);
    }
  });

  it('of ten years, second by second, are counted without stepping', () => {
    expect(slotsBetween(read('* * * * * *'), at('2016-03-02T00:00:00'), at('2026-03-02T00:00:00'))).toBe(3652 * 86_400);
  });
});

describe('a cron cycle', () => {
  const text = '0 0 8 * * MON-FRI';

  it('is read where a cycle may stand, without end', () => {
    expect(parseCycle(text)).toEqual({ cycle: { remaining: -1, everyMs: 0, cron: text } });
    expect(parseCycle('0 61 8 * * *')).toBeUndefined();
  });

  it('fires first at its next slot', () => {
    expect(firstFiring(text, at('2026-03-06T09:00:00'))?.dueMs).toBe(at('2026-03-09T08:00:00'));
  });

  it('goes on from its slot, and skips and counts those that passed', () => {
    const cycle = { remaining: -1, everyMs: 0, cron: text };
    const due = at('2026-03-02T08:00:00');
    expect(afterFiring(due, cycle, due + 5)).toEqual({ skipped: 0, next: { dueMs: at('2026-03-03T08:00:00'), cycle } });
    expect(afterFiring(due, cycle, at('2026-03-09T08:00:00'))).toEqual({
      skipped: 5,
      next: { dueMs: at('2026-03-10T08:00:00'), cycle },
    });
  });

  it('fired before it is due does not fire for the same slot again', () => {
    const cycle = { remaining: -1, everyMs: 0, cron: text };
    const due = at('2026-03-03T08:00:00');
    expect(afterFiring(due, cycle, at('2026-03-02T09:00:00'))).toEqual({ skipped: 0, next: { dueMs: at('2026-03-04T08:00:00'), cycle } });
  });

  it('that cannot be read any more is a bug', () => {
    expect(() => afterFiring(0, { remaining: -1, everyMs: 0, cron: 'x' }, 0)).toThrow('cannot be read');
  });
});

describe('a repeating interval', () => {
  it('fires first at its start, else one period from now', () => {
    const start = '2026-01-01T08:00:00';
    expect(firstFiring(`R2/${start}+07:00/PT10S`, at('2026-03-02T09:00:00'))).toEqual({
      dueMs: at(start),
      cycle: { remaining: 2, everyMs: 10_000 },
    });
    expect(firstFiring('R2/PT10S', 100)?.dueMs).toBe(10_100);
    expect(firstFiring('PT10S', 100)).toBeUndefined();
  });
});
