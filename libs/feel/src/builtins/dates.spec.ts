import { gives, staysNull, warns } from '../../test/feel';

describe('date', () => {
  gives({ t: '2026-02-28' }, [
    ['date("2012-12-24")', '2012-12-24'],
    ['date("-2017-12-31")', '-2017-12-31'],
    ['date("0001-01-01")', '0001-01-01'],
    ['date("999999999-12-31")', '999999999-12-31'],
    ['date(from: t)', '2026-02-28'],
    ['date(2017, 8, 30)', '2017-08-30'],
    ['date(year: 2017, month: 8, day: 30)', '2017-08-30'],
    ['date(-5, 1, 1)', '-0005-01-01'],
    ['date(@"2017-08-14T14:25:00+01:00")', '2017-08-14'],
    ['date(@"2017-08-14")', '2017-08-14'],
  ]);

  warns({}, [
    ['date("2012-02-30")', 'not a date: 2012-02-30'],
    ['date("2012-12-24T00:00:00")', 'not a date: 2012-12-24T00:00:00'],
    ['date("+2012-12-24")', 'not a date: +2012-12-24'],
    ['date("01211-12-31")', 'not a date: 01211-12-31'],
    ['date("998-12-31")', 'not a date: 998-12-31'],
    ['date("9999999999-12-25")', 'not a date: 9999999999-12-25'],
    ['date(2017, 13, 1)', 'not a date'],
    ['date(2017, 0, 1)', 'not a date'],
    ['date(2017, 1, 0)', 'not a date'],
    ['date(1000000000, 1, 1)', 'not a date'],
    ['date()', 'date: cannot take ()'],
    ['date(2017, 8)', 'date: cannot take (number, number)'],
  ]);

  staysNull({ none: null }, ['date(none)', 'date(2017, none, 8)', 'day of year(none)']);
});

describe('time', () => {
  gives({}, [
    ['time("10:30:00")', '10:30:00'],
    ['time("10:30:00.123456789+02:00")', '10:30:00.123456789+02:00'],
    ['time("00:01:00@Europe/Paris")', '00:01:00@Europe/Paris'],
    ['time("10:30:00Z")', '10:30:00Z'],
    ['time(@"10:30:00")', '10:30:00'],
    ['time(@"2017-08-10T10:20:00@Europe/Paris")', '10:20:00@Europe/Paris'],
    ['time(@"2017-08-10")', '00:00:00Z'],
    ['time(11, 59, 45)', '11:59:45'],
    ['time(11, 59, 45.5, null)', '11:59:45.5'],
    ['time(11, 59, 45, duration("PT2H45M55S"))', '11:59:45+02:45:55'],
    ['time(11, 59, 45, duration("-PT2H"))', '11:59:45-02:00'],
    ['time(11, 59, 45, @"PT0S")', '11:59:45Z'],
    ['time(hour: 1, minute: 2, second: 3)', '01:02:03'],
  ]);

  warns({}, [
    ['time("24:00:00")', 'not a time: 24:00:00'],
    ['time("23:60:00")', 'not a time: 23:60:00'],
    ['time("23:00:60")', 'not a time: 23:00:60'],
    ['time("7:00:00")', 'not a time: 7:00:00'],
    ['time("10:00:00+15:00")', 'not a time: 10:00:00+15:00'],
    ['time("10:00:00+02:60")', 'not a time: 10:00:00+02:60'],
    ['time("10:00:00+02:00:60")', 'not a time: 10:00:00+02:00:60'],
    ['time("10:00:00@Nowhere/Land")', 'not a time: 10:00:00@Nowhere/Land'],
    ['time("10:00:00@no land")', 'not a time: 10:00:00@no land'],
    ['time(24, 0, 0)', 'not a time'],
    ['time(-1, 0, 0)', 'not a time'],
    ['time(0, 0, 0, "x")', 'time: cannot take (number, number, number, string)'],
    ['time(0, 60, 0)', 'not a time'],
    ['time(0, -1, 0)', 'not a time'],
    ['time(0, 0, 60)', 'not a time'],
    ['time(0, 0, -1)', 'not a time'],
    ['time(0, 0, 0, @"PT15H")', 'not a time'],
    ['time(0, 0, 0, @"P1M")', 'not a time'],
  ]);
});

