import { verify } from '../../test/verify';
import { multiInstanceData } from './multi-instance-data';

describe('multi-instance-data', () => {
  verify(multiInstanceData, {
    folder: __dirname,
    valid: 'multi-instance-data.valid.bpmn',
    invalid: 'multi-instance-data.invalid.bpmn',
    refused: ['collection-missing Unknown', 'loop-data-invalid Foreign', 'loop-data-invalid Unlike', 'loop-data-invalid Unlike'],
  });
});
