import { verify } from '../../test/verify';
import { unreachable } from './unreachable';

describe('unreachable', () => {
  verify(unreachable, {
    folder: __dirname,
    valid: 'unreachable.valid.bpmn',
    invalid: 'unreachable.invalid.bpmn',
    refused: ['element-unreachable Island_A', 'element-unreachable Island_B'],
  });
});
