import { verify } from '../../test/verify';
import { dataElements } from './data-elements';

describe('data-elements', () => {
  verify(dataElements, {
    folder: __dirname,
    valid: 'data-elements.valid.bpmn',
    invalid: 'data-elements.invalid.bpmn',
    refused: [
      'collection-flag-differs Object_1',
      'collection-flag-differs Work',
      'collection-flag-differs Work',
      'data-state-name File',
      'data-association-invalid Work',
      'data-association-invalid Work',
      'data-association-invalid Work',
      'data-association-invalid Work',
      'subprocess-has-data Sub',
    ],
  });
});
