import { verify } from '../../test/verify';
import { formalExpressions } from './formal-expressions';

describe('formal-expressions', () => {
  verify(formalExpressions, {
    folder: __dirname,
    valid: 'formal-expressions.valid.bpmn',
    invalid: 'formal-expressions.invalid.bpmn',
    refused: [
      'expression-not-formal Talk',
      'expression-empty Empty',
      'uri-invalid Foreign',
      'condition-not-boolean Work',
      'condition-not-boolean Typed',
      'condition-not-boolean Free',
      'condition-not-boolean Complex',
    ],
  });
});
