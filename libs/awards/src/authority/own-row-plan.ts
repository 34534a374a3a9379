import type { OwnRowPolicy } from '../pack/pack';

export interface OwnRowFacts {
  /** The head who would sign stands on the list himself. */
  readonly signerIsNominee: boolean;
  /** A deputy who may sign KT. and does not stand on the list is there. */
  readonly deputyFree: boolean;
}

export interface OwnRowPlan {
  /** split-own-row: the head's row gets a decision of its own, the others are signed as usual. */
  readonly plan: 'head-signs' | 'deputy-signs' | 'split-own-row';
  readonly signs: 'head' | 'KT';
  readonly ruleId: 'H-01';
  /** The audit carries a warning. */
  readonly warning: boolean;
}

/** What to do with the decision that carries the signer's own row (decision 27, pack row H-01). */
export function ownRowPlan(facts: OwnRowFacts, policy: OwnRowPolicy = 'deputy-signs'): OwnRowPlan {
  if (!facts.signerIsNominee) {
    return { plan: 'head-signs', signs: 'head', ruleId: 'H-01', warning: false };
  }
  if (facts.deputyFree && policy === 'deputy-signs') {
    return { plan: 'deputy-signs', signs: 'KT', ruleId: 'H-01', warning: false };
  }
  return { plan: 'split-own-row', signs: 'head', ruleId: 'H-01', warning: true };
}
