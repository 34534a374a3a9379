import { verify } from '../../test/verify';
import { operationData } from './operation-data';

describe('operation-data', () => {
  verify(operationData, {
    folder: __dirname,
    valid: 'operation-data.valid.bpmn',
    invalid: 'operation-data.invalid.bpmn',
    refused: [
      'operation-data-invalid Service',
      'operation-data-invalid Service',
      'operation-data-invalid Service',
      'operation-data-invalid Service',
      'operation-data-invalid Send',
      'operation-data-invalid Send',
      'operation-data-invalid Send',
      'operation-data-invalid Receive',
      'operation-data-invalid Receive',
      'operation-data-invalid Receive',
    ],
  });
});
