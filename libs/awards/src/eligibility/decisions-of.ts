import { compileDecisions, type DecisionSet } from '@thidua/feel';
import { DomainError } from '@thidua/kernel';
import type { Pack } from '../pack/pack';

/** The decisions of a pack do not read; refused when the pack is loaded, so nobody should see it later. */
export class EligibilityUnreadable extends DomainError {
  readonly code = 'eligibility-unreadable';

  constructor(packId: string, problems: readonly string[]) {
    super(`the eligibility decisions of ${packId} do not read: ${problems.join('; ')}`, { packId, problems });
  }
}

// Compiled once per text: packs are immutable, and a text is its own key.
const compiled = new Map<string, DecisionSet>();

/** The decisions of a pack's eligibility.dmn; undefined when it has none. @throws EligibilityUnreadable */
export function decisionsOf(pack: Pick<Pack, 'id' | 'eligibilityDmn'>): DecisionSet | undefined {
  const { id, eligibilityDmn } = pack;
  if (eligibilityDmn === '') {
    return undefined;
  }
  const known = compiled.get(eligibilityDmn);
  if (known !== undefined) {
    return known;
  }
  const read = compileDecisions(eligibilityDmn);
  if (!read.ok) {
    throw new EligibilityUnreadable(
      id,
      read.error.map(({ elementId, message }) => `${elementId ?? ''} ${message}`),
    );
  }
  compiled.set(eligibilityDmn, read.value);
  return read.value;
}
