import { dossierFor } from '../dossiers/dossier-sight';
import type { CheckedPrint, PrintGate } from '../printing/print-gate';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { isId } from './sight';

/** `{ dossierId }` or `{ roundId }`: every paper so far, for whoever sees the dossier or the round. */
export const archiveGate: PrintGate = async (deps, actor, params): Promise<CheckedPrint> => {
  const { dossierId, roundId } = params;
  if (typeof dossierId === 'string' && isId(dossierId)) {
    const dossier = await dossierFor(deps, actor, dossierId);
    if (dossier.secrecy !== 'none') {
      throw new Refused('secret-paper-only', { dossierId });
    }
    return { params: { dossierId: dossier.id } };
  }
  if (typeof roundId === 'string' && isId(roundId)) {
    return { params: { roundId: (await roundFor(deps, actor, roundId)).id } };
  }
  throw new Refused('not-found', { what: 'dossier' });
};
