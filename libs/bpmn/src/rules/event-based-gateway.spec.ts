import { verify } from '../../test/verify';
import { eventBasedGateway } from './event-based-gateway';

describe('event-based-gateway', () => {
  verify(eventBasedGateway, {
    folder: __dirname,
    valid: 'event-based-gateway.valid.bpmn',
    invalid: 'event-based-gateway.invalid.bpmn',
    refused: [
      'start-has-incoming Wait',
      'event-gateway-invalid Flow_Wait_Mail',
      'event-gateway-invalid Work',
      'event-gateway-invalid Wait',
      'event-gateway-invalid Receive',
      'event-gateway-invalid Mail',
      'event-gateway-invalid Single',
    ],
  });
});
