import { randomBytes } from 'node:crypto';
import type { OwnFilesView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NomineeRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { note } from '../note';
import type { Handler } from '../handler';
import { isPart, type PaperPart } from '../intake/paper-parts';
import { once } from '../once';
import { slotFor } from '../papers/prepare-papers';
import { slotParts } from '../papers/paper-slot';
import { Refused } from '../refused';
import { checkedUpload } from './checked-upload';
import { dossierToFill, isOwnFile, mayBring, OWN_KINDS, OWN_TITLES, ownSlot } from './own-part';
import { partRule } from './part-upload';

/** A unit's own signed PDF or Word file instead of the paper we would make, with its summary typed in; what we drafted gives way to it. */
export const useOwnFile: Handler<'useOwnFile'> = async (deps, { actor, params, query, file, key }) => {
  const { provinceId } = actor;
  const { kind, number = null, date = null } = query;
  const { dossier: seen } = await dossierToFill(deps, actor, params['id'] ?? '');
  const row = await rowOf(deps, { provinceId, dossierId: seen.id, kind, rowId: query.rowId });
  const upload = await checkedUpload(deps, file, partRule(kind));
  return once(deps, key, async (tx) => {
    const { dossier, position } = await dossierToFill(deps, actor, seen.id, tx);
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    const summary: JsonObject = { kind, sha256, number, date, subject: query.subject ?? null, signedBy: query.signedBy ?? null };
    const dataHash = await deps.stores.payloads.put(tx, provinceId, { data: summary }, atMs);
    const latest = await deps.stores.papers.latestOf(tx, provinceId, ownSlot(dossier, kind, { row, sha256 }));
    const slot = latest !== undefined && isOwnFile(latest) ? latest.slot : slotFor(ownSlot(dossier, kind, { row, sha256 }), latest);
    const paperId = await deps.stores.intake.keepScan(tx, provinceId, {
      ...{ id: newId(deps.clock), dossierId: dossier.id, orgId: dossier.orgId, kind, slot, dataHash, sha256, atMs },
      title: titleOf(kind, row, query.subject),
      pages: upload.pages,
      rowId: row?.id ?? null,
      verifyToken: randomBytes(16).toString('base64url'),
      ...{ numberText: number, numberDate: date },
    });
    if (paperId === undefined) {
      throw new Refused('paper-state', { reason: 'signed-already', kind });
    }
    const facts = { kind, sha256, paperId };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'own-file-brought', facts });
    return { paperId, sha256, notes: [...upload.notes] };
  });
};

/** Back to the paper we make: it is drafted anew when the dossier goes back to that step. */
export const dropOwnFile: Handler<'dropOwnFile'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const { dossier, position } = await dossierToFill(deps, actor, params['id'] ?? '', tx);
    if (!(await deps.stores.intake.dropScan(tx, actor.provinceId, dossier.id, body.paperId))) {
      throw new Refused('not-found', { what: 'own-file' });
    }
    const facts = { paperId: body.paperId };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'own-file-dropped', facts });
    return { done: true as const };
  });

export const ownFiles: Handler<'ownFiles'> = async (deps, { actor, params }): Promise<OwnFilesView> => {
  const dossier = await dossierFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const mine = (await deps.stores.papers.about(provinceId, { dossierId: dossier.id })).filter(
    (paper) => isOwnFile(paper) && isPart(paper.kind),
  );
  const bodies = await deps.stores.payloads.getMany(
    provinceId,
    mine.map((paper) => paper.dataHash),
  );
  const rows = await deps.stores.rows.ofDossier(provinceId, dossier.id);
  const files: OwnFilesView['files'] = [];
  for (const paper of mine) {
    const about = await deps.stores.files.about(provinceId, paper.fileSha256 ?? '');
    const summary = bodies.get(paper.dataHash)?.['data'];
    files.push({
      paperId: paper.id,
      kind: slotParts(paper.slot).kind as PaperPart, // isPart has told so
      rowId: paper.rowId,
      title: paper.title,
      numberText: paper.numberText,
      numberDate: paper.numberDate,
      subject: textIn(summary, 'subject'),
      signedBy: textIn(summary, 'signedBy'),
      mime: about?.mime ?? '',
    });
  }
  return {
    files,
    kinds: [...OWN_KINDS],
    rows: rows.filter((row) => row.state !== 'withdrawn').map(({ id, name }) => ({ id, name })),
    mayChange: mayBring(actor, dossier) !== undefined,
  };
};

interface RowAsked {
  readonly provinceId: string;
  readonly dossierId: string;
  readonly kind: PaperPart;
  readonly rowId: string | undefined;
}

/** @throws Refused request-invalid: a report without the row it is about, or of a row of another dossier */
async function rowOf({ stores }: CaseworkDeps, { provinceId, dossierId, kind, rowId }: RowAsked): Promise<NomineeRow | undefined> {
  if (kind !== 'bao-cao-thanh-tich') {
    return undefined;
  }
  const row = (await stores.rows.ofDossier(provinceId, dossierId)).find((one) => one.id === rowId && one.state !== 'withdrawn');
  if (row === undefined) {
    throw new Refused('request-invalid', { fields: [{ path: 'rowId', problem: 'not of this dossier', kind: 'required' }] });
  }
  return row;
}

function titleOf(kind: PaperPart, row: NomineeRow | undefined, subject: string | undefined): string {
  const about = row?.name ?? subject;
  return about === undefined ? `${OWN_TITLES[kind]} (tệp của đơn vị)` : `${OWN_TITLES[kind]}: ${about} (tệp của đơn vị)`;
}

function textIn(value: unknown, key: string): string | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'string' && found !== '' ? found : null;
}
