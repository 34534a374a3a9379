import { element, extensions, straight, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { latestOnLegalPath } from './latest-on-legal-path';

describe('latest-on-legal-path', () => {
  verify(latestOnLegalPath, {
    folder: __dirname,
    valid: 'latest-on-legal-path.valid.bpmn',
    invalid: 'latest-on-legal-path.invalid.bpmn',
    refused: ['latest-on-legal-path Call'],
  });

  const call = (binding: string): [string, string] => [
    'C',
    element('callActivity', 'C', extensions(`<zeebe:calledElement processId="x" ${binding}/>`)),
  ];
  const signs: [string, string] = ['T', user('T', '<thidua:authority level="XA" role="chair" power="submit"/>')];

  it('accepts what is pinned by deployment, and anything on a path without authority', async () => {
    expect(await refusalsOf(latestOnLegalPath, straight(signs, call('bindingType="deployment"')))).toEqual([]);
    expect(await refusalsOf(latestOnLegalPath, straight(call('')))).toEqual([]);
  });

  it('takes a call that says nothing for the latest', async () => {
    const refusals = await refusalsOf(latestOnLegalPath, straight(signs, ['C', element('callActivity', 'C')]));
    expect(refusals.map(({ elementId }) => elementId)).toEqual(['C']);
  });
});
