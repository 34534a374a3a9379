import { mayActForUnit, type Actor, type HeldPosition } from '@thidua/access';
import type { DossierRecord, NomineeRow, PaperRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { PaperPart } from '../intake/paper-parts';
import { paperSlot } from '../papers/paper-slot';
import { Refused } from '../refused';

/** A file of people in the place of a paper of ours. */
export const OWN_VERSION = 'scan';

export function isOwnFile(paper: Pick<PaperRecord, 'templateVersion' | 'state'>): boolean {
  return paper.templateVersion === OWN_VERSION && paper.state !== 'canceled';
}

/** Parts that the unit's own steps would make; the desk's paper dossiers have their own door. */
export const OWN_KINDS: readonly PaperPart[] = ['to-trinh', 'bien-ban-binh-xet', 'bao-cao-thanh-tich', 'danh-sach', 'xac-nhan'];

export const OWN_TITLES: Readonly<Record<PaperPart, string>> = {
  'to-trinh': 'Tờ trình',
  'bien-ban-binh-xet': 'Biên bản họp bình xét',
  'bao-cao-thanh-tich': 'Báo cáo thành tích',
  'danh-sach': 'Danh sách kèm theo tờ trình',
  'xac-nhan': 'Văn bản xác nhận kèm theo',
};

/** While the unit writes it, or makes it good. */
export function mayBring(actor: Actor, { orgId, status, enteredByOrg }: DossierRecord): HeldPosition | undefined {
  const verdict = mayActForUnit(actor, orgId);
  const open = (status === 'drafting' || status === 'supplement') && enteredByOrg === null;
  return verdict.allowed && open ? verdict.position : undefined;
}

/** @throws Refused not-found · forbidden to whoever does not act for the unit · state-conflict once it is handed in */
export async function dossierToFill(
  deps: CaseworkDeps,
  actor: Actor,
  id: string,
  tx?: Tx,
): Promise<{ readonly dossier: DossierRecord; readonly position: HeldPosition }> {
  const seen = await dossierFor(deps, actor, id, tx);
  const dossier = tx === undefined ? seen : ((await deps.stores.dossiers.lock(tx, actor.provinceId, seen.id)) ?? seen);
  if (!mayActForUnit(actor, dossier.orgId).allowed) {
    throw new Refused('forbidden', { dossierId: dossier.id });
  }
  const position = mayBring(actor, dossier);
  if (position === undefined) {
    throw new Refused('state-conflict', { dossierId: dossier.id, status: dossier.status });
  }
  return { dossier, position };
}

/** The slot of the paper it stands for; a report is one of each row, and every confirmation is its own. */
export function ownSlot(
  dossier: DossierRecord,
  kind: PaperPart,
  more: { readonly row: NomineeRow | undefined; readonly sha256: string },
): string {
  const last = kind === 'xac-nhan' ? [more.sha256] : more.row === undefined ? [] : [more.row.id];
  return paperSlot({ kind, about: dossier.id, orgId: dossier.orgId, more: last });
}
