import { createHash, randomBytes } from 'node:crypto';
import { mayActForUnit, mayStandAtDesk, type Actor, type HeldPosition } from '@thidua/access';
import { isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DossierRecord, NomineeRow, ReportLink, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { note } from '../note';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';

const A_DAY_MS = 86_400_000;
const TOKEN_BYTES = 16; // 128 bits

/** While the unit still writes the report, the nominee may. */
const WRITING: readonly DossierRecord['status'][] = ['drafting', 'supplement'];

export const reportLinks: Handler<'reportLinks'> = async (deps, { actor, params }) => {
  const { row, dossier } = await ownRow(deps, actor, params['id'] ?? '');
  const links = await deps.stores.reportLinks.ofRow(actor.provinceId, row.id);
  const nowMs = deps.clock.nowMs();
  return {
    links: links.map((link) => ({
      id: link.id,
      createdAt: isoOf(link.createdAt.getTime()),
      expiresAt: isoOf(link.expiresAt.getTime()),
      state: stateOf(link, nowMs),
      usedAt: link.usedAt === null ? null : isoOf(link.usedAt.getTime()),
      signedName: link.signedName,
    })),
    mayCreate: isWritten(row, dossier),
  };
};

/** A new link for one nominee; an older one that nobody used ends. The token leaves with this answer and is kept nowhere. */
export const createReportLink: Handler<'createReportLink'> = async (deps, { actor, params, body }) => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  // No key: an answer kept for a repeat would keep the token.
  return once(deps, null, async (tx) => {
    const { row, dossier, position } = await ownRow(deps, actor, params['id'] ?? '', tx);
    if (!isWritten(row, dossier)) {
      throw new Refused(row.state === 'open' ? 'state-conflict' : 'row-not-open', {
        rowId: row.id,
        status: dossier.status,
        state: row.state,
      });
    }
    const { reportLinks: links } = deps.stores;
    const atMs = deps.clock.nowMs();
    const [id, expiresMs] = [newId(deps.clock), atMs + body.days * A_DAY_MS];
    await links.revoke(tx, actor.provinceId, row.id, { by: actor.personId, atMs });
    await links.insert(tx, actor.provinceId, { id, rowId: row.id, tokenHash: tokenHash(token), by: actor.personId, atMs, expiresMs });
    await note(deps, tx, actor, {
      on: 'dossier',
      id: dossier.id,
      position,
      action: 'report-link-made',
      facts: { rowId: row.id, linkId: id },
    });
    return { id, token, expiresAt: isoOf(expiresMs) };
  });
};

export const revokeReportLinks: Handler<'revokeReportLinks'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier, position } = await ownRow(deps, actor, params['id'] ?? '', tx);
    const atMs = deps.clock.nowMs();
    const revoked = await deps.stores.reportLinks.revoke(tx, actor.provinceId, row.id, { by: actor.personId, atMs });
    if (revoked > 0) {
      const facts = { rowId: row.id, links: revoked };
      await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'report-link-revoked', facts });
    }
    return { done: true as const };
  });

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a nominee's report may still be written by them. */
export function isWritten(row: NomineeRow, dossier: DossierRecord): boolean {
  return row.state === 'open' && WRITING.includes(dossier.status);
}

function stateOf(link: ReportLink, nowMs: number): 'open' | 'used' | 'revoked' | 'expired' {
  if (link.usedAt !== null) {
    return 'used';
  }
  if (link.revokedAt !== null) {
    return 'revoked';
  }
  return link.expiresAt.getTime() > nowMs ? 'open' : 'expired';
}

interface OwnRow {
  readonly row: NomineeRow;
  readonly dossier: DossierRecord;
  readonly position: HeldPosition;
}

/** A row of a dossier the actor proposes for, locked inside a transaction. @throws Refused not-found, forbidden */
export async function ownRow(deps: CaseworkDeps, actor: Actor, rowId: string, tx?: Tx): Promise<OwnRow> {
  const { rows } = deps.stores;
  const row = tx === undefined ? await rows.byId(actor.provinceId, rowId) : await rows.lock(tx, actor.provinceId, rowId);
  if (row === undefined) {
    throw new Refused('not-found', { what: 'row' });
  }
  const dossier = await dossierFor(deps, actor, row.dossierId, tx);
  const unit = mayActForUnit(actor, dossier.orgId);
  const verdict = unit.allowed || dossier.enteredByOrg === null ? unit : mayStandAtDesk(actor, dossier.enteredByOrg);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { rowId });
  }
  return { row, dossier, position: verdict.position };
}
