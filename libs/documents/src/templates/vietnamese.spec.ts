import { dateShort, dateWords, digits, money, padNumber, percentText, topic, upperCase } from './vietnamese';

describe('words of an official paper', () => {
  it.each([
    ['2026-03-02', 'ngày 02 tháng 3 năm 2026'],
    ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
    ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
    ['2026-11-21', 'ngày 21 tháng 11 năm 2026'],
    ['2026-10-01', 'ngày 01 tháng 10 năm 2026'],
  ])('writes %s with zeros before days below 10 and months 1 and 2 only', (date, words) => {
    expect(dateWords(date)).toBe(words);
  });

  it('leaves the date of a draft to be filled in', () => {
    expect([dateWords(null), dateShort(null)]).toEqual(['ngày … tháng … năm …', '…/…/…']);
  });

  it('refuses a day that is not in the calendar', () => {
    expect(() => dateWords('2026-02-30')).toThrow('not a YYYY-MM-DD date');
  });

  it('writes a short date with the same zeros', () => {
    expect(dateShort('2026-06-02')).toBe('02/6/2026');
  });

  it('groups money by points', () => {
    expect([digits(702), digits(1404000), money(3510000)]).toEqual(['702', '1.404.000', '3.510.000 đồng']);
  });

  it('pads only numbers of one digit', () => {
    expect(['5', '57', '05a', '0'].map(padNumber)).toEqual(['05', '57', '05a', '00']);
  });

  it('never rounds a share up over a threshold', () => {
    expect([percentText(8, 9), percentText(2699, 3000), percentText(9, 9), percentText(9, 10)]).toEqual(['88,9%', '89,9%', '100%', '90%']);
  });

  it('makes capitals of composed and decomposed Vietnamese letters alike', () => {
    expect(upperCase('Ưu, ẵ, ợ, ữ, đ')).toBe('ƯU, Ẵ, Ợ, Ữ, Đ');
    expect(upperCase('Ủy ban'.normalize('NFD'))).toBe('ỦY BAN');
  });

  it('turns the abstract of a submission into the title of its list', () => {
    expect(topic('Về việc đề nghị tặng Bằng khen')).toBe('Đề nghị tặng Bằng khen');
  });
});
