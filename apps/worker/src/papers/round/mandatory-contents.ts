import { rowsOn, type Pack } from '@thidua/awards';
import type { MandatoryContent } from '@thidua/documents';
import type { LocalDate } from '@thidua/kernel';

/** What the pack has a paper of this kind for these awards hold on the day (its `papers` rows with `needs`; law.md 7.4). */
export function mandatoryContents(
  pack: Pack,
  { kind, awards, today }: { readonly kind: string; readonly awards: readonly string[]; readonly today: LocalDate },
): readonly MandatoryContent[] {
  return rowsOn(pack.papers, today)
    .filter((row) => row.kind === kind && row.awards.some((award) => awards.includes(award)))
    .flatMap(({ needs, citation }) => needs.map((need) => ({ need, citation })));
}
