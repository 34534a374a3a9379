import { straight, user } from '../../test/diagram';
import { refusalsOf, wordOf } from '../../test/verify';
import { lawfulLimits } from './lawful-limits';

const limits = [
  { id: 'T-16', workingDays: 20, citation: 'Quyết định số 638/QĐ-BNV' },
  { id: 'T-30', citation: 'theo ngày cố định' },
];
const found = async (attributes: string): Promise<readonly string[]> =>
  (await refusalsOf(lawfulLimits, straight(['T', user('T', `<thidua:deadline ${attributes}/>`)]), { limits })).map((refusal) =>
    `${refusal.code} ${refusal.severity} ${wordOf(refusal, 'reason')}`.trim(),
  );

describe('lawful-limits', () => {
  it.each([
    ['workingDays="8"', []],
    ['workingDays="20" row="T-16"', []],
    ['workingDays="8" within="T-16"', []],
    ['workingDays="20" within="T-16"', []],
    ['workingDays="90" within="T-30"', []],
    ['workingDays="90" row="T-30"', []],
    ['workingDays="8" row="T-16"', ['own-days-idle warning']],
    ['workingDays="21" within="T-16"', ['limit-unlawful error longer-than-law']],
    ['workingDays="20" row="T-61"', ['limit-unlawful error row-unknown']],
    ['workingDays="20" within="T-61"', ['limit-unlawful error row-unknown']],
  ])('of %s', async (attributes, expected) => {
    expect(await found(attributes)).toEqual(expected);
  });

  it('asks nothing where the law is not at hand', async () => {
    expect(await refusalsOf(lawfulLimits, straight(['T', user('T', '<thidua:deadline workingDays="8" row="T-61"/>')]))).toEqual([]);
  });
});
