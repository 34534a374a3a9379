import { formatLocalDate } from '@thidua/kernel';
import { readIcs, type IcsReading } from './read-ics';

const YEARS = [2025, 2026, 2027, 2028];

function file(...events: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

/** An event of these lines. */
function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
}

function reading(text: string): IcsReading {
  const read = readIcs(text, YEARS);
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
const days = (...events: readonly string[]): readonly string[] => reading(file(...events)).days.map((day) => formatLocalDate(day.date));
const refusal = (text: string): unknown => {
  const read = readIcs(text, YEARS);
  return read.ok ? read.value : read.error;
};
/** What is said of the one event of a file. */
const said = (...lines: readonly string[]): readonly [string, string][] =>
  reading(file(event(...lines))).problems.map(({ code, detail }) => [code, detail]);

describe('days off of an iCalendar file', () => {
  it('are every day of an event, the day after the last not among them', () => {
    const tet = event('SUMMARY:Tết Nguyên đán', 'DTSTART;VALUE=DATE:20260216', 'DTEND;VALUE=DATE:20260221');
    expect(days(tet)).toEqual(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']);
  });

  it('have the name of the event: unfolded, unescaped, in one spelling', () => {
    const folded = event('SUMMARY:Quốc kha\u0301nh\\, nghỉ\r\n  liền kề\\nhai ngày', 'DTSTART;VALUE=DATE:20260902');
    expect(reading(`\uFEFF${file(folded)}`).days).toMatchObject([{ name: 'Quốc khánh, nghỉ liền kề hai ngày', line: 3 }]);
  });

  it('are read with line ends of any system and with parameters in quotes', () => {
    const text = file(event('SUMMARY;LANGUAGE="vi:VN;x":Quốc khánh', 'DTSTART;X-A="a;b:c";VALUE=DATE:20260902'));
    expect(reading(text.replaceAll('\r\n', '\n')).days).toHaveLength(1);
    expect(reading(text.replaceAll('\r\n', '\r')).days).toMatchObject([{ name: 'Quốc khánh' }]);
  });

  it.each([
    ['UTC', 'DTSTART:20260430T170000Z', 'DTEND:20260501T170000Z'],
    ['Vietnam', 'DTSTART;TZID=Asia/Ho_Chi_Minh:20260501T000000', 'DTEND;TZID=Asia/Ho_Chi_Minh:20260502T000000'],
    ['a zone behind a path', 'DTSTART;TZID=/x.org/Asia/Saigon:20260501T000000', 'DURATION:P1D'],
    ['Outlook', 'DTSTART;TZID="SE Asia Standard Time":20260501T000000', 'DURATION:PT24H'],
    ['no zone', 'DTSTART:20260501T000000', 'DTEND:20260502T000000'],
  ])('are days of Vietnam when written as hours in %s', (_, ...lines) => {
    expect(days(event('SUMMARY:Quốc tế lao động', ...lines))).toEqual(['2026-05-01']);
  });

  it('come again every year within the years that are known, without those taken out', () => {
    const yearly = event(
      'SUMMARY:Quốc khánh',
      'DTSTART;VALUE=DATE:20200902',
      'RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2',
      'EXDATE;VALUE=DATE:20270902',
    );
    expect(days(yearly)).toEqual(['2025-09-02', '2026-09-02', '2028-09-02']);
    expect(days(event('SUMMARY:Ngày nhuận', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;UNTIL=20290301'))).toEqual(['2028-02-29']);
    expect(days(event('SUMMARY:Tập huấn', 'DTSTART;VALUE=DATE:20260601', 'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3'))).toEqual([
      '2026-06-01',
      '2026-06-03',
      '2026-06-05',
    ]);
  });

  it('end with the moment of UNTIL in Vietnam', () => {
    const until = event('SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=DAILY;UNTIL=20260501T170000Z');
    expect(days(until)).toEqual(['2026-05-01', '2026-05-02']);
  });

  it('are worked where the name of a day of rest says so, swapped where it says so, and nothing on other days of rest', () => {
    const read = reading(
      file(
        event('SUMMARY:Đi làm bù', 'DTSTART;VALUE=DATE:20260822'),
        event('SUMMARY:Nghỉ hoán đổi', 'DTSTART;VALUE=DATE:20260831'),
        event('SUMMARY:Quốc khánh', 'DTSTART;VALUE=DATE:20260902'),
        event('SUMMARY:Hội chợ', 'DTSTART;VALUE=DATE:20260905'),
      ),
    );
    expect(read.days.map((day) => day.kind)).toEqual(['working-day', 'swap-day', 'holiday', null]);
  });

  it('leave alarms alone', () => {
    const alarm = 'BEGIN:VALARM\r\nSUMMARY:Chuông\r\nDTSTART:20260101T000000\r\nEND:VALARM';
    expect(reading(file(event('SUMMARY:Quốc khánh', 'DTSTART;VALUE=DATE:20260902', alarm))).days).toMatchObject([{ name: 'Quốc khánh' }]);
  });

  it.each([
    ['a day that is none', ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260230'], 'date-wrong', '20260230'],
    ['no day at all', ['SUMMARY:Nghỉ'], 'date-wrong', ''],
    ['a zone nobody knows', ['SUMMARY:Nghỉ', 'DTSTART;TZID=Mars/Base:20260501T000000'], 'zone-unknown', 'Mars/Base'],
    ['an hour', ['SUMMARY:Họp giao ban', 'DTSTART:20260501T080000', 'DTEND:20260501T093000'], 'timed', ''],
    ['a day of London', ['SUMMARY:Nghỉ', 'DTSTART:20260501T000000Z', 'DTEND:20260502T000000Z'], 'timed', ''],
    ['no name', ['DTSTART;VALUE=DATE:20260501'], 'name-missing', '2026-05-01'],
    ['an end before its begin', ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260502', 'DTEND;VALUE=DATE:20260501'], 'ends-before', ''],
    ['a whole season', ['SUMMARY:Nghỉ hè', 'DTSTART;VALUE=DATE:20260601', 'DTEND;VALUE=DATE:20260901'], 'too-long', '92'],
    [
      'a week day',
      ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=WEEKLY;BYDAY=SA'],
      'recurrence-not-read',
      'FREQ=WEEKLY;BYDAY=SA',
    ],
    [
      'another day of the year',
      ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;BYMONTH=6'],
      'recurrence-not-read',
      'FREQ=YEARLY;BYMONTH=6',
    ],
    ['no end', ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=DAILY'], 'recurrence-not-read', 'FREQ=DAILY'],
    ['a call-off', ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED'], 'cancelled', ''],
    ['a year without a table', ['SUMMARY:Nghỉ', 'DTSTART;VALUE=DATE:20400501'], 'year-unknown', '2040-05-01'],
  ])('name an event that has %s', (_, lines, code, detail) => {
    expect(said(...lines)).toEqual([[code, detail]]);
    expect(reading(file(event(...lines))).days).toEqual([]);
  });

  it('count a day once, and say when two names fight for it', () => {
    const day = 'DTSTART;VALUE=DATE:20260902';
    expect(reading(file(event('SUMMARY:Quốc khánh', day), event('SUMMARY:Quốc khánh', day))).problems).toEqual([]);
    expect(reading(file(event('SUMMARY:Quốc khánh', day), event('SUMMARY:Lễ khác', day)))).toMatchObject({
      days: [{ name: 'Quốc khánh' }],
      problems: [{ code: 'day-twice', name: 'Lễ khác', line: 8 }],
    });
  });

  it.each([
    ['a page of the web', '<!doctype html><html></html>', { code: 'not-a-calendar' }],
    ['nothing', '', { code: 'not-a-calendar' }],
    ['a card', 'BEGIN:VCARD\nEND:VCARD', { code: 'not-a-calendar' }],
    ['no event', file('BEGIN:VTIMEZONE', 'END:VTIMEZONE'), { code: 'empty' }],
    ['half a download', file(event('SUMMARY:Nghỉ')).slice(0, 60), { code: 'broken', line: 5 }],
    ['ends that cross', file('BEGIN:VEVENT', 'BEGIN:VALARM', 'END:VEVENT'), { code: 'broken', line: 5 }],
    ['thousands of events', file(...Array.from({ length: 2001 }, () => event('SUMMARY:Nghỉ'))), { code: 'too-many', events: 2001 }],
  ])('are not looked for in %s', (_, text, error) => {
    expect(refusal(text)).toEqual(error);
  });
});
