import { verify } from '../../test/verify';
import { ioSets } from './io-sets';

describe('io-sets', () => {
  verify(ioSets, {
    folder: __dirname,
    valid: 'io-sets.valid.bpmn',
    invalid: 'io-sets.invalid.bpmn',
    refused: [
      'io-set-invalid Process_1',
      'io-set-invalid Process_1',
      'io-set-invalid Process_1',
      'io-set-invalid Process_1',
      'io-set-invalid Process_1',
      'io-set-invalid Process_1',
      'io-set-invalid Process_1',
      'io-set-invalid Shout',
    ],
  });
});
