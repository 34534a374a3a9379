import { verify } from '../../test/verify';
import { intermediateEvent } from './intermediate-event';

describe('intermediate-event', () => {
  verify(intermediateEvent, {
    folder: __dirname,
    valid: 'intermediate-event.valid.bpmn',
    invalid: 'intermediate-event.invalid.bpmn',
    refused: ['catch-trigger-invalid Idle', 'catch-trigger-invalid Undo', 'catch-trigger-invalid Fail', 'throw-trigger-invalid Later'],
  });
});
