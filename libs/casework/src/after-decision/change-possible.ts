import type { PaperChange, PaperChangeAction, PaperRecord } from '@thidua/store';

export const CHANGE_ACTIONS: readonly PaperChangeAction[] = ['correct-form', 'correct-content', 'cancel', 'replace', 'copy'];
const CERTIFICATES: readonly string[] = ['giay-khen', 'bang-khen', 'giay-cap-lai'];
const BUNDLES: readonly string[] = ['bo-ho-so', 'goi-ho-so'];
const REVOKING: readonly string[] = ['quyet-dinh-huy-bo', 'quyet-dinh-thu-hoi'];

/** Why a change cannot be asked of a paper, or null (decision 31; NĐ 30/2020). */
export function whyNotChange(paper: PaperRecord, action: PaperChangeAction, changes: readonly PaperChange[]): string | null {
  if (paper.state === 'canceled') {
    return 'canceled';
  }
  if (paper.state !== 'issued' && paper.state !== 'sealed') {
    return 'not-issued';
  }
  if (BUNDLES.includes(paper.kind)) {
    return 'a-bundle';
  }
  if (changes.some((change) => change.action === action && change.status === 'drafting')) {
    return 'under-way';
  }
  const certificate = CERTIFICATES.includes(paper.kind);
  if (action === 'replace') {
    return certificate ? null : 'not-a-certificate';
  }
  if (action === 'copy') {
    return null;
  }
  if (paper.numberText === null) {
    return certificate ? 'replace-instead' : 'no-number';
  }
  // An award is taken back by its own procedure, with its ground and its decider.
  return action === 'cancel' && ((paper.kind === 'quyet-dinh' && paper.decisionId !== null) || REVOKING.includes(paper.kind))
    ? 'award-decision'
    : null;
}

/** Why the number of a paper cannot be withdrawn by a line in the register, or null: only before the paper has left the house. */
export function whyNotCancelNumber(paper: PaperRecord): string | null {
  if (paper.numberText === null) {
    return 'no-number';
  }
  if (paper.state !== 'numbered') {
    return paper.state === 'canceled' ? 'canceled' : 'already-issued';
  }
  if (paper.decisionId !== null || REVOKING.includes(paper.kind)) {
    return 'award-decision';
  }
  return paper.fileSha256 === null ? 'being-issued' : null;
}
