import { verify } from '../../test/verify';
import { boundaryEvent } from './boundary-event';

describe('boundary-event', () => {
  verify(boundaryEvent, {
    folder: __dirname,
    valid: 'boundary-event.valid.bpmn',
    invalid: 'boundary-event.invalid.bpmn',
    refused: [
      'boundary-trigger-invalid Idle',
      'boundary-trigger-invalid Link',
      'boundary-trigger-invalid Soft',
      'boundary-trigger-invalid Cancel',
      'boundary-unattached Loose',
    ],
  });
});
