import { verify } from '../../test/verify';
import { eventDefinitions } from './event-definitions';

describe('event-definitions', () => {
  verify(eventDefinitions, {
    folder: __dirname,
    valid: 'event-definitions.valid.bpmn',
    invalid: 'event-definitions.invalid.bpmn',
    refused: [
      'event-condition-missing Ready',
      'escalation-code-missing Report',
      'event-definition-borrowed Listen',
      'message-missing Mail',
    ],
  });
});
