import { err, ok, type Result } from '@thidua/kernel';
import type { Pack, PackRow } from './pack';

/** The pack with an overlay's rows switched off; its id says so, because it is other law. */
export function withOverlay(pack: Pack, overlayId: string): Result<Pack, { readonly code: 'overlay-unknown'; readonly overlayId: string }> {
  const overlay = pack.overlays.find((candidate) => candidate.id === overlayId);
  if (overlay === undefined) {
    return err({ code: 'overlay-unknown', overlayId });
  }
  const on = <R extends PackRow>(rows: readonly R[]): readonly R[] => rows.filter((row) => !overlay.off.includes(row.id));
  return ok({
    ...pack,
    id: `${pack.id}+${overlay.id}`,
    authorities: on(pack.authorities),
    ballots: on(pack.ballots),
    councils: on(pack.councils),
    limits: on(pack.limits),
    rules: on(pack.rules),
  });
}
