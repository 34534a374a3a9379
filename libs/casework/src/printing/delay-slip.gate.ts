import { mayReadDeskBook } from '@thidua/access';
import { compareDates, dayOf, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { dossierFor } from '../dossiers/dossier-sight';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import type { PrintGate } from './print-gate';
import { textIn } from './text-in';

const LONGEST_REASON = 1000;

/** `{ dossierId, newDueOn, reason }`: apology of the desk for a dossier whose promised day has passed. */
export const delaySlipGate: PrintGate = async (deps, actor, params) => {
  const id = textIn(params, 'dossierId');
  if (!isId(id)) {
    throw new Refused('not-found', { what: 'dossier' });
  }
  const dossier = await dossierFor(deps, actor, id);
  const desk = dossier.deskOrgId ?? dossier.receiverOrgId ?? dossier.communeId ?? dossier.orgId;
  if (!mayReadDeskBook(actor, desk).allowed) {
    throw new Refused('forbidden', { dossierId: id });
  }
  const today = dayOf(deps.clock.nowMs());
  const promised = await deps.stores.oneStop.promised(actor.provinceId, id);
  if (promised === null || promised >= formatLocalDate(today)) {
    throw new Refused('request-invalid', { field: 'dossierId', why: 'not-late' });
  }
  const newDueOn = parseLocalDate(textIn(params, 'newDueOn'));
  if (newDueOn === undefined || compareDates(newDueOn, today) <= 0) {
    throw new Refused('request-invalid', { field: 'newDueOn' });
  }
  const reason = textIn(params, 'reason').trim();
  if (reason === '' || reason.length > LONGEST_REASON) {
    throw new Refused('request-invalid', { field: 'reason' });
  }
  const position = actor.positions.find((held) => held.orgId === desk);
  return {
    params: { dossierId: id, promised, newDueOn: formatLocalDate(newDueOn), reason },
    ...(position === undefined ? {} : { positionId: position.id }),
  };
};
