import { Refused } from '../refused';
import { paperFor } from '../papers/sight';
import type { PrintGate } from './print-gate';

const MOST_PAPERS = 500;

/** `{ paperIds, name? }`: finished papers the person may see, bound into one file in this order. */
export const mergedPapersGate: PrintGate = async (deps, actor, params) => {
  const ids = params['paperIds'];
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_PAPERS) {
    throw new Refused('request-invalid', { field: 'paperIds' });
  }
  const paperIds = ids.map(String);
  for (const id of paperIds) {
    const paper = await paperFor(deps, actor, id);
    if (paper.fileSha256 === null && paper.draftSha256 === null) {
      throw new Refused('paper-state', { paperId: id, state: paper.state });
    }
  }
  return { params: { paperIds }, total: paperIds.length };
};
