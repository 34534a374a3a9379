import { verify } from '../../test/verify';
import { gatewayWithoutChoice } from './gateway-without-choice';

describe('gateway-without-choice', () => {
  verify(gatewayWithoutChoice, {
    folder: __dirname,
    valid: 'gateway-without-choice.valid.bpmn',
    invalid: 'gateway-without-choice.invalid.bpmn',
    refused: ['gateway-without-choice Idle', 'gateway-without-choice Idle_Too'],
  });
});
