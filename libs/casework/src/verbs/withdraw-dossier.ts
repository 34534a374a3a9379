import { dossierFor } from '../dossiers/dossier-sight';
import { endProcess } from '../dossiers/end-process';
import { mayWithdraw } from '../dossiers/may-withdraw';
import { note } from '../note';
import { withdrawAll } from '../dossiers/withdraw-all';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';

/** The unit takes its dossier back: its rows leave every round at once, its process ends with them. */
export const withdrawDossier: Handler<'withdrawDossier'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const seen = await dossierFor(deps, actor, params['id'] ?? '', tx);
    const dossier = (await deps.stores.dossiers.lock(tx, provinceId, seen.id)) ?? seen;
    const verdict = mayWithdraw(actor, dossier, await deps.stores.rows.ofDossier(provinceId, dossier.id, tx));
    if (!verdict.allowed) {
      throw new Refused(verdict.why === 'not-owner' ? 'forbidden' : 'state-conflict', { dossierId: dossier.id, reason: verdict.why });
    }
    await withdrawAll(deps, tx, { provinceId, dossierId: dossier.id, reason: body.reason, nowMs: deps.clock.nowMs() });
    await endProcess(deps, tx, provinceId, dossier.id);
    const facts = { from: dossier.status, to: 'withdrawn' };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position: verdict.position, action: 'dossier-withdrawn', facts });
    return { done: true as const };
  });
