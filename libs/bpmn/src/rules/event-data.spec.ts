import { verify } from '../../test/verify';
import { eventData } from './event-data';

describe('event-data', () => {
  verify(eventData, {
    folder: __dirname,
    valid: 'event-data.valid.bpmn',
    invalid: 'event-data.invalid.bpmn',
    refused: ['event-data-invalid Start', 'event-data-invalid End'],
  });
});
