import { verify } from '../../test/verify';
import { callActivityData } from './call-activity-data';

describe('call-activity-data', () => {
  verify(callActivityData, {
    folder: __dirname,
    valid: 'call-activity-data.valid.bpmn',
    invalid: 'call-activity-data.invalid.bpmn',
    refused: ['called-process-start-missing Call', 'call-data-differs Call', 'io-binding-invalid Called'],
  });
});
