import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RevocationPaperRecord } from '@thidua/contract';
import type { RevocationRecord, RevocationRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { demandPursuer, revocationFor } from './case-sight';
import { restoreAward } from './restore-award';
import { KEPT_FOR_MS } from '../kept-for';

/** A paper of the central level about a case: returned with its ground, decided, or (phục hồi) the honour restored. */
export const recordRevocationPaper: Handler<'recordRevocationPaper'> = async (deps, { actor, params, body, key }) => {
  const seen = await revocationFor(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const position = await demandPursuer(deps, actor, seen, tx);
    const found = await deps.stores.revocations.lock(tx, provinceId, seen.id);
    if (found === undefined) {
      throw new Refused('not-found', { what: 'revocation' });
    }
    demandSound(body, found, deps.clock.nowMs());
    const atMs = deps.clock.nowMs();
    const { kind, date, body: issuer, numberText = null, ground = null } = body;
    const granted = kind === 'decision' ? (body.granted ?? null) : null;
    const paper = { id: newId(deps.clock), kind, numberText, date, body: issuer, ground, granted, fileSha256: null };
    await deps.stores.revocations.addPaper(tx, provinceId, { revocationId: found.id, paper }, { positionId: position.id, atMs });
    const facts = { revocationId: found.id, paperId: paper.id, kind, date, numberText };
    await note(deps, tx, actor, { on: 'dossier', id: found.dossierId ?? '', position, action: 'revocation-paper-recorded', facts });
    if (kind === 'restoration') {
      await restoreAward(deps, tx, { provinceId, found, paper, nowMs: atMs });
    } else {
      if (kind === 'decision' && granted === false) {
        await keepReason(deps, tx, provinceId, { found, ground });
      }
      if (kind === 'returned') {
        await deps.stores.revocations.setStatus(tx, provinceId, found.id, { status: 'proposing' });
      }
      const variables = { kind, granted: granted === true };
      await deps.runtime.publish({ provinceId, name: 'van-ban-huy-bo', correlationKey: found.id, variables, ttlMs: KEPT_FOR_MS }, tx);
    }
    return { done: true as const };
  });
};

async function keepReason(
  deps: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  { found, ground }: { readonly found: RevocationRecord; readonly ground: string | null },
): Promise<void> {
  await deps.stores.revocations.setStatus(tx, provinceId, found.id, {
    status: found.status,
    refusal: ground ?? 'Cấp trung ương không hủy bỏ.',
  });
}

function demandSound(body: RevocationPaperRecord, found: RevocationRecord, nowMs: number): void {
  const date = parseLocalDate(body.date);
  const wrong = (path: string, problem: string): never => {
    throw new Refused('request-invalid', { fields: [{ path, problem, kind: 'custom' }] });
  };
  if (date === undefined || compareDates(date, dayOf(nowMs)) > 0) {
    wrong('date', date === undefined ? 'day' : 'in-future');
  }
  if (body.kind === 'returned' && body.ground === undefined) {
    wrong('ground', 'required');
  }
  if (body.kind === 'decision' && (body.granted === undefined || body.numberText === undefined)) {
    wrong(body.granted === undefined ? 'granted' : 'numberText', 'required');
  }
  const awaited = body.kind === 'restoration' ? found.revokedOn !== null && found.status !== 'restored' : found.status === 'forwarded';
  if (!awaited) {
    throw new Refused('state-conflict', {
      revocationId: found.id,
      status: found.status,
      reason: body.kind === 'restoration' ? 'not-revoked' : 'nothing-sent',
    });
  }
}

/** One thing an honouree gave back; the money goes to the fund it came from (M-09). */
export const recordRecovery: Handler<'recordRecovery'> = async (deps, { actor, params, body, key }) => {
  const seen = await revocationFor(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const position = await demandPursuer(deps, actor, seen, tx);
    const found = await deps.stores.revocations.lock(tx, provinceId, seen.id);
    if (found?.status !== 'recovering') {
      throw new Refused('state-conflict', { revocationId: seen.id, status: found?.status ?? seen.status, reason: 'not-recovering' });
    }
    const day = parseLocalDate(body.receivedOn);
    const atMs = deps.clock.nowMs();
    if (day === undefined || compareDates(day, dayOf(atMs)) > 0 || (found.revokedOn !== null && body.receivedOn < found.revokedOn)) {
      throw new Refused('request-invalid', {
        fields: [{ path: 'receivedOn', problem: day === undefined ? 'day' : 'out-of-range', kind: 'custom' }],
      });
    }
    const row = (await deps.stores.revocations.rows(provinceId, found.id, tx)).find((one) => one.rowId === body.rowId);
    demandDue(row, body);
    const entry = {
      rowId: body.rowId,
      kind: body.kind,
      amount: body.kind === 'money' ? body.amount : 0,
      receivedOn: body.receivedOn,
      receipt: body.receipt,
    };
    await deps.stores.revocations.recover(
      tx,
      provinceId,
      { id: newId(deps.clock), revocationId: found.id, entry },
      { positionId: position.id, atMs },
    );
    const facts = { revocationId: found.id, rowId: body.rowId, kind: body.kind, amount: entry.amount };
    await note(deps, tx, actor, { on: 'dossier', id: found.dossierId ?? '', position, action: 'recovery-recorded', facts });
    return { done: true as const };
  });
};

function demandDue(row: RevocationRow | undefined, { kind, amount }: { readonly kind: 'item' | 'money'; readonly amount: number }): void {
  if (row === undefined) {
    throw new Refused('not-found', { what: 'row' });
  }
  const left = kind === 'money' ? row.moneyDue - row.moneyBack : row.itemDue && !row.itemBack ? 1 : 0;
  if (left <= 0 || (kind === 'money' && (amount <= 0 || amount > left))) {
    throw new Refused('recovery-not-due', { rowId: row.rowId, kind, left });
  }
}
