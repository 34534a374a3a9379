import type { Actor } from '@thidua/access';
import { DomainError } from '@thidua/kernel';
import type { CredentialRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { RateWindow } from '../intake/rate-window';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { demandPace } from '../verification/paces';
import { placeFor, type Place } from './place';
import { openSecret } from './vault';
import { note } from '../note';

const TRIALS_A_MINUTE = 20;
const A_MINUTE_MS = 60_000;
const trials = new WeakMap<object, RateWindow>();

/** Ký thử: the key signs a few random bytes, which are checked and thrown away. */
export const tryCredential: Handler<'tryCredential'> = async (deps, { actor, params }) => {
  const { credential } = await credentialFor(deps, actor, params['id'] ?? '');
  const window = trials.get(deps.stores) ?? new RateWindow(TRIALS_A_MINUTE, A_MINUTE_MS);
  trials.set(deps.stores, window);
  demandPace(window);
  try {
    await deps.signatures.prove(
      openSecret(deps.signingKey, { provinceId: actor.provinceId, credentialId: credential.id }, credential.secret),
    );
    return { works: true, problem: null };
  } catch (error) {
    if (error instanceof DomainError) {
      return { works: false, problem: error.code };
    }
    throw error;
  }
};

/** Out of use for good; what it signed stays signed. */
export const revokeCredential: Handler<'revokeCredential'> = async (deps, { actor, params, key }) => {
  const { credential, place } = await credentialFor(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const { provinceId, personId } = actor;
    if (await deps.stores.credentials.revoke(tx, provinceId, credential.id, { personId, atMs })) {
      await note(deps, tx, actor, {
        on: 'credential',
        id: place.ownerId,
        position: place.by,
        action: 'credential-revoked',
        facts: { credentialId: credential.id },
      });
    }
    return { done: true };
  });
};

/** @throws Refused not-found, forbidden */
async function credentialFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<{ credential: CredentialRecord; place: Place }> {
  const credential = isId(id) ? await deps.stores.credentials.byId(actor.provinceId, id) : undefined;
  if (credential === undefined || credential.revokedAt !== null) {
    throw new Refused('not-found', { what: 'credential' });
  }
  return { credential, place: await placeFor(deps, actor, credential) };
}
