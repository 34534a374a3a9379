import { randomBytes } from 'node:crypto';
import { certificateColumns, sealSecret, type CaseworkDeps } from '@thidua/casework';
import { drawDemoSeal, makeDemoCertificate, proveKey } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { CredentialOwner } from '@thidua/store';
import { keptDemoAuthority } from './demo-authority';

const DAY_MS = 86_400_000;

export interface CredentialHolder {
  readonly provinceId: string;
  readonly ownerKind: CredentialOwner;
  readonly ownerId: string;
  readonly personId: string | null;
  /** A person's name, or the body's. */
  readonly name: string;
  readonly orgName: string;
}

/** Demo mode: whoever signs without a certificate gets one of the demo authority; a body also a seal to be seen. */
export async function makeDemoCredential(deps: CaseworkDeps, dataDir: string, holder: CredentialHolder): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const { provinceId, ownerKind, ownerId, personId, name, orgName } = holder;
  const passphrase = randomBytes(24).toString('base64url');
  const p12 = await makeDemoCertificate({
    ...{ commonName: name, organization: orgName, passphrase, keyKind: ownerKind === 'org' ? 'rsa' : 'ec' },
    ...{ notBeforeMs: nowMs - 400 * DAY_MS, notAfterMs: nowMs + 3000 * DAY_MS },
    authority: await keptDemoAuthority(dataDir, nowMs),
  });
  const secret = { driver: 'p12', p12, passphrase } as const;
  const facts = await proveKey(secret);
  const seal = ownerKind === 'org' ? await drawDemoSeal(orgName) : undefined;
  const id = newId(deps.clock);
  await deps.database.inTransaction(async (tx) => {
    await deps.stores.credentials.put(tx, provinceId, {
      ...{ id, ownerKind, ownerId, personId, driver: 'p12' as const },
      ...certificateColumns(facts),
      secret: sealSecret(deps.signingKey, { provinceId, credentialId: id }, secret),
      addedBy: null,
      addedMs: nowMs,
    });
    if (seal !== undefined && (await deps.stores.signatureImages.of(provinceId, [ownerId])).length === 0) {
      const fileSha256 = await deps.stores.files.put(tx, provinceId, { bytes: seal, mime: 'image/png', atMs: nowMs });
      await deps.stores.signatureImages.put(tx, provinceId, { ownerKind: 'org', ownerId, fileSha256, keptBy: null, atMs: nowMs });
    }
  });
}

/** Posts that put their name under papers. */
const SIGNING_ROLES: readonly string[] = ['chair', 'deputy-chair', 'head', 'deputy-head', 'director', 'deputy-director', 'board-chair'];

/** The posts and bodies of the demo that have no certificate yet, so that their screens show one before anybody signs. */
export async function withoutCredential(deps: CaseworkDeps): Promise<readonly CredentialHolder[]> {
  const day = formatLocalDate(dayOf(deps.clock.nowMs()));
  const holders: CredentialHolder[] = [];
  for (const provinceId of await deps.stores.people.provinces()) {
    const orgs = (await deps.stores.people.orgsAsOf(provinceId, day)).filter((org) => org.hasSeal);
    const posts = await deps.stores.people.postsIn(
      provinceId,
      orgs.map((org) => org.id),
      day,
    );
    const signing = posts.filter((post) => SIGNING_ROLES.includes(post.role));
    const known = await deps.stores.credentials.ofMany(
      provinceId,
      [...orgs, ...signing].map(({ id }) => id),
    );
    const lacks = ({ id }: { readonly id: string }): boolean => !known.some((one) => one.ownerId === id);
    holders.push(
      ...signing.filter(lacks).map(({ id, personId, fullName, orgName }) => ({
        provinceId,
        ownerKind: 'position' as const,
        ownerId: id,
        personId,
        name: fullName,
        orgName,
      })),
      ...orgs
        .filter(lacks)
        .map(({ id, name }) => ({ provinceId, ownerKind: 'org' as const, ownerId: id, personId: null, name, orgName: name })),
    );
  }
  return holders;
}
