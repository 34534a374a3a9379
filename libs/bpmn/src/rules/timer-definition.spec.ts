import { verify } from '../../test/verify';
import { timerDefinition } from './timer-definition';

describe('timer-definition', () => {
  verify(timerDefinition, {
    folder: __dirname,
    valid: 'timer-definition.valid.bpmn',
    invalid: 'timer-definition.invalid.bpmn',
    refused: ['timer-invalid Date', 'timer-invalid Duration', 'timer-invalid Cycle', 'timer-invalid Nothing', 'timer-invalid Several'],
  });
});
