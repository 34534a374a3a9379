import type { CredentialView } from '@thidua/contract';
import { newId } from '@thidua/runtime';
import type { Actor } from '@thidua/access';
import type { CertificateFacts, CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { credentialView } from './credential-view';
import { placeFor, type Place } from './place';
import { sealSecret, type CredentialSecret } from './vault';
import { note } from '../note';

const LARGEST = 64 * 1024;

/** A .p12 or .pfx with its passphrase: opened once to see that it signs, then sealed. The passphrase is written nowhere else. */
export const uploadP12: Handler<'uploadP12'> = async (deps, { actor, body, file }) => {
  const place = await placeFor(deps, actor, body);
  const bytes = file?.bytes ?? new Uint8Array();
  if (bytes.byteLength > LARGEST) {
    throw new Refused('file-too-large', { size: bytes.byteLength, largest: LARGEST });
  }
  return { credential: await keep(deps, actor, place, { driver: 'p12', p12: bytes, passphrase: body.passphrase }) };
};

/** A signer elsewhere, of those the house has allowed: nobody makes us call an address of his own. */
export const keepRemoteCredential: Handler<'keepRemoteCredential'> = async (deps, { actor, body }) => {
  const place = await placeFor(deps, actor, body);
  const { url, credentialId, token = null } = body;
  if (!deps.remoteSigners.includes(new URL(url).origin)) {
    throw new Refused('remote-signer-unknown', { url: new URL(url).origin, known: deps.remoteSigners });
  }
  return { credential: await keep(deps, actor, place, { driver: 'remote', url, credentialId, token }) };
};

async function keep(deps: CaseworkDeps, actor: Actor, place: Place, secret: CredentialSecret): Promise<CredentialView> {
  const facts = await deps.signatures.prove(secret);
  const atMs = deps.clock.nowMs();
  if (facts.validToMs <= atMs) {
    throw new Refused('certificate-unusable', { reason: 'expired' });
  }
  const id = newId(deps.clock);
  const { provinceId } = actor;
  await deps.database.inTransaction(async (tx) => {
    await deps.stores.credentials.put(tx, provinceId, {
      ...{ id, ownerKind: place.ownerKind, ownerId: place.ownerId, personId: place.personId, driver: secret.driver },
      ...certificateColumns(facts),
      secret: sealSecret(deps.signingKey, { provinceId, credentialId: id }, secret),
      addedBy: actor.personId,
      addedMs: atMs,
    });
    await note(deps, tx, actor, {
      on: 'credential',
      id: place.ownerId,
      position: place.by,
      action: 'credential-kept',
      facts: { credentialId: id, ownerKind: place.ownerKind, driver: secret.driver, holder: facts.holder, issuer: facts.issuer },
    });
  });
  const kept = await deps.stores.credentials.byId(provinceId, id);
  if (kept === undefined) {
    throw new Error(`credential ${id} was just written`);
  }
  return credentialView(kept, { nowMs: atMs, holder: place.personId });
}

export function certificateColumns({ holder, issuer, der, validFromMs, validToMs }: CertificateFacts): {
  readonly label: string;
  readonly issuer: string;
  readonly certificate: Uint8Array;
  readonly validFrom: Date;
  readonly validTo: Date;
} {
  return { label: holder, issuer, certificate: der, validFrom: new Date(validFromMs), validTo: new Date(validToMs) };
}
