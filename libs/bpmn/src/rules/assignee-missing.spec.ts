import { verify } from '../../test/verify';
import { assigneeMissing } from './assignee-missing';

describe('assignee-missing', () => {
  verify(assigneeMissing, {
    folder: __dirname,
    valid: 'assignee-missing.valid.bpmn',
    invalid: 'assignee-missing.invalid.bpmn',
    refused: ['assignee-missing Nobody', 'assignee-missing Empty'],
  });
});
