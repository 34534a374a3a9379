import { lawFit, type ChainLink, type LawFit, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { DossierOccasion } from '@thidua/store';
import type { MovementStanding } from '../deps';
import { Refused } from '../refused';

/** Under which movement of its chain a nomination is made, with what the law says of every award there. */
export interface ChainAsk {
  readonly standing: MovementStanding;
  readonly link: ChainLink;
  /** Asked once per award: a list may name hundreds of people for one. */
  readonly fit: (award: string, occasion: DossierOccasion) => LawFit;
}

/** @throws Refused award-not-on-menu when the chain has no such movement */
export function chainAsk(
  standing: MovementStanding,
  underId: string | undefined,
  { pack, day }: { readonly pack: Pack; readonly day: LocalDate },
): ChainAsk {
  const { links } = standing;
  const link = underId === undefined ? links[0] : links.find((one) => one.id === underId);
  if (link === undefined) {
    const details = { movementId: underId ?? '', reason: 'movement-unknown', ruleId: '', citation: '', listed: links.map((one) => one.id) };
    throw new Refused('award-not-on-menu', details);
  }
  const known = new Map<string, LawFit>();
  return {
    standing,
    link,
    fit: (award, occasion) => {
      const key = `${award} ${occasion}`;
      const fit = known.get(key) ?? bestFit(pack, { award, occasion, link, day });
      known.set(key, fit);
      return fit;
    },
  };
}

interface FitAsked {
  readonly award: string;
  readonly occasion: DossierOccasion;
  readonly link: ChainLink;
  readonly day: LocalDate;
}

/** A list without an occasion is judged by the occasion that leaves most open. */
function bestFit(pack: Pack, { award, occasion, link, day: date }: FitAsked): LawFit {
  if (occasion !== 'unspecified') {
    return lawFit(pack, { award, occasion, link, date });
  }
  const yearly = lawFit(pack, { award, occasion: 'annual', link, date });
  return yearly.fits ? yearly : lawFit(pack, { award, occasion: 'final', link, date });
}