describe('date and time', () => {
  gives({}, [
    ['date and time("2012-12-24")', '2012-12-24T00:00:00'],
    ['date and time("2012-12-24T23:59:00.5-08:00")', '2012-12-24T23:59:00.5-08:00'],
    ['date and time("2016-12-31T24:00:00")', '2017-01-01T00:00:00'],
    ['date and time("-2017-12-31T11:22:33")', '-2017-12-31T11:22:33'],
    ['date and time("99999-12-31T11:22:33")', '99999-12-31T11:22:33'],
    ['date and time(@"2017-01-01", @"23:59:01@Europe/Paris")', '2017-01-01T23:59:01@Europe/Paris'],
    ['date and time(@"2017-01-01T10:00:00Z", @"23:59:01")', '2017-01-01T23:59:01'],
    ['date and time(@"2017-01-01")', '2017-01-01T00:00:00'],
    ['date and time(@"2017-01-01T10:00:00Z")', '2017-01-01T10:00:00Z'],
    ['date and time(date: @"2017-01-01", time: @"10:00:00")', '2017-01-01T10:00:00'],
  ]);

  warns({}, [
    ['date and time("2012-12-24T24:00:01")', 'not a date and time: 2012-12-24T24:00:01'],
    ['date and time("2012-13-24T10:00:00")', 'not a date and time: 2012-13-24T10:00:00'],
    ['date and time("2012-12-24 10:00:00")', 'not a date and time: 2012-12-24 10:00:00'],
    ['date and time("nonsense")', 'not a date and time: nonsense'],
  ]);
});

describe('durations', () => {
  gives({}, [
    ['duration("P1DT2H3M4.5S")', 'P1DT2H3M4.5S'],
    ['duration("-PT0.000000001S")', '-PT0.000000001S'],
    ['duration("PT0.S")', 'PT0S'],
    ['duration("PT90M")', 'PT1H30M'],
    ['duration("P14M")', 'P1Y2M'],
    ['duration("-P0M")', 'P0M'],
    ['duration("P999999999M")', 'P83333333Y3M'],
    ['duration("P99999999D")', 'P99999999D'],
    ['years and months duration(@"2016-09-30", @"2017-12-28")', 'P1Y2M'],
    ['years and months duration(@"2017-12-28", @"2016-09-30")', '-P1Y2M'],
    ['years and months duration(@"2017-12-28", @"2017-12-27")', 'P0M'],
    ['years and months duration(from: @"2017-12-31T12:59:59", to: @"2019-10-01T12:32:59")', 'P1Y9M'],
  ]);

  warns({}, [
    ['duration("P")', 'not a duration: P'],
    ['duration("P1DT")', 'not a duration: P1DT'],
    ['duration("P1Y1D")', 'not a duration: P1Y1D'],
    ['duration("1D")', 'not a duration: 1D'],
  ]);
});

describe('the calendar', () => {
  gives({}, [
    ['today()', '2026-10-05'],
    ['now()', '2026-10-05T23:30:00+07:00'],
    ['day of week(@"2019-09-17")', 'Tuesday'],
    ['day of week(@"2019-09-22T10:00:00Z")', 'Sunday'],
    ['day of year(@"2019-09-17")', 260],
    ['day of year(@"2020-12-31")', 366],
    ['month of year(@"2019-09-17")', 'September'],
    ['month of year(date: @"2019-12-17")', 'December'],
    ['week of year(@"2019-09-17")', 38],
    ['week of year(@"2003-12-29")', 1],
    ['week of year(@"2005-01-01")', 53],
    ['week of year(@"2005-01-10")', 2],
    ['last day of month(@"2028-02-01")', '2028-02-29'],
  ]);

  warns({}, [['day of year("2019-09-17")', 'day of year: cannot take (string)']]);
});
