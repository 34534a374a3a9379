import type { OpenDossier, OrgRecord, Succession } from '@thidua/store';

/** An ended body and those who take its open files. */
export interface Estate {
  readonly provinceId: string;
  readonly predecessor: OrgRecord;
  readonly heirs: readonly Succession[];
}

/**
 * The successor that takes a dossier: one that its unit stands under, else one of the ended body's own kind, else a commune before the
 * province, else the first recorded.
 */
export function heirFor(
  { predecessor, heirs }: Estate,
  orgs: readonly OrgRecord[],
  dossier: Pick<OpenDossier, 'communeId' | 'unitParentId'>,
): Succession {
  const above = chainOf(orgs, dossier.unitParentId ?? dossier.communeId);
  const found =
    heirs.find((heir) => above.includes(heir.successorId) && heir.successorKind !== 'province') ??
    heirs.find((heir) => heir.successorKind === predecessor.kind) ??
    heirs.find((heir) => heir.successorKind === 'commune') ??
    heirs[0];
  if (found === undefined) {
    throw new Error(`${predecessor.id} has no successor`);
  }
  return found;
}

/** A body and those above it, the nearest first. */
function chainOf(orgs: readonly OrgRecord[], id: string | null): readonly string[] {
  const chain: string[] = [];
  for (let next = id; next !== null;) {
    const at: string = next;
    chain.push(at);
    next = orgs.find((one) => one.id === at)?.parentId ?? null;
  }
  return chain;
}
