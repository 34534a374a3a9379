import type { ActorStamp } from '@thidua/runtime';
import type { JsonObject } from '@thidua/kernel';
import type { DossierRecord, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

export interface DossierStart {
  readonly provinceId: string;
  readonly dossier: DossierRecord;
  readonly submitter: OrgRecord;
  /** desk: the unit did its part on paper, or the receiving office proposes for residents; the flow begins at the desk. */
  readonly entry: 'unit' | 'desk';
  readonly stamp: ActorStamp;
  readonly action: string;
}

const PROCESS = { upper: 'ho-so', own: 'don-vi-quyet-dinh' } as const;

/** Starts the process of a hồ sơ; answers its first task. @throws Refused own-route-unavailable, state-conflict */
export async function startDossier(deps: CaseworkDeps, tx: Tx, start: DossierStart): Promise<string | null> {
  const { provinceId, dossier, stamp, action } = start;
  const { id: dossierId, code, route } = dossier;
  const answer = await deps.runtime.start(
    {
      provinceId,
      processKey: PROCESS[route],
      businessKey: code,
      variables: await variablesOf(deps, tx, start),
      subject: { orgId: dossier.orgId, dossierId },
      actor: stamp,
      audit: { action, facts: { dossierId, code } },
    },
    tx,
  );
  if (!answer.ok) {
    throw new Refused(route === 'own' ? 'own-route-unavailable' : 'state-conflict', { dossierId, reason: answer.reason });
  }
  await deps.stores.dossiers.setInstance(tx, provinceId, dossierId, answer.instanceId);
  return answer.openTasks[0]?.taskId ?? null;
}

async function variablesOf({ stores }: CaseworkDeps, tx: Tx, { provinceId, dossier, submitter, entry }: DossierStart): Promise<JsonObject> {
  const { id, orgId, code, route, procedure, receiverOrgId, deskOrgId } = dossier;
  const common = { dossier: id, unit: orgId, code, procedure, route };
  if (route === 'own') {
    return common;
  }
  const { province, department } = await stores.people.seats(provinceId, tx);
  return {
    ...common,
    entry,
    receiver: receiverOrgId,
    desk: deskOrgId,
    commune: receiverOrgId,
    department: department?.id ?? null,
    province: province?.id ?? null,
    legalPerson: submitter.legalPerson,
  };
}
