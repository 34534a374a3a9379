import type { RoundView } from '@thidua/contract';
import type { Stage } from '../cases/case';
import { savePapers, type CaseLine } from '../report';
import type { Session } from '../session';
import { demandPapers, ROUND_PAPERS, type RoundOf } from './expected-papers';

/** A round that is over, with the papers of the body that held it, as a line of the table. */
export async function saveRound(stage: Stage, person: Session, roundId: string, what: RoundOf): Promise<CaseLine> {
  const round = await person.call<RoundView>('round', { params: { id: roundId } });
  const papers = await savePapers(person, round, stage.out);
  demandPapers(
    round.code,
    round.papers.filter((paper) => paper.ready).map((paper) => paper.kind),
    ROUND_PAPERS[what],
  );
  const numbers = round.papers.flatMap((paper) => (paper.kind === 'quyet-dinh' && paper.numberText !== null ? [paper.numberText] : []));
  return { code: round.code, award: round.title, path: round.orgName, decision: numbers.join(', ') || '–', papers };
}
