import { listedRows, rowKey } from '@thidua/awards';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import type { NamedPaper } from './named-paper';
import { note } from '../note';
import { packAtHand } from './pack-at-hand';
import { rowHash } from './row-hash';

/** One person names rows and the paper by which the body that answers for them confirms them; nothing is confirmed yet. */
export const proposeConfirmation: Handler<'proposeConfirmation'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  const { pack, hash } = await packAtHand(deps, provinceId, params['pack'] ?? '');
  await demandPaper(deps, provinceId, body);
  const rows = new Map(listedRows(pack).map((one) => [rowKey(one), one.row]));
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const { number: numberText, date: dated, fileSha256 } = body;
    for (const wanted of new Set(body.rowKeys)) {
      const row = rows.get(wanted);
      if (row === undefined) {
        throw new Refused('not-found', { what: 'pack-row', rowKey: wanted });
      }
      const id = newId(deps.clock);
      const paper = { body: body.body, numberText, dated, fileSha256, note: body.note ?? null };
      const made = { ...paper, id, packHash: hash, rowKey: wanted, rowHash: rowHash(row), rowId: row.id, proposedBy: personId, atMs };
      if (row.confirmed || !(await deps.stores.confirmations.propose(tx, provinceId, made))) {
        throw new Refused('state-conflict', { reason: 'row-confirmed-already', rowId: row.id });
      }
      await note(deps, tx, actor, {
        on: 'law',
        id,
        position,
        action: 'law-row-confirmation-proposed',
        facts: { packId: pack.id, rowId: row.id, fileSha256 },
      });
    }
    return { proposed: new Set(body.rowKeys).size };
  });
};

/** A second person confirms, or does not: all named ones or none. */
export const settleConfirmations: Handler<'settleConfirmations'> = async (deps, { actor, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  const status = body.accept ? 'confirmed' : 'declined';
  const answer = await once(deps, key, async (tx) => {
    for (const id of new Set(body.ids)) {
      const found = await deps.stores.confirmations.byId(provinceId, id, tx);
      if (found === undefined) {
        throw new Refused('not-found', { what: 'confirmation' });
      }
      if (found.proposedBy === personId) {
        throw new Refused('four-eyes', { rowId: found.rowId });
      }
      if (
        !(await deps.stores.confirmations.settle(tx, provinceId, id, status, {
          personId,
          atMs: deps.clock.nowMs(),
          reason: body.reason ?? null,
        }))
      ) {
        throw new Refused('state-conflict', { reason: 'settled-already', rowId: found.rowId });
      }
      await note(deps, tx, actor, {
        on: 'law',
        id,
        position,
        action: `law-row-${status}`,
        facts: { rowId: found.rowId, fileSha256: found.fileSha256 },
      });
    }
    return { settled: new Set(body.ids).size };
  });
  await deps.law.refresh();
  return answer;
};

/** A proposal taken back, or a confirmation that turned out wrong: the row is sample data again. */
export const withdrawConfirmation: Handler<'withdrawConfirmation'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  const id = params['id'] ?? '';
  const answer = await once(deps, key, async (tx) => {
    const found = await deps.stores.confirmations.byId(provinceId, id, tx);
    if (found === undefined) {
      throw new Refused('not-found', { what: 'confirmation' });
    }
    const by = { personId, atMs: deps.clock.nowMs(), reason: body.reason };
    if (!(await deps.stores.confirmations.settle(tx, provinceId, id, 'withdrawn', by))) {
      throw new Refused('state-conflict', { reason: 'settled-already', rowId: found.rowId });
    }
    await note(deps, tx, actor, { on: 'law', id, position, action: 'law-row-withdrawn', facts: { rowId: found.rowId } });
    return { done: true as const };
  });
  await deps.law.refresh();
  return answer;
};

/** The paper is not of a later day, and its scan is there. @throws Refused request-invalid */
export async function demandPaper({ stores, clock }: CaseworkDeps, provinceId: string, paper: NamedPaper): Promise<void> {
  const late = paper.date > formatLocalDate(dayOf(clock.nowMs()));
  const scanned = await stores.trail.isLawFile(provinceId, paper.fileSha256);
  if (late || !scanned) {
    const fields = [
      ...(late ? [{ path: 'date', problem: 'in-future', kind: 'custom' }] : []),
      ...(scanned ? [] : [{ path: 'fileSha256', problem: 'not-uploaded', kind: 'custom' }]),
    ];
    throw new Refused('request-invalid', { fields });
  }
}
