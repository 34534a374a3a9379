import type { PaperFacts, RowFacts } from '@thidua/store';
import type { RoundScene } from '../papers/scene';
import { latestPapers } from './bundle';
import type { TaskRoom } from './service-task';

/** What a unit's file holds for the levels above it. */
const OF_THE_UNIT = new Set(['to-trinh', 'danh-sach', 'bien-ban-binh-xet', 'bao-cao-thanh-tich', 'tom-tat-thanh-tich', 'xac-nhan']);
/** What a commune or a district sends up with them: its submission, and that its council stood behind it. */
const OF_THE_ROUND = new Set(['to-trinh', 'danh-sach', 'bien-ban-hoi-dong', 'bien-ban-kiem-phieu', 'bang-tong-hop', 'bien-ban-cum']);

type Room = Pick<TaskRoom, 'facts' | 'deps'>;

/** Papers of the levels below that stand behind rows of a round: of the rounds they came through, then of their dossiers. */
export async function papersBelow(
  room: Room,
  provinceId: string,
  { round, rows }: { readonly round: RoundScene['round']; readonly rows: readonly RowFacts[] },
): Promise<readonly PaperFacts[]> {
  const standing = rows.filter((row) => row.state !== 'withdrawn');
  const rowIds = standing.map((row) => row.id);
  const roundIds = await room.deps.stores.bundles.roundsBelow(provinceId, round.id, rowIds);
  const ofRounds = await Promise.all(roundIds.map((roundId) => room.facts.papers(provinceId, { roundId })));
  const dossierIds = [...new Set(standing.map((row) => row.dossierId))];
  const ofDossiers = await Promise.all(dossierIds.map((dossierId) => room.facts.papers(provinceId, { dossierId })));
  return [
    ...ofRounds.flatMap((papers) => latestPapers(papers).filter((paper) => OF_THE_ROUND.has(paper.kind))),
    ...ofDossiers.flatMap((papers) => latestPapers(papers).filter((paper) => OF_THE_UNIT.has(paper.kind))),
  ];
}
