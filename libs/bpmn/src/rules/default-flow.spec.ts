import { verify } from '../../test/verify';
import { defaultFlow } from './default-flow';

describe('default-flow', () => {
  verify(defaultFlow, {
    folder: __dirname,
    valid: 'default-flow.valid.bpmn',
    invalid: 'default-flow.invalid.bpmn',
    refused: ['default-flow-invalid Choice', 'default-flow-invalid Work', 'default-flow-invalid Foreign'],
  });
});
