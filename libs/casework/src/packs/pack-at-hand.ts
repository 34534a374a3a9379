import type { Pack } from '@thidua/awards';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

export interface PackAtHand {
  readonly pack: Pack;
  readonly hash: string;
}

/** A pack by its id, in its newest reading, as far as the province may use or see it. @throws Refused not-found */
export async function packAtHand({ law }: Pick<CaseworkDeps, 'law'>, provinceId: string, id: string): Promise<PackAtHand> {
  await law.refresh();
  const pack = law.effective(provinceId).find((one) => one.id === id);
  const hash = law.hashOf(id);
  if (pack === undefined || hash === undefined) {
    throw new Refused('not-found', { what: 'pack' });
  }
  return { pack, hash };
}

/** The pack a pack carries on or lies over; null when it stands by itself. */
export function baseOf({ law }: Pick<CaseworkDeps, 'law'>, pack: Pack): Pack | null {
  const hash = pack.basedOn === null ? undefined : law.hashOf(pack.basedOn);
  return hash === undefined ? null : (law.packs.get(hash) ?? null);
}
