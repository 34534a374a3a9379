import { mayPrintCertificates } from '@thidua/access';
import { CeremonyEvent } from '@thidua/contract';
import type { Pack } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import type { PrintGate } from '../printing/print-gate';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { roundFor } from '../rounds/sight';

/** No ceremony by itself, but for sudden achievements. */
const RULE = 'R-22';

/** What must be there for a paper of a ceremony to say anything. */
type Needs = (event: CeremonyEvent, awarded: number) => string | undefined;

/** Papers of a ceremony for a round's awards: those who prepare it, in the bounds of R-22. @throws Refused */
export function ceremonyGate(needs: Needs): PrintGate {
  return async (deps, actor, params) => {
    const read = CeremonyEvent.safeParse(params);
    if (!read.success) {
      throw new Refused('request-invalid', { fields: read.error.issues.map((issue) => issue.path.join('.')) });
    }
    const event = read.data;
    const round = await roundFor(deps, actor, event.roundId);
    const verdict = mayPrintCertificates(actor, [round.orgId, round.standingOrgId]);
    if (!verdict.allowed) {
      throw new Refused('forbidden', { orgId: round.orgId });
    }
    if (event.separate && round.occasion !== 'ad-hoc') {
      throw new Refused('ceremony-not-separate', { ruleId: RULE, citation: citationOf(await packOfRound(deps, round)) });
    }
    const rows = await deps.stores.roundRows.ofRound(actor.provinceId, round.id);
    const missing = needs(event, rows.filter((row) => row.state === 'awarded').length);
    if (missing !== undefined) {
      throw new Refused('request-invalid', { fields: [missing] });
    }
    return { params: event as unknown as JsonObject, positionId: verdict.position.id }; // plain JSON by its schema
  };
}

/** Where the law of the round says so. */
function citationOf(pack: Pack): string {
  return pack.rules.find((row) => row.id === RULE)?.citation ?? pack.citation;
}

/** Nobody is called, and nobody has a card, before an award is given. */
export const honoureesGate = ceremonyGate((_event, awarded) => (awarded === 0 ? 'rows' : undefined));
export const cardsGate = ceremonyGate((event, awarded) => (awarded === 0 && event.guests.length === 0 ? 'guests' : undefined));
export const invitationGate = ceremonyGate((event, awarded) =>
  event.guests.length === 0 && !(event.inviteHonourees && awarded > 0) ? 'guests' : undefined,
);
export const programmeGate = ceremonyGate((event) => (event.items.length === 0 ? 'items' : undefined));
