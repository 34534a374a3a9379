import { mayReviewRow, type Actor, type HeldPosition } from '@thidua/access';
import { compareDates, dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DossierRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { note } from '../note';
import { reviewers } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { rejoinRow } from '../rounds/rejoin-row';
import { packAtHand } from './pack-at-hand';

/** The transition of law.md 1.3 that lets a dossier follow the new law. */
const RULE = 'TR-05';

/**
 * 'Quy định có lợi hơn': a dossier received under one pack goes on under a later one, with the reason and the citation, while none of its
 * rows has been voted on. Its rows leave their rounds and join rounds of the new law, to be appraised anew.
 * @throws Refused kinder-law-refused
 */
export const applyKinderLaw: Handler<'applyKinderLaw'> = async (deps, { actor, params, body, key }) => {
  const { provinceId, personId } = actor;
  const target = await packAtHand(deps, provinceId, body.packId);
  return once(deps, key, async (tx) => {
    const dossier = await dossierFor(deps, actor, params['id'] ?? '', tx);
    const position = await reviewerOf(deps, actor, dossier);
    const refuse = (reason: string): Refused => new Refused('kinder-law-refused', { reason, ruleId: RULE, packId: body.packId });
    const current = dossier.packHash === null ? undefined : deps.law.packs.get(dossier.packHash);
    if (dossier.status !== 'accepted' || dossier.packHash === null || current === undefined) {
      throw refuse('dossier-not-in-review');
    }
    const today = dayOf(deps.clock.nowMs());
    const begun = compareDates(target.pack.receivedFrom, today) <= 0;
    if (target.pack.status !== 'in-use' || !begun || compareDates(target.pack.receivedFrom, current.receivedFrom) < 0) {
      throw refuse(begun ? 'pack-not-later' : 'pack-not-begun');
    }
    const rowIds = await deps.stores.lawImpact.leaveRounds(tx, provinceId, dossier.id);
    if (rowIds === undefined) {
      throw refuse('voted-already');
    }
    const atMs = deps.clock.nowMs();
    const { reason, citation } = body;
    const move = { dossierId: dossier.id, fromHash: dossier.packHash, toHash: target.hash, reason, citation, byPerson: personId, atMs };
    if (!(await deps.stores.kinderLaw.move(tx, provinceId, { ...move, id: newId(deps.clock) }))) {
      throw new Refused('state-conflict', { reason: 'pack-changed' });
    }
    for (const rowId of rowIds) {
      await rejoinRow(deps, tx, { provinceId, rowId, nowMs: atMs });
    }
    const facts = { fromPack: current.id, toPack: target.pack.id, ruleId: RULE };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'kinder-law', facts });
    return { packId: target.pack.id, rows: rowIds.length };
  });
};

/** Whoever looks after the rows where they stand now: the commune, or the province's Sở Nội vụ. @throws Refused forbidden */
async function reviewerOf(deps: CaseworkDeps, actor: Actor, dossier: DossierRecord): Promise<HeldPosition> {
  const rows = await deps.stores.rows.ofDossier(dossier.provinceId, dossier.id);
  const stages = [...new Set(rows.filter((row) => row.state === 'open' || row.state === 'held').map((row) => row.stage))];
  const verdicts = await Promise.all(stages.map(async (stage) => mayReviewRow(actor, await reviewers(deps, dossier, stage))));
  const [first] = verdicts;
  if (first?.allowed !== true || verdicts.some((verdict) => !verdict.allowed)) {
    throw new Refused('forbidden', { dossierId: dossier.id });
  }
  return first.position;
}
