import { element, extensions, groups, straight } from '../../test/diagram';
import { refusalsOf } from '../../test/verify';
import { knownWords } from './known-words';

const house = { roles: new Set(['chair', 'clerk']), paperKinds: new Set(['quyet-dinh', 'to-trinh']) };
const user = (role: string, ...more: readonly string[]): [string, string] => [
  'T',
  element('userTask', 'T', extensions('<zeebe:userTask/>', groups(role), ...more)),
];
const job = (kinds: string): [string, string] => [
  'J',
  element(
    'serviceTask',
    'J',
    extensions(
      '<zeebe:taskDefinition type="make-papers"/>',
      `<zeebe:taskHeaders><zeebe:header key="series" value="BB"/><zeebe:header key="kinds" value="${kinds}"/></zeebe:taskHeaders>`,
    ),
  ),
];
const strange = async (...steps: readonly [string, string][]): Promise<readonly unknown[]> =>
  (await refusalsOf(knownWords, straight(...steps), house)).map(({ detail }) => detail['value']);

describe('known-words', () => {
  it('accepts the words of the house', async () => {
    expect(await strange(user('chair', '<thidua:document kinds="quyet-dinh to-trinh"/>'), job('quyet-dinh'))).toEqual([]);
  });

  it('refuses a post nobody can hold and papers nobody can make', async () => {
    expect(await strange(user('chief', '<thidua:document kinds="quyet-dnh"/>'), job('to-trinh bao-cao'))).toEqual([
      'chief',
      'quyet-dnh',
      'bao-cao',
    ]);
  });

  it('takes every word where the house is not at hand', async () => {
    expect(await refusalsOf(knownWords, straight(user('chief'), job('x')))).toEqual([]);
  });
});
