import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import type { PrintGate } from './print-gate';
import { textIn } from './text-in';

/** `{ roundId }`: forms of a round's session, letters and drafts about it, for the office that prepares it. */
export const roundFormsGate: PrintGate = async (deps, actor, params) => {
  const round = await roundFor(deps, actor, textIn(params, 'roundId'));
  const position = actor.positions.find((held) => held.orgId === round.standingOrgId || held.orgId === round.orgId);
  if (position === undefined) {
    throw new Refused('forbidden', { roundId: round.id });
  }
  return { params: { roundId: round.id }, positionId: position.id };
};
