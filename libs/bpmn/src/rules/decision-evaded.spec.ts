import { element, extensions, groups, step, straight, user } from '../../test/diagram';
import { refusalsOf, wordOf } from '../../test/verify';
import { decisionEvaded } from './decision-evaded';

const POWER = '<thidua:authority level="XA" role="chair" power="decide"/>';
const paper = (kinds: string): string => `<thidua:document kinds="${kinds}"/>`;
const decide: [string, string] = ['D', user('D', step('decision'), POWER)];
const number = (kinds: string): [string, string] => [
  'N',
  element('userTask', 'N', extensions('<zeebe:userTask/>', groups('records-clerk'), step('numbering'), paper(kinds))),
];
const issue: [string, string] = [
  'I',
  element('serviceTask', 'I', extensions('<zeebe:taskDefinition type="issue-papers"/>', paper('quyet-dinh giay-khen'))),
];
const codes = async (...steps: readonly [string, string][]): Promise<readonly string[]> =>
  (await refusalsOf(decisionEvaded, straight(...steps))).map((refusal) => `${refusal.elementId ?? ''} ${wordOf(refusal, 'reason')}`);

describe('decision-evaded', () => {
  it('accepts a decision that is numbered and issued after it was made', async () => {
    expect(await codes(decide, number('quyet-dinh'), issue)).toEqual([]);
  });

  it('refuses the power to decide on a step that is none', async () => {
    expect(await codes(['D', user('D', step('sign'), POWER)])).toEqual(['D other-step']);
    expect(await codes(['D', user('D', POWER)])).toEqual(['D other-step']);
  });

  it('refuses a decision numbered or issued that nobody made', async () => {
    expect(await codes(['D', user('D', step('sign'))], number('quyet-dinh'), issue)).toEqual([
      'N paper-without-decision',
      'I paper-without-decision',
    ]);
  });

  it('leaves other papers alone', async () => {
    expect(await codes(number('to-trinh'))).toEqual([]);
  });
});
