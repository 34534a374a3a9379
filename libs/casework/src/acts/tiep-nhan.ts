import type { JsonObject } from '@thidua/kernel';
import type { DossierRecord } from '@thidua/store';
import { dossierOfTask } from '../dossiers/dossier-of-task';
import { levelOfReceiver } from '../dossiers/receiver-of';
import { demandSecondEyes } from '../intake/second-eyes';
import { packOn } from '../law/pack-of';
import { noteAtDesk } from '../limits/note-limit';
import { Refused } from '../refused';
import { openOwnRound } from '../rounds/open-own-round';
import { openRoundFor } from '../rounds/open-round-for';
import { stampOf } from '../stamp';
import type { Act, ActContext, ActResult } from './act';
import { textOf, textsOf } from './form-data';

/** Receipt at the desk of a commune, a district or the province: into a round with its law pinned, back for a supplement with what is missing, or turned away with the reason. */
export const tiepNhan: Act = async (context) => {
  const dossier = await dossierOfTask(context, ['submitted']);
  switch (context.data['outcome']) {
    case 'supplement':
      return supplement(context, dossier);
    case 'reject':
      return result({ outcome: 'reject', round: null }, 'dossier-turned-away', { dossierId: dossier.id });
    default:
      return accept(context, dossier);
  }
};

async function accept(context: ActContext, dossier: DossierRecord): Promise<ActResult> {
  await demandSecondEyes(context, dossier);
  const { deps, tx, task, actor, acting, nowMs, today } = context;
  const { hash: packHash } = packOn(deps.law, today, task.provinceId);
  await deps.stores.dossiers.receive(tx, task.provinceId, dossier.id, { packHash, receivedMs: nowMs });
  await noteAtDesk(deps, tx, {
    provinceId: task.provinceId,
    dossierId: dossier.id,
    kind: 'complete',
    atMs: nowMs,
    personId: actor.personId,
  });
  const { occasion, movementId, year } = dossier;
  const wanted = {
    provinceId: task.provinceId,
    level: await levelOfReceiver(deps, dossier, tx),
    orgId: dossier.receiverOrgId ?? dossier.communeId ?? task.orgId,
    occasion,
    movementId,
    year,
    packHash: dossier.packHash ?? packHash,
    nowMs,
    dossierId: dossier.id,
    actor: stampOf(actor, acting),
  };
  const round = dossier.procedure === 'simplified' ? await openOwnRound(deps, tx, wanted) : await openRoundFor(deps, tx, wanted);
  return result({ outcome: 'accept', round: round.id, packHash }, 'dossier-received', {
    dossierId: dossier.id,
    roundId: round.id,
    packHash,
  });
}

async function supplement({ deps, tx, task, data, actor, nowMs }: ActContext, dossier: DossierRecord): Promise<ActResult> {
  const missing = textsOf(data, 'missing');
  const said = textOf(data, 'missingNote') ?? textOf(data, 'reason');
  if (missing.length === 0 && said === undefined) {
    throw new Refused('supplement-missing', { field: 'missing' });
  }
  await deps.stores.dossiers.setStatus(tx, task.provinceId, dossier.id, 'supplement', null);
  await noteAtDesk(deps, tx, {
    provinceId: task.provinceId,
    dossierId: dossier.id,
    kind: 'supplement-asked',
    atMs: nowMs,
    personId: actor.personId,
  });
  return result({ outcome: 'supplement', round: null }, 'supplement-asked', { dossierId: dossier.id, missing });
}

function result(variables: JsonObject, action: string, facts: JsonObject): ActResult {
  return { variables, audit: { action, facts } };
}
