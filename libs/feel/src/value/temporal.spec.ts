import { gives, warns } from '../../test/feel';

describe('dates and durations that are added', () => {
  gives({}, [
    ['@"2026-01-31" + @"P1M"', '2026-02-28'],
    ['@"P1M" + @"2026-01-31"', '2026-02-28'],
    ['@"2026-03-31" - @"P13M"', '2025-02-28'],
    ['@"2026-01-01" + @"PT36H"', '2026-01-02'],
    ['@"2026-01-01" - @"PT1S"', '2025-12-31'],
    ['@"0000-01-01" - @"P1D"', '-0001-12-31'],
    ['@"-2021-01-01T10:10:10+11:00" - @"P1M"', '-2022-12-01T10:10:10+11:00'],
    ['@"2021-01-01T24:00:00" + @"PT1S"', '2021-01-02T00:00:01'],
    ['@"2021-01-01T00:00:00" - @"PT0.000000001S"', '2020-12-31T23:59:59.999999999'],
    ['@"2021-01-31T10:00:00Z" + @"P1M"', '2021-02-28T10:00:00Z'],
    ['@"23:30:00" + @"PT1H"', '00:30:00'],
    ['@"00:30:00@Europe/Paris" - @"PT1H"', '23:30:00@Europe/Paris'],
    ['@"P1D" + @"PT12H"', 'P1DT12H'],
    ['@"P1Y" - @"P1M"', 'P11M'],
    ['@"P1Y" + @"P1M"', 'P1Y1M'],
    ['@"P1D" * 1.5', 'P1DT12H'],
    ['2 * @"P1Y"', 'P2Y'],
    ['@"P1Y" / 7', 'P1M'],
    ['@"P1D" / 3', 'PT8H'],
    ['@"P1D" / @"PT8H"', 3],
    ['@"P1Y" / @"P5M"', 2.4],
    ['-@"P1D"', '-P1D'],
    ['@"P1M" * -14', '-P1Y2M'],
    ['@"P1Y" * 0', 'P0M'],
  ]);

  warns({}, [
    ['@"999999999-12-31" + @"P1D"', 'cannot compute date + days and time duration'],
    ['@"999999999-12-31" + @"P1M"', 'cannot compute date + years and months duration'],
    ['@"999999999-12-31T23:59:59@Europe/Paris" + @"P1D"', 'cannot compute date and time + days and time duration'],
    ['@"10:00:00" + @"P1M"', 'cannot compute time + years and months duration'],
    ['@"P1D" + @"P1M"', 'cannot compute days and time duration + years and months duration'],
    ['@"P1D" - @"2020-01-01"', 'cannot compute days and time duration - date'],
    ['@"P1D" * @"P1D"', 'cannot compute days and time duration * days and time duration'],
    ['@"P1D" / @"P1M"', 'cannot compute days and time duration / years and months duration'],
    ['@"P1D" / 0', 'division by zero'],
    ['1 - @"P1D"', 'cannot compute number - days and time duration'],
    ['@"P1Y" * 1e300', 'a number is too large'],
    ['1e300 * @"P1D"', 'a number is too large'],
    ['@"P9999999999D" + @"P9999999999D"', 'cannot compute days and time duration + days and time duration'],
    ['@"P1D" / @"PT0S"', 'division by zero'],
    ['2 / @"P1D"', 'cannot compute number / days and time duration'],
    ['@"P1D" + 1', 'cannot compute days and time duration + number'],
    ['"a" + @"P1D"', 'cannot compute string + days and time duration'],
    ['@"2020-01-01" + @"2020-01-01"', 'cannot compute date + date'],
  ]);
});

describe('dates that are subtracted', () => {
  gives({}, [
    ['@"2026-10-05" - @"2026-09-02"', 'P33D'],
    ['@"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01T10:10:10@Asia/Dhaka"', 'P1DT5H'],
    ['@"2021-01-02T10:10:10" - @"2021-01-01T11:10:10"', 'PT23H'],
    ['@"2021-01-02T10:10:10+01:00" - @"2021-01-01"', 'P1DT9H10M10S'],
    ['@"2021-01-02" - @"2021-01-02T00:00:00Z"', 'PT0S'],
    ['@"10:10:10" - @"11:10:10"', '-PT1H'],
    ['@"10:00:00Z" - @"10:00:00+02:00"', 'PT2H'],
    ['@"999999999-12-31" - @"-999999999-01-01"', 'P730484999633D'],
  ]);

  warns({}, [
    ['@"2021-01-02T10:10:10+02:00" - @"2021-01-01T10:10:10"', 'cannot compute date and time - date and time'],
    ['@"2021-01-02" - @"2021-01-01T10:10:10"', 'cannot compute date - date and time'],
    ['@"10:00:00" - @"10:00:00Z"', 'cannot compute time - time'],
    ['@"10:00:00" - @"2020-01-01"', 'cannot compute time - date'],
    ['@"2020-01-01" - @"10:00:00"', 'cannot compute date - time'],
    ['@"2020-01-01" - 1', 'cannot compute date - number'],
    ['1 - @"2020-01-01"', 'cannot compute number - date'],
  ]);
});

