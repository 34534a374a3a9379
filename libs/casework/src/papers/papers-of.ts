import type { PaperSummary } from '@thidua/contract';
import type { CaseworkDeps } from '../deps';
import { paperSummary } from './paper-summary';

/** Papers of a round that every unit with a row in it may see. */
export const SHARED_KINDS: readonly string[] = [
  'bien-ban-hoi-dong',
  'bien-ban-kiem-phieu',
  'quyet-dinh',
  'giay-khen',
  'bang-khen',
  'giay-cap-lai',
  'thong-bao-cong-khai',
  'quyet-dinh-huy-bo',
  'quyet-dinh-thu-hoi',
  'quyet-dinh-dinh-chinh',
  'cong-van-dinh-chinh',
];

/** A dossier's own papers, and of the rounds its rows went through those it may see: minutes, decisions, its own certificates. */
export async function papersOfDossier(deps: CaseworkDeps, provinceId: string, dossierId: string): Promise<readonly PaperSummary[]> {
  const own = await deps.stores.papers.about(provinceId, { dossierId });
  const ofRounds = (await deps.stores.papers.ofRoundsOf(provinceId, dossierId)).filter((paper) => SHARED_KINDS.includes(paper.kind));
  // A paper may be about the dossier and one of its rounds.
  const all = [...own, ...ofRounds.filter((paper) => !own.some((one) => one.id === paper.id))];
  return all.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).map(paperSummary);
}

export async function papersOfRound(deps: CaseworkDeps, provinceId: string, roundId: string): Promise<readonly PaperSummary[]> {
  return (await deps.stores.papers.about(provinceId, { roundId })).map(paperSummary);
}
