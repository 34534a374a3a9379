import { maySeeDossier, type Actor } from '@thidua/access';
import type { FileAnswer } from '@thidua/contract';
import type { DossierRecord, PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { fileOf } from './read-paper';
import { isId } from './sight';

/** The merged file with its mục lục, as the last bundling step left it. */
export const dossierBundle: Handler<'dossierBundle'> = async (deps, { actor, params }) => {
  const dossier = await dossierAtHand(deps, actor, params['id'] ?? '');
  const papers = await deps.stores.papers.about(actor.provinceId, { dossierId: dossier.id });
  return bundleIn(deps, actor.provinceId, { papers, kind: 'bo-ho-so', name: `bo-ho-so-${dossier.code}` });
};

export const roundBundle: Handler<'roundBundle'> = async (deps, { actor, params }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const papers = await deps.stores.papers.about(actor.provinceId, { roundId: round.id });
  return bundleIn(deps, actor.provinceId, { papers, kind: 'bo-ho-so', name: `bo-ho-so-${round.code}` });
};

/** The same papers as a ZIP with manifest and sums, as frozen with the merged file: every download is the same bytes. */
export const dossierArchive: Handler<'dossierArchive'> = async (deps, { actor, params }) => {
  const dossier = await dossierAtHand(deps, actor, params['id'] ?? '');
  return archiveIn(deps, actor.provinceId, { of: { dossierId: dossier.id }, kind: 'bo-ho-so', name: `bo-ho-so-${dossier.code}` });
};

export const roundArchive: Handler<'roundArchive'> = async (deps, { actor, params }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  return archiveIn(deps, actor.provinceId, { of: { roundId: round.id }, kind: 'bo-ho-so', name: `bo-ho-so-${round.code}` });
};

/** What went to Bộ Nội vụ (law.md 7.3), bound. */
export const roundPackage: Handler<'roundPackage'> = async (deps, { actor, params }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const papers = await deps.stores.papers.about(actor.provinceId, { roundId: round.id });
  return bundleIn(deps, actor.provinceId, { papers, kind: 'goi-ho-so', name: `goi-ho-so-${round.code}` });
};

export const roundPackageArchive: Handler<'roundPackageArchive'> = async (deps, { actor, params }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  return archiveIn(deps, actor.provinceId, { of: { roundId: round.id }, kind: 'goi-ho-so', name: `goi-ho-so-${round.code}` });
};

async function dossierAtHand({ stores }: CaseworkDeps, actor: Actor, id: string): Promise<DossierRecord> {
  const dossier = isId(id) ? await stores.dossiers.byId(actor.provinceId, id) : undefined;
  const parties = dossier === undefined ? [] : await stores.dossiers.parties(actor.provinceId, id);
  if (dossier === undefined || !maySeeDossier(actor, { orgId: dossier.orgId, parties }).allowed) {
    throw new Refused('not-found', { what: 'dossier' });
  }
  return dossier;
}

interface BundleAsked {
  readonly papers: readonly PaperRecord[];
  readonly kind: string;
  readonly name: string;
}

function bundleIn(deps: CaseworkDeps, provinceId: string, { papers, kind, name }: BundleAsked): Promise<FileAnswer> {
  const bundle = papers.findLast((paper) => paper.kind === kind && paper.fileSha256 !== null);
  return fileOf(deps, provinceId, { sha256: bundle?.fileSha256 ?? null, name });
}

interface ArchiveAsked {
  readonly of: { readonly dossierId: string } | { readonly roundId: string };
  readonly kind: string;
  readonly name: string;
}

async function archiveIn(deps: CaseworkDeps, provinceId: string, { of, kind, name }: ArchiveAsked): Promise<FileAnswer> {
  const found = await deps.stores.bundles.archiveOf(provinceId, of, kind);
  return fileOf(deps, provinceId, { sha256: found?.sha256 ?? null, name });
}
