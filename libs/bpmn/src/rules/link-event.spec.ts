import { verify } from '../../test/verify';
import { linkEvent } from './link-event';

describe('link-event', () => {
  verify(linkEvent, {
    folder: __dirname,
    valid: 'link-event.valid.bpmn',
    invalid: 'link-event.invalid.bpmn',
    refused: ['link-invalid Twice', 'link-invalid Nowhere', 'link-invalid Misnamed', 'link-invalid D', 'link-invalid Out'],
  });
});
