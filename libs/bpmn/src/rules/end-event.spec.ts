import { verify } from '../../test/verify';
import { endEvent } from './end-event';

describe('end-event', () => {
  verify(endEvent, {
    folder: __dirname,
    valid: 'end-event.valid.bpmn',
    invalid: 'end-event.invalid.bpmn',
    refused: [
      'end-trigger-invalid Waiting',
      'cancel-outside-transaction Outside',
      'cancel-boundary-missing Uncaught',
      'end-missing Endless',
    ],
  });
});
