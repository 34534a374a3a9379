import { verify } from '../../test/verify';
import { compensation } from './compensation';

describe('compensation', () => {
  verify(compensation, {
    folder: __dirname,
    valid: 'compensation.valid.bpmn',
    invalid: 'compensation.invalid.bpmn',
    refused: ['compensation-handler-unmarked Withdraw', 'compensation-handler-missing Alone'],
  });
});
