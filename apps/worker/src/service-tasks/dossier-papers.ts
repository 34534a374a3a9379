import type { PaperFacts, RowFacts } from '@thidua/store';
import { latestPapers } from './bundle';
import type { TaskRoom } from './service-task';

/** What a unit's file holds for the levels above it. */
const OF_THE_UNIT = new Set(['to-trinh', 'danh-sach', 'bien-ban-binh-xet', 'bao-cao-thanh-tich']);

/** The units' own papers behind rows of a round, dossier by dossier. */
export async function dossierPapers(
  { facts }: Pick<TaskRoom, 'facts'>,
  provinceId: string,
  rows: readonly RowFacts[],
): Promise<readonly PaperFacts[]> {
  const dossierIds = [...new Set(rows.filter((row) => row.state !== 'withdrawn').map((row) => row.dossierId))];
  const found = await Promise.all(dossierIds.map((dossierId) => facts.papers(provinceId, { dossierId })));
  return found.flatMap((papers) => latestPapers(papers).filter((paper) => OF_THE_UNIT.has(paper.kind)));
}
