import { maySeeDossier } from '@thidua/access';
import type { PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { fileOf } from './read-paper';
import { isId } from './sight';

/** The merged file with its mục lục, as the last bundling step left it. */
export const dossierBundle: Handler<'dossierBundle'> = async (deps, { actor, params }) => {
  const id = params['id'] ?? '';
  const dossier = isId(id) ? await deps.stores.dossiers.byId(actor.provinceId, id) : undefined;
  const parties = dossier === undefined ? [] : await deps.stores.dossiers.parties(actor.provinceId, id);
  if (dossier === undefined || !maySeeDossier(actor, { orgId: dossier.orgId, parties }).allowed) {
    throw new Refused('not-found', { what: 'dossier' });
  }
  const papers = await deps.stores.papers.about(actor.provinceId, { dossierId: id });
  return bundleIn(deps, actor.provinceId, papers, `bo-ho-so-${dossier.code}`);
};

export const roundBundle: Handler<'roundBundle'> = async (deps, { actor, params }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const papers = await deps.stores.papers.about(actor.provinceId, { roundId: round.id });
  return bundleIn(deps, actor.provinceId, papers, `bo-ho-so-${round.code}`);
};

function bundleIn(deps: CaseworkDeps, provinceId: string, papers: readonly PaperRecord[], name: string): ReturnType<typeof fileOf> {
  const bundle = papers.findLast((paper) => paper.kind === 'bo-ho-so' && paper.fileSha256 !== null);
  return fileOf(deps, provinceId, { sha256: bundle?.fileSha256 ?? null, name });
}
