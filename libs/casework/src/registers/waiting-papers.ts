import type { WaitingPaperView } from '@thidua/contract';
import { compareDates, dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { WaitingPaper } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { NUMBERED_KINDS } from '../papers/document-types';

/** Signed papers of the bodies that have not left the house, with the day T-27 gives them: the next working day after the signature. */
export async function waitingPapers(
  deps: CaseworkDeps,
  provinceId: string,
  orgIds: readonly string[],
): Promise<readonly WaitingPaperView[]> {
  const papers = orgIds.length === 0 ? [] : await deps.stores.registers.waiting(provinceId, orgIds, NUMBERED_KINDS);
  return papers.map((paper) => viewOf(deps, provinceId, paper));
}

function viewOf({ calendars, clock }: CaseworkDeps, provinceId: string, paper: WaitingPaper): WaitingPaperView {
  const due = calendars.of(provinceId, paper.orgId).addWorkingDays(dayOf(paper.signedAt.getTime()), 1);
  const { id, title, kind, code, orgName, state, numberText, dossierId, roundId } = paper;
  return {
    paperId: id,
    title,
    kind,
    code,
    orgName,
    state,
    numberText,
    dossierId,
    roundId,
    signedAt: isoOf(paper.signedAt.getTime()),
    dueOn: formatLocalDate(due),
    overdue: compareDates(dayOf(clock.nowMs()), due) > 0,
  };
}
