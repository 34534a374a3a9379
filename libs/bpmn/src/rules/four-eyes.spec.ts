import { verify } from '../../test/verify';
import { fourEyes } from './four-eyes';

describe('four-eyes', () => {
  verify(fourEyes, {
    folder: __dirname,
    valid: 'four-eyes.valid.bpmn',
    invalid: 'four-eyes.invalid.bpmn',
    refused: ['reference-missing Check', 'reference-missing Check'],
  });
});
