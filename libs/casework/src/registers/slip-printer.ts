import type { Actor, HeldPosition } from '@thidua/access';
import type { DossierRecord } from '@thidua/store';

/** Who of a dossier's parties may print how it went from hand to hand: the bodies that work on it; its own where its head decides. */
export function slipPrinter(actor: Actor, dossier: DossierRecord): HeldPosition | undefined {
  return actor.positions.find((held) => dossier.route === 'own' || held.orgId !== dossier.orgId);
}
