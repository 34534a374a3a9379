import { mayActForUnit } from '@thidua/access';
import { note } from '../note';
import { rowAtHand } from '../dossiers/row-at-hand';
import { endProcess } from '../dossiers/end-process';
import { withdrawAll } from '../dossiers/withdraw-all';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { tellDossiers } from '../rounds/tell-dossiers';

/** The unit takes one nominee back; with the last one the whole dossier goes. */
export const withdrawRow: Handler<'withdrawRow'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const wanted = { id: params['id'] ?? '', version: body.version, states: ['open', 'held'] as const };
    const { row, dossier } = await rowAtHand(deps, tx, actor, wanted);
    const verdict = mayActForUnit(actor, dossier.orgId);
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    const { provinceId } = actor;
    const nowMs = deps.clock.nowMs();
    await deps.stores.rows.setState(tx, provinceId, row.id, { state: 'withdrawn', reason: body.reason });
    if (row.state === 'held') {
      await deps.stores.holds.close(tx, provinceId, {
        rowId: row.id,
        conclusion: body.reason,
        paper: null,
        by: actor.personId,
        atMs: nowMs,
      });
    }
    await deps.stores.traces.markOutcome(tx, provinceId, [row.id], 'withdrawn');
    const facts = { rowId: row.id, from: row.state, to: 'withdrawn' };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position: verdict.position, action: 'row-withdrawn', facts });
    const left = await deps.stores.rows.ofDossier(provinceId, dossier.id, tx);
    if (dossier.status === 'accepted') {
      await tellDossiers(deps, tx, provinceId, [row.id]);
    } else if (!left.some((one) => one.state === 'open' || one.state === 'held')) {
      await withdrawAll(deps, tx, { provinceId, dossierId: dossier.id, reason: body.reason, nowMs });
      await endProcess(deps, tx, provinceId, dossier.id);
    }
    return { done: true as const };
  });
