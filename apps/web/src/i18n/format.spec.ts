import { describe, expect, it } from 'vitest';
import { dayText, instantText, moneyText, weekdayText } from './format';

describe('format', () => {
  it('shows the day of Vietnam, whatever zone an instant is written in', () => {
    expect(dayText('2026-03-01T18:30:00Z')).toBe('02/03/2026');
    expect(instantText('2026-03-02T02:00:00Z')).toBe('09:00 02/03/2026');
  });

  it('leaves a plain day alone', () => {
    expect(dayText('2026-03-12')).toBe('12/03/2026');
  });

  it.each([
    [710000, '710.000 đồng'],
    [3510000, '3.510.000 đồng'],
    [0, '0 đồng'],
  ])('writes %i as %s', (amount, text) => {
    expect(moneyText(amount)).toBe(text);
  });

  it('names the weekday', () => {
    expect(weekdayText('2026-03-02T09:00:00+07:00', 'vi')).toBe('Thứ Hai');
  });
});
