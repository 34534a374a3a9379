import { mayKeepPaper, mayPropose, type Actor, type HeldPosition } from '@thidua/access';
import { dayOf, isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { CustodyLine, DossierRecord, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { note } from '../note';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { intakePlace } from './intake-place';
import { communeOf, nextCode } from './new-dossier';
import { inTurn } from '../in-turn';

/**
 * A dossier that is a state secret (L2022 art. 85, law.md 13): it gets a number and a shelf, and nothing else of it enters. The contract
 * has no field for a text, the tables refuse names and papers, and no process runs on it.
 */
export const numberSecretDossier: Handler<'numberSecretDossier'> = (deps, { actor, body, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId, personId } = actor;
    const { orgId, secrecy, occasion, year, shelf } = body;
    const atMs = deps.clock.nowMs();
    const place = await intakePlace(deps, { provinceId, orgId, day: dayOf(atMs) }, tx);
    const verdict = mayPropose(actor, orgId, place.desk.id);
    if (!verdict.allowed) {
      throw new Refused('forbidden', { orgId });
    }
    const { dossiers, intake } = deps.stores;
    const [dossierId, code] = [newId(deps.clock), await nextCode(deps, tx, provinceId, place)];
    await dossiers.insert(tx, provinceId, {
      id: dossierId,
      code,
      orgId,
      communeId: communeOf(place),
      receiverOrgId: place.receiver.id,
      deskOrgId: place.desk.id,
      movementId: null,
      occasion,
      year,
      title: '',
      secrecy,
      createdBy: personId,
      createdMs: atMs,
    });
    await dossiers.addParty(tx, provinceId, { dossierId, orgId, role: 'submitting-body', fromMs: atMs });
    await intake.placePaper(tx, provinceId, dossierId, { holderOrgId: verdict.position.orgId, shelf, by: personId, atMs });
    const facts = { dossierId, code, secrecy, shelf };
    await note(deps, tx, actor, { on: 'dossier', id: dossierId, position: verdict.position, action: 'secret-dossier-numbered', facts });
    return { dossierId, code };
  });

/** Where the paper has been and lies now; for its parties. */
export const custody: Handler<'custody'> = async (deps, { actor, params }) => {
  const dossier = await secretFor(deps, actor, params['id'] ?? '');
  const lines = await deps.stores.intake.custody(actor.provinceId, dossier.id);
  const people = await deps.stores.people.persons(actor.provinceId, [...new Set(lines.map((line) => line.byPerson))]);
  const may = dossier.closedAt === null && mayKeepPaper(actor, lines.at(-1)?.holderOrgId ?? '').allowed;
  const next = may ? await placesFor(deps, dossier) : [];
  return {
    secrecy: dossier.secrecy,
    lines: lines.map(({ seq, holder, shelf, fromAt, byPerson }) => ({
      seq,
      holder,
      shelf,
      from: isoOf(fromAt.getTime()),
      by: people.find((person) => person.id === byPerson)?.fullName ?? '',
    })),
    next: next.map(({ id, name }) => ({ id, name })),
    may: { move: may, close: may },
  };
};

/** The paper goes to the next body on its road, which sees the number from now on. */
export const moveSecretDossier: Handler<'moveSecretDossier'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const { dossier, position } = await kept(deps, tx, actor, params['id'] ?? '');
    const next = (await placesFor(deps, dossier, tx)).find((org) => org.id === body.holderOrgId);
    if (next === undefined) {
      throw new Refused('request-invalid', { fields: [{ path: 'holderOrgId', problem: 'unknown', kind: 'custom' }] });
    }
    const { dossiers, intake } = deps.stores;
    const atMs = deps.clock.nowMs();
    const { holderOrgId, shelf } = body;
    await intake.placePaper(tx, actor.provinceId, dossier.id, { holderOrgId, shelf, by: actor.personId, atMs });
    await dossiers.addParty(tx, actor.provinceId, { dossierId: dossier.id, orgId: holderOrgId, role: 'paper-keeper', fromMs: atMs });
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'secret-paper-moved', facts: { holderOrgId, shelf } });
    return { done: true as const };
  });

/** The matter is over, on paper; the number stays. */
export const closeSecretDossier: Handler<'closeSecretDossier'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { dossier, position } = await kept(deps, tx, actor, params['id'] ?? '');
    await deps.stores.dossiers.setStatus(tx, actor.provinceId, dossier.id, 'closed', deps.clock.nowMs());
    await note(deps, tx, actor, {
      on: 'dossier',
      id: dossier.id,
      position,
      action: 'secret-dossier-closed',
      facts: { dossierId: dossier.id },
    });
    return { done: true as const };
  });

async function secretFor(deps: CaseworkDeps, actor: Actor, id: string, tx?: Tx): Promise<DossierRecord> {
  const dossier = await dossierFor(deps, actor, id, tx);
  if (dossier.secrecy === 'none') {
    throw new Refused('not-found', { what: 'custody' });
  }
  return dossier;
}

/** An open secret dossier whose paper lies with the actor's body, locked. @throws Refused forbidden, state-conflict */
async function kept(deps: CaseworkDeps, tx: Tx, actor: Actor, id: string): Promise<{ dossier: DossierRecord; position: HeldPosition }> {
  const { id: dossierId } = await secretFor(deps, actor, id, tx);
  const dossier = await deps.stores.dossiers.lock(tx, actor.provinceId, dossierId);
  const lines: readonly CustodyLine[] = await deps.stores.intake.custody(actor.provinceId, dossierId, tx);
  const verdict = mayKeepPaper(actor, lines.at(-1)?.holderOrgId ?? '');
  if (!verdict.allowed) {
    throw new Refused('forbidden', { dossierId });
  }
  if (dossier === undefined || dossier.closedAt !== null) {
    throw new Refused('state-conflict', { dossierId });
  }
  return { dossier, position: verdict.position };
}

/** Bodies a secret paper travels between: its unit, who receives, the desk, the province. */
async function placesFor({ stores }: CaseworkDeps, dossier: DossierRecord, tx?: Tx): Promise<readonly OrgRecord[]> {
  const { province, department } = await stores.people.seats(dossier.provinceId, tx);
  const ids = [dossier.orgId, dossier.receiverOrgId, dossier.deskOrgId, department?.id ?? null, province?.id ?? null];
  const known = [...new Set(ids)].filter((id) => id !== null);
  const orgs = await inTurn(known, (id) => stores.people.org(dossier.provinceId, id, tx));
  return orgs.filter((org) => org !== undefined);
}
