import { verify } from '../../test/verify';
import { referenceKinds } from './reference-kinds';

describe('reference-kinds', () => {
  verify(referenceKinds, {
    folder: __dirname,
    valid: 'reference-kinds.valid.bpmn',
    invalid: 'reference-kinds.invalid.bpmn',
    refused: [
      'reference-wrong-kind Message_Flow',
      'reference-wrong-kind Message_Flow',
      'reference-wrong-kind Message_1',
      'reference-wrong-kind Choice',
      'reference-wrong-kind Borrow',
      'reference-wrong-kind Listen',
    ],
  });
});
