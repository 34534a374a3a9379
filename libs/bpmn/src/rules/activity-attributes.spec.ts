import { verify } from '../../test/verify';
import { activityAttributes } from './activity-attributes';

describe('activity-attributes', () => {
  verify(activityAttributes, {
    folder: __dirname,
    valid: 'activity-attributes.valid.bpmn',
    invalid: 'activity-attributes.invalid.bpmn',
    refused: ['quantity-invalid Work', 'quantity-invalid Work', 'resource-role-invalid Work', 'resource-role-invalid Work'],
  });
});
