import { dayOf } from '@thidua/kernel';
import { dossierOfJob } from '../jobs/dossier-of-job';
import type { JobVerb } from '../jobs/job-verb';
import { packOn } from '../law/pack-of';
import { joinRows } from '../rounds/join-rows';
import { openRound } from '../rounds/open-round-for';

/**
 * A dossier that its unit's own head decides (W1): it is received and its law pinned on the day the review meeting's minutes are signed, and
 * a round of level UNIT considers it, with the same council, locks and papers as any other.
 */
export const openUnitRound: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const { provinceId } = job;
  const dossier = await dossierOfJob(context);
  if (dossier.status === 'accepted') {
    // Asked again: the round is there.
    const [known] = await deps.stores.traces.rounds(provinceId, dossier.id, tx);
    return { round: known?.roundId ?? null };
  }
  const { hash } = packOn(deps.law, dayOf(nowMs), provinceId);
  await deps.stores.dossiers.receive(tx, provinceId, dossier.id, { packHash: hash, receivedMs: nowMs });
  const { orgId, occasion, movementId, year, code } = dossier;
  const packHash = dossier.packHash ?? hash;
  const round = await openRound(deps, tx, {
    ...{ provinceId, level: 'UNIT', orgId, occasion, movementId, year, packHash, nowMs },
    title: `Xét khen thưởng theo hồ sơ ${code}`,
    closesMs: nowMs,
  });
  await deps.stores.rounds.setStatus(tx, provinceId, round.id, 'appraising', nowMs);
  await joinRows(deps, tx, { provinceId, round, rowIds: await deps.stores.roundRows.openOf(tx, provinceId, dossier.id), nowMs });
  return { round: round.id };
};
