import { verify } from '../../test/verify';
import { textFormats } from './text-formats';

describe('text-formats', () => {
  verify(textFormats, {
    folder: __dirname,
    valid: 'text-formats.valid.bpmn',
    invalid: 'text-formats.invalid.bpmn',
    refused: [
      'text-format-invalid Work',
      'text-format-invalid Note',
      'script-format-invalid Script',
      'script-format-invalid Plain',
      'uri-invalid Sub',
    ],
  });
});
