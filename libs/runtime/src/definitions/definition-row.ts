import { createHash } from 'node:crypto';
import { canonicalJson, type NewDefinition } from '@thidua/store';
import type { Release } from './release';

/** SHA-256 over diagram and resources: what makes two releases the same. */
export function setHash({ xml, resources }: Pick<Release, 'xml' | 'resources'>): string {
  return createHash('sha256').update(canonicalJson({ xml, resources })).digest('hex');
}

export function rowOf(id: string, release: Release, shippedHash: string | null): NewDefinition {
  const { key, name, xml, resources, origin, createdBy = null } = release;
  return {
    id,
    key,
    name,
    xml,
    resources,
    origin,
    createdBy,
    shippedHash,
    note: null,
    versionTag: versionTagOf(xml),
    setHash: setHash(release),
  };
}

export function versionTagOf(xml: string): string | null {
  return /<zeebe:versionTag\s+value="([^"]*)"/.exec(xml)?.[1] ?? null;
}
