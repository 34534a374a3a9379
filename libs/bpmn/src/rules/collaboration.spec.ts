import { verify } from '../../test/verify';
import { collaboration } from './collaboration';

describe('collaboration', () => {
  verify(collaboration, {
    folder: __dirname,
    valid: 'collaboration.valid.bpmn',
    invalid: 'collaboration.invalid.bpmn',
    refused: [
      'multiplicity-invalid Pool_1',
      'multiplicity-invalid Pool_1',
      'collaboration-invalid Collaboration_1',
      'collaboration-invalid Talk',
      'collaboration-invalid Talk',
      'collaboration-invalid Talk',
      'process-public Process_1',
    ],
  });
});
