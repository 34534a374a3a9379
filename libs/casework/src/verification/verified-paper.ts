import type { PaperVerified } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { DecisionRecord, PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';
import { standingOf } from './standing';

const CERTIFICATES: readonly string[] = ['giay-khen', 'bang-khen', 'giay-cap-lai'];

type Found = PaperRecord & { readonly provinceId: string };

/** What the public page says of a paper; undefined for one it says nothing of: not issued, or no decision and no certificate. */
export async function verifiedPaper(deps: CaseworkDeps, paper: Found): Promise<PaperVerified | undefined> {
  if (paper.state !== 'issued' && paper.state !== 'canceled') {
    return undefined;
  }
  if (CERTIFICATES.includes(paper.kind)) {
    return certificate(deps, paper);
  }
  if (paper.kind !== 'quyet-dinh' && !paper.kind.startsWith('quyet-dinh-')) {
    return undefined;
  }
  const { award } = await frozen(deps, paper);
  return {
    kind: 'decision',
    name: null,
    awards: typeof award === 'string' ? [award] : [],
    decision: { numberText: paper.numberText, date: paper.numberDate },
    status: await standing(deps, paper),
  };
}

export async function standing(deps: CaseworkDeps, paper: Found): Promise<PaperVerified['status']> {
  return standingOf(paper, await deps.stores.paperChanges.marksOf(paper.provinceId, paper.id));
}

async function certificate(deps: CaseworkDeps, paper: Found): Promise<PaperVerified> {
  const { provinceId } = paper;
  const { recipient, award } = await frozen(deps, paper);
  const row = paper.rowId === null ? undefined : await deps.stores.rows.byId(provinceId, paper.rowId);
  const [decision] = await deps.stores.decisions.byIds(provinceId, paper.decisionId === null ? [] : [paper.decisionId]);
  return {
    kind: 'certificate',
    name: typeof recipient === 'string' ? recipient : (row?.name ?? null),
    awards: typeof award === 'string' ? [award] : decision === undefined ? [] : [awardOf(deps, decision)],
    decision: { numberText: decision?.numberText ?? null, date: decision === undefined ? null : (decision.numberDate ?? decision.date) },
    status: (await hasFallen(deps, provinceId, decision)) ? 'revoked' : await standing(deps, paper),
  };
}

/** A certificate is worth what its decision is. */
async function hasFallen(deps: CaseworkDeps, provinceId: string, decision: DecisionRecord | undefined): Promise<boolean> {
  if (decision === undefined || decision.canceledAt !== null || decision.paperId === null) {
    return decision !== undefined && decision.canceledAt !== null;
  }
  return (await deps.stores.papers.byId(provinceId, decision.paperId))?.state === 'canceled';
}

function awardOf(deps: CaseworkDeps, { packHash, award }: DecisionRecord): string {
  return nameOfAward(deps.law.packs.get(packHash), award, [], 'full');
}

/** What it was printed from. */
async function frozen(deps: CaseworkDeps, paper: Found): Promise<JsonObject> {
  const body = await deps.stores.payloads.get(paper.provinceId, paper.finalHash ?? paper.dataHash);
  // What preparePapers and recordPapers freeze is an object under `data`.
  return (body?.['data'] ?? {}) as JsonObject;
}
