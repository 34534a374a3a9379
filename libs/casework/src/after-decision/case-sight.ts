import { mayPursueRevocation, type Actor, type HeldPosition } from '@thidua/access';
import { dayOf } from '@thidua/kernel';
import type { RevocationRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { revocationPlaces } from './revocation-places';

/** The case, for the parties of its dossier; for anyone else there is none. @throws Refused not-found */
export async function revocationFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<RevocationRecord> {
  const found = isId(id) ? await deps.stores.revocations.byId(actor.provinceId, id) : undefined;
  if (found?.dossierId === undefined || found.dossierId === null) {
    throw new Refused('not-found', { what: 'revocation' });
  }
  await dossierFor(deps, actor, found.dossierId);
  return found;
}

/** The post under which the actor pursues a case: in the body that proposes, the office that collects, or the body that decides. */
export async function pursuerOf(deps: CaseworkDeps, actor: Actor, found: RevocationRecord, tx?: Tx): Promise<HeldPosition | undefined> {
  const { provinceId } = actor;
  const [decision] = await deps.stores.decisions.byIds(provinceId, [found.decisionId], tx);
  const dossier = found.dossierId === null ? undefined : await deps.stores.dossiers.byId(provinceId, found.dossierId, tx);
  if (decision === undefined || dossier === undefined) {
    return undefined;
  }
  const today = dayOf(deps.clock.nowMs());
  const { desk } = await revocationPlaces(deps, { provinceId, decision, dossier, today }, tx);
  const bodies = [found.proposerOrgId, desk.orgId, ...(found.deciderOrgId === null ? [] : [found.deciderOrgId])];
  const verdict = mayPursueRevocation(actor, bodies);
  return verdict.allowed ? verdict.position : undefined;
}

/** @throws Refused forbidden */
export async function demandPursuer(deps: CaseworkDeps, actor: Actor, found: RevocationRecord, tx?: Tx): Promise<HeldPosition> {
  const position = await pursuerOf(deps, actor, found, tx);
  if (position === undefined) {
    throw new Refused('forbidden', { revocationId: found.id });
  }
  return position;
}
