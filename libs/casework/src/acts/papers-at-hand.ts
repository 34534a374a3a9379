import type { PaperRecord, PaperState } from '@thidua/store';
import { isOwnFile } from '../files/own-part';
import { isAfterKind } from '../papers/after-kinds';
import { Refused } from '../refused';
import type { ActContext } from './act';

/** Minutes are the council's, whichever body prints them: its chair signs them. */
const OF_THE_COUNCIL: readonly string[] = ['bien-ban-hoi-dong', 'bien-ban-kiem-phieu'];

/** The papers a task is about, in the state the task starts from: its kinds, of the organisation its holder acts for. */
export async function papersAtHand(context: Pick<ActContext, 'deps' | 'tx' | 'task'>, state: PaperState): Promise<readonly PaperRecord[]> {
  const { deps, tx, task } = context;
  const ofNeither = task.roundId === null && task.dossierId === null;
  if (ofNeither || task.documents.some(isAfterKind)) {
    const made = await deps.stores.papers.ofInstance(task.provinceId, task.instanceId, tx);
    // A process that issues one paper at a time says which it is.
    const { paperKind = null } = task.local;
    return made.filter(
      (paper) => paper.state === state && task.documents.includes(paper.kind) && (paperKind === null || paper.kind === paperKind),
    );
  }
  const subject = task.roundId === null ? { dossierId: task.dossierId ?? '' } : { roundId: task.roundId };
  const papers = await deps.stores.papers.lockAbout(tx, task.provinceId, subject);
  const orgIds = task.candidateGroups.flatMap((group) => /^pos:([^/]+)\//.exec(group)?.[1] ?? []);
  return papers.filter(
    (paper) =>
      paper.state === state && task.documents.includes(paper.kind) && (OF_THE_COUNCIL.includes(paper.kind) || orgIds.includes(paper.orgId)),
  );
}

/** Letters of several questions lie on one desk: whoever signed or numbered the first has done the others with it. */
const TOGETHER: readonly string[] = ['cong-van-xin-y-kien'];

/** Whether the papers of this step were signed or numbered with those of another one of the same kind. */
export async function signedTogether(context: ActContext): Promise<boolean> {
  const { task } = context;
  if (!task.documents.some((kind) => TOGETHER.includes(kind))) {
    return false;
  }
  for (const state of ['signed', 'numbered', 'sealed', 'issued'] as const) {
    if ((await papersAtHand(context, state)).length > 0) {
      return true;
    }
  }
  return false;
}

/** Whether the unit has brought its own signed file for this step: it bears signature and number already. */
export async function broughtByUnit(context: Pick<ActContext, 'deps' | 'tx' | 'task'>): Promise<boolean> {
  return (await papersAtHand(context, 'issued')).some(isOwnFile);
}

export function demandPapers(papers: readonly PaperRecord[], { task }: ActContext): void {
  if (papers.length === 0) {
    throw new Refused('paper-state', { reason: 'no-paper', kinds: task.documents });
  }
}
