import { verify } from '../../test/verify';
import { gatewayDirection } from './gateway-direction';

describe('gateway-direction', () => {
  verify(gatewayDirection, {
    folder: __dirname,
    valid: 'gateway-direction.valid.bpmn',
    invalid: 'gateway-direction.invalid.bpmn',
    refused: ['gateway-direction-wrong Split', 'gateway-direction-wrong Join'],
  });
});
