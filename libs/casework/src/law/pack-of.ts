import { packInForce, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { CaseworkDeps, LawBook } from '../deps';
import { Refused } from '../refused';

export interface PinnedPack {
  readonly hash: string;
  readonly pack: Pack;
}

/** The pack that a dossier received in the province on the day is pinned to. @throws Refused no-pack-in-force */
export function packOn(law: LawBook, day: LocalDate, provinceId: string): PinnedPack {
  const found = packInForce(law.effective(provinceId), day, provinceId);
  if (!found.ok) {
    throw new Refused('no-pack-in-force', {
      date: found.error.date,
      placeholderId: found.error.placeholderId,
      message: found.error.message,
    });
  }
  return { pack: found.value, hash: law.hashOf(found.value.id) ?? '' };
}

/** The law of a day for screens that show more without it: undefined when no pack covers the day. */
export function packIfAny(law: LawBook, day: LocalDate, provinceId: string): PinnedPack | undefined {
  const found = packInForce(law.effective(provinceId), day, provinceId);
  return found.ok ? { pack: found.value, hash: law.hashOf(found.value.id) ?? '' } : undefined;
}

/**
 * A pack by the hash something was pinned to, read anew when it was loaded after our last look. With a province, as that province may
 * read it: for screens and papers.
 */
export async function packByHash({ law }: Pick<CaseworkDeps, 'law'>, hash: string, provinceId?: string): Promise<Pack> {
  if (!law.packs.has(hash)) {
    await law.refresh();
  }
  const pack = provinceId === undefined ? law.packs.get(hash) : law.reading(provinceId, hash);
  if (pack === undefined) {
    throw new Error(`pack ${hash} is not loaded`);
  }
  return pack;
}