describe('regions of the calendar', () => {
  gives({}, [
    ['@"2021-01-01T10:00:00@Europe/Paris".time offset', 'PT1H'],
    ['@"2021-07-01T10:00:00@Europe/Paris".time offset', 'PT2H'],
    ['@"2021-07-01T10:00:00@Europe/Paris".timezone', 'Europe/Paris'],
    ['@"1890-01-01T10:00:00@Europe/Paris".time offset', 'PT9M21S'],
    ['@"2021-01-01T10:00:00@America/New_York".time offset', '-PT5H'],
    ['@"2021-01-01T10:00:00@Etc/UTC".time offset', 'PT0S'],
    ['@"10:00:00@Australia/Melbourne".time offset', 'PT10H'],
    ['@"999999999-01-01T00:00:00@Asia/Ho_Chi_Minh".time offset', 'PT7H'],
    ['@"10:00:00+07:00".timezone', null],
    ['@"10:00:00".timezone', null],
    ['@"10:00:00".time offset', null],
    ['@"2021-07-01T10:00:00@Asia/Ho_Chi_Minh" = @"2021-07-01T03:00:00Z"', true],
    ['@"2017-03-26T01:59:59@Europe/Paris" + @"PT1S"', '2017-03-26T03:00:00@Europe/Paris'],
    ['@"2017-03-26T02:30:00@Europe/Paris" + @"PT1H"', '2017-03-26T04:30:00@Europe/Paris'],
    ['@"2017-03-26T03:30:00@Europe/Paris" - @"PT1H"', '2017-03-26T01:30:00@Europe/Paris'],
    ['@"2017-10-29T02:30:00@Europe/Paris" + @"PT1H"', '2017-10-29T02:30:00@Europe/Paris'],
    ['@"2017-10-29T01:30:00@Europe/Paris" + @"PT3H"', '2017-10-29T03:30:00@Europe/Paris'],
    ['@"2017-03-25T12:00:00@Europe/Paris" + @"P1M"', '2017-04-25T12:00:00@Europe/Paris'],
  ]);
});

describe('entries of dates, times and durations', () => {
  gives({}, [
    ['@"2018-10-11".year', 2018],
    ['@"2018-10-11".month', 10],
    ['@"2018-10-11".day', 11],
    ['@"2018-10-11".weekday', 4],
    ['@"2018-10-11T10:20:30".weekday', 4],
    ['@"2018-10-11T10:20:30.25Z".second', 30.25],
    ['@"10:20:30".hour', 10],
    ['@"10:20:30".minute', 20],
    ['@"10:20:30.000000001".second = 30.000000001', true],
    ['@"P1DT2H3M4.5S".days', 1],
    ['@"P1DT2H3M4.5S".hours', 2],
    ['@"P1DT2H3M4.5S".minutes', 3],
    ['@"P1DT2H3M4.5S".seconds', 4.5],
    ['@"-P1DT2H".hours', -2],
    ['@"P1Y2M".years', 1],
    ['@"P1Y2M".months', 2],
    ['@"-P1Y".months', 0],
    ['[1..3).start', 1],
    ['[1..3).end', 3],
    ['[1..3).start included', true],
    ['[1..3).end included', false],
    ['(> 5).end', null],
    ['(< 5).start', null],
  ]);

  warns({}, [
    ['@"2018-10-11".hour', 'unknown entry: hour of date'],
    ['@"10:20:30".year', 'unknown entry: year of time'],
    ['@"P1D".years', 'unknown entry: years of days and time duration'],
    ['@"P1Y".days', 'unknown entry: days of years and months duration'],
    ['[1..3].x', 'unknown entry: x of range'],
    ['abs.x', 'unknown entry: x of function'],
    ['"a".x', 'unknown entry: x of string'],
  ]);
});
