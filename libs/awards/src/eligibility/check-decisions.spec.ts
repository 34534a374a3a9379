import { packWithDecisions, withCriteria } from '../../test/eligibility-facts';
import { checkDecisions } from './check-decisions';

const pack = packWithDecisions();

describe('the decisions of a pack', () => {
  it('are all there in a shipped pack', () => {
    expect(checkDecisions(pack)).toEqual([]);
  });

  it('are missed by the criterion that names them', () => {
    expect(checkDecisions(withCriteria(pack, [{ id: 'E-99' }]))).toEqual([
      { code: 'reference-unknown', rowId: 'E-99', path: 'criteria/E-99', message: "eligibility.dmn holds no decision 'E-99'" },
    ]);
  });

  it('are refused with every fault when they do not read', () => {
    const broken = { ...pack, eligibilityDmn: pack.eligibilityDmn.replace('function(y)', 'function(y) +*') };
    expect(checkDecisions(broken)).toMatchObject([{ code: 'value-invalid', path: 'eligibility.dmn' }]);
  });

  it('are not asked of a pack without any', () => {
    expect(checkDecisions({ ...pack, eligibilityDmn: '' })).toEqual([]);
  });
});
