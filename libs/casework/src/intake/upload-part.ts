import { randomBytes } from 'node:crypto';
import { mayStandAtDesk } from '@thidua/access';
import { newId } from '@thidua/runtime';
import { note } from '../note';
import { partRule } from '../files/part-upload';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { once } from '../once';
import { paperSlot } from '../papers/paper-slot';
import { Refused } from '../refused';
import { entryAtHand, isOpen } from './paper-entry';
import { PART_TITLES } from './paper-parts';

/** The scan of one part of a paper dossier, told by its own bytes; it stands where the unit's own paper would. */
export const uploadPaperPart: Handler<'uploadPaperPart'> = async (deps, { actor, params, query, file, key }) => {
  const { provinceId, personId } = actor;
  const seen = await entryAtHand(deps, actor, params['id'] ?? '');
  const verdict = mayStandAtDesk(actor, seen.deskOrgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { dossierId: seen.dossier.id });
  }
  const upload = await checkedUpload(deps, file, partRule(query.kind));
  return once(deps, key, async (tx) => {
    const { files, payloads, intake } = deps.stores;
    const dossier = await deps.stores.dossiers.lock(tx, provinceId, seen.dossier.id);
    if (dossier === undefined || !isOpen(dossier)) {
      throw new Refused('state-conflict', { dossierId: seen.dossier.id, status: seen.dossier.status });
    }
    const atMs = deps.clock.nowMs();
    const sha256 = await files.put(tx, provinceId, { ...upload, atMs });
    const { kind, number = null, date = null } = query;
    const more = kind === 'xac-nhan' ? [sha256] : [];
    const slot = paperSlot({ kind, about: dossier.id, orgId: dossier.orgId, more });
    const dataHash = await payloads.put(tx, provinceId, { data: { kind, sha256, number, date } }, atMs);
    const part = { id: newId(deps.clock), dossierId: dossier.id, orgId: dossier.orgId, kind, slot, title: PART_TITLES[kind], dataHash };
    const verifyToken = randomBytes(16).toString('base64url');
    const paperId = await intake.keepScan(tx, provinceId, {
      ...part,
      sha256,
      verifyToken,
      numberText: number,
      numberDate: date,
      pages: upload.pages,
      atMs,
    });
    if (paperId === undefined) {
      throw new Refused('state-conflict', { dossierId: dossier.id, status: dossier.status });
    }
    await intake.uncheckPaper(tx, provinceId, dossier.id);
    await note(deps, tx, actor, {
      on: 'dossier',
      id: dossier.id,
      position: verdict.position,
      action: 'paper-part-scanned',
      facts: { kind, sha256, paperId, by: personId },
    });
    return { paperId, sha256 };
  });
};
