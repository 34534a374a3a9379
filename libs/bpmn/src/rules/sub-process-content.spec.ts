import { verify } from '../../test/verify';
import { subProcessContent } from './sub-process-content';

describe('sub-process-content', () => {
  verify(subProcessContent, {
    folder: __dirname,
    valid: 'sub-process-content.valid.bpmn',
    invalid: 'sub-process-content.invalid.bpmn',
    refused: [
      'choreography-in-process Dance_Free',
      'choreography-in-process Dance',
      'choreography-in-process Dance_Sub',
      'ad-hoc-invalid Free',
      'ad-hoc-invalid Free_Start',
      'ad-hoc-invalid Free_End',
    ],
  });
});
