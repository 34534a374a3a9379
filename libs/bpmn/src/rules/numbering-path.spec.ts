import { verify } from '../../test/verify';
import { numberingPath } from './numbering-path';

describe('numbering-path', () => {
  verify(numberingPath, {
    folder: __dirname,
    valid: 'numbering-path.valid.bpmn',
    invalid: 'numbering-path.invalid.bpmn',
    refused: ['numbering-before-signature Number'],
  });
});
