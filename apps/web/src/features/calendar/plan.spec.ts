import { describe, expect, it } from 'vitest';
import { calendarText, marksOf, planBody, withItems, type PlanItem } from './plan';

const day = (date: string, change: Partial<Extract<PlanItem, { type: 'day' }>> = {}): PlanItem => ({
  ...({ type: 'day', key: date, date, kind: 'closure', name: 'Nghỉ', citation: 'CV 1' } as const),
  ...{ closesAt: null, org: null },
  ...change,
});
const pair: PlanItem = { type: 'pair', key: 'p', off: '2026-06-01', worked: '2026-06-06', name: 'Hoán đổi', citation: 'CV 2' };

describe('a drafted change of the calendar', () => {
  it('goes to the server without what it does not say', () => {
    const half = day('2026-06-02', { kind: 'half-day', closesAt: 11 });
    const office = day('2026-06-03', { org: { id: 'o', name: 'UBND xã' } });
    expect(planBody([half, office, pair])).toEqual({
      days: [
        { date: '2026-06-02', kind: 'half-day', name: 'Nghỉ', citation: 'CV 1', closesAt: 11 },
        { date: '2026-06-03', kind: 'closure', name: 'Nghỉ', citation: 'CV 1', orgId: 'o' },
      ],
      pairs: [{ off: '2026-06-01', worked: '2026-06-06', name: 'Hoán đổi', citation: 'CV 2' }],
    });
  });

  it('says a day of a place once, the last word counts, in the order of the days', () => {
    const items = withItems([day('2026-06-05'), day('2026-06-02')], [day('2026-06-05', { name: 'Khác' }), pair]);
    expect(items.map((item) => item.name)).toEqual(['Hoán đổi', 'Nghỉ', 'Khác']);
    expect(withItems([day('2026-06-05')], [day('2026-06-05', { org: { id: 'o', name: 'X' } })])).toHaveLength(2);
  });

  it('marks both halves of a swap on the calendar', () => {
    const marks = marksOf({ years: [], local: [], notices: [], mayEdit: true }, [pair]);
    expect([...marks].map(([date, list]) => [date, list[0]?.kind])).toEqual([
      ['2026-06-01', 'swap-day'],
      ['2026-06-06', 'working-day'],
    ]);
  });
});

describe('the text of a calendar file', () => {
  const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];

  it('is read when a line is folded in the middle of a letter', () => {
    const [first = 0, ...rest] = bytes('ố');
    const folded = [...bytes('Qu'), first, 13, 10, 32, ...rest, ...bytes('c khánh\r\n')];
    expect(calendarText(new Uint8Array(folded))).toBe('Quốc khánh\r\n');
  });

  it('keeps its lines when it needs no joining', () => {
    expect(calendarText(new Uint8Array(bytes('A:1\r\n 2')))).toBe('A:1\r\n 2');
  });

  it('is none of a file that is no text', () => {
    expect(calendarText(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBeUndefined();
  });
});
