import { mayRunRound, type Actor, type HeldPosition } from '@thidua/access';
import type { RoundListed, RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';

export interface RoundAtHand {
  readonly seen: RoundListed;
  readonly position: HeldPosition;
}

/** The round, for the office that runs it. @throws Refused not-found, forbidden */
export async function roundToRun(deps: CaseworkDeps, actor: Actor, roundId: string): Promise<RoundAtHand> {
  const seen = await roundFor(deps, actor, roundId);
  const verdict = mayRunRound(actor, seen.standingOrgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { roundId: seen.id });
  }
  return { seen, position: verdict.position };
}

/** Locked until the transaction ends, and not over. @throws Refused state-conflict */
export async function lockRunning(deps: CaseworkDeps, tx: Tx, provinceId: string, roundId: string): Promise<RoundRecord> {
  const round = await deps.stores.rounds.lock(tx, provinceId, roundId);
  if (round === undefined || round.status === 'closed') {
    throw new Refused('state-conflict', { reason: 'round-closed', roundId });
  }
  return round;
}
