import { step, straight, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { numberingPath } from './numbering-path';

describe('numbering-path', () => {
  verify(numberingPath, {
    folder: __dirname,
    valid: 'numbering-path.valid.bpmn',
    invalid: 'numbering-path.invalid.bpmn',
    refused: ['numbering-before-signature Number'],
  });

  it.each([
    ['decision', 0],
    ['sign', 0],
    ['appraisal', 1],
    ['council', 1],
    ['launch', 1],
  ])('after the step %s alone', async (kind, refused) => {
    const xml = straight(['Before', user('Before', step(kind))], ['Number', user('Number', step('numbering'))]);
    expect(await refusalsOf(numberingPath, xml)).toHaveLength(refused);
  });
});
