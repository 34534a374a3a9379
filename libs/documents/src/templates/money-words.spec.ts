import { moneyWords } from './money-words';

describe('money in words', () => {
  it.each([
    [0, 'Không đồng'],
    [10_000, 'Mười nghìn đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [21_000, 'Hai mươi mốt nghìn đồng'],
    [105_000, 'Một trăm linh năm nghìn đồng'],
    [710_000, 'Bảy trăm mười nghìn đồng'],
    [1_060_000, 'Một triệu không trăm sáu mươi nghìn đồng'],
    [3_510_000, 'Ba triệu năm trăm mười nghìn đồng'],
    [45_540_001, 'Bốn mươi lăm triệu năm trăm bốn mươi nghìn không trăm linh một đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
  ])('%d is %s', (value, words) => {
    expect(moneyWords(value)).toBe(words);
  });
});
