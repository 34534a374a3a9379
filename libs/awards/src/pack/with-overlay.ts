import { err, ok, type Result } from '@thidua/kernel';
import type { Pack, PackRow } from './pack';

/** The pack with an overlay's rows switched off; its id says so, because it is other law. */
export function withOverlay(pack: Pack, overlayId: string): Result<Pack, { readonly code: 'overlay-unknown'; readonly overlayId: string }> {
  const overlay = pack.overlays.find((candidate) => candidate.id === overlayId);
  return overlay === undefined
    ? err({ code: 'overlay-unknown', overlayId })
    : ok({ ...switchedOff(pack, overlay.off), id: `${pack.id}+${overlay.id}` });
}

/** The pack without the rows of these ids. */
export function switchedOff(pack: Pack, ids: readonly string[]): Pack {
  const on = <R extends PackRow>(rows: readonly R[]): readonly R[] => rows.filter((row) => !ids.includes(row.id));
  return {
    ...pack,
    authorities: on(pack.authorities),
    ballots: on(pack.ballots),
    councils: on(pack.councils),
    limits: on(pack.limits),
    rules: on(pack.rules),
  };
}
