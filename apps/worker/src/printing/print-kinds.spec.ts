import { PRINT_GATES } from '@thidua/casework';
import { PRINT_KINDS } from './print-kinds';

describe('prints on request', () => {
  it('have a gate for every maker, and a maker behind every gate', () => {
    expect(Object.keys(PRINT_KINDS).toSorted()).toEqual(Object.keys(PRINT_GATES).toSorted());
  });
});
