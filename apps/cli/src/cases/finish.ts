import type { DossierView } from '@thidua/contract';
import { savePapers, type CaseLine } from '../report';
import { Refused, type Session } from '../session';
import { until } from '../until';
import type { Stage } from './case';

const OUTCOMES: Readonly<Record<string, string>> = {
  awarded: 'được khen',
  'not-recommended': 'không đủ phiếu',
  rejected: 'bị loại',
  refused: 'không được tặng',
  withdrawn: 'đã rút',
};

/** Waits until the dossier is closed with its result notice made, saves its papers, and tells its line of the table. */
export async function finish(
  stage: Stage,
  clerk: Session,
  dossierId: string,
  path: string,
): Promise<{ line: CaseLine; dossier: DossierView }> {
  const dossier = await awaitClosed(clerk, dossierId);
  const papers = await savePapers(clerk, dossier, stage.out);
  const decisions = [
    ...new Set(dossier.rows.flatMap((row) => (typeof row.decision?.numberText === 'string' ? [row.decision.numberText] : []))),
  ];
  const states = dossier.rows.map((row) => row.state);
  const count = (state: string): string => `${states.filter((one) => one === state).length} ${OUTCOMES[state] ?? state}`;
  const outcome = [...new Set(states)].map(count).join(', ');
  return {
    dossier,
    line: { code: dossier.code, award: dossier.awards.join(', '), path, decision: `${decisions.join(', ') || '–'} (${outcome})`, papers },
  };
}

export function awaitClosed(clerk: Session, dossierId: string): Promise<DossierView> {
  return until(
    'hồ sơ có kết quả',
    async () => {
      const view = await clerk.call<DossierView>('dossier', { params: { id: dossierId } });
      const noticed = view.papers.some((paper) => paper.kind === 'thong-bao-ket-qua' && paper.ready);
      return ['closed', 'rejected', 'withdrawn'].includes(view.status) && noticed ? view : undefined;
    },
    120,
  );
}

/** The round a dossier's rows are in at a level, as soon as it is known; a higher level sees the dossier only once it is sent up. */
export function roundOf(clerk: Session, dossierId: string, nth: number): Promise<string> {
  return until(
    'hồ sơ vào đợt xét',
    async () => {
      const view = await clerk.call<DossierView>('dossier', { params: { id: dossierId } }).catch(notSentYet);
      return view?.roundIds[nth];
    },
    120,
  );
}

function notSentYet(error: unknown): undefined {
  if (!(error instanceof Refused) || error.status !== 404) {
    throw error;
  }
}
