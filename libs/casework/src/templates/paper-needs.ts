import { rowsOn, type Pack } from '@thidua/awards';
import { compareDates, dayOf, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { CaseworkDeps, PaperNeed } from '../deps';
import { packIfAny } from '../law/pack-of';

/** What a pack has papers of a kind hold on a day (its `papers` rows with `needs`; law.md 7.4): for these awards, or for any. */
export function paperNeeds(
  pack: Pack,
  { kind, awards, day }: { readonly kind: string; readonly awards: readonly string[] | null; readonly day: LocalDate },
): readonly PaperNeed[] {
  return rowsOn(pack.papers, day)
    .filter((row) => row.kind === kind && (awards === null || row.awards.some((award) => awards.includes(award))))
    .flatMap(({ needs, citation }) => needs.map((need) => ({ need, citation })));
}

/** The same for a province's template: of the pack it is written for, or of the one in force, on the first day it can be used. */
export function templateNeeds(
  { law, clock }: Pick<CaseworkDeps, 'law' | 'clock'>,
  provinceId: string,
  { kind, packId, validFrom }: { readonly kind: string; readonly packId: string | null; readonly validFrom: string },
): readonly PaperNeed[] {
  const today = dayOf(clock.nowMs());
  const from = parseLocalDate(validFrom) ?? today;
  const day = compareDates(from, today) > 0 ? from : today;
  const pack = packId === null ? packIfAny(law, day, provinceId)?.pack : law.effective(provinceId).find((one) => one.id === packId);
  return pack === undefined ? [] : paperNeeds(pack, { kind, awards: null, day });
}
