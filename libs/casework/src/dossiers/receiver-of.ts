import type { DossierRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Levels that take dossiers in. */
export type ReceivingLevel = 'XA' | 'HUYEN' | 'TINH';

const BY_KIND: Readonly<Record<string, ReceivingLevel>> = { district: 'HUYEN', province: 'TINH', department: 'TINH' };

/** The level of the body a dossier was handed to; a commune is what receives when the dossier names none. */
export async function levelOfReceiver({ stores }: CaseworkDeps, dossier: DossierRecord, tx?: Tx): Promise<ReceivingLevel> {
  const id = dossier.receiverOrgId ?? dossier.communeId;
  const org = id === null ? undefined : await stores.people.org(dossier.provinceId, id, tx);
  return BY_KIND[org?.kind ?? ''] ?? 'XA';
}
