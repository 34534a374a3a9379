import type { PaperPlan } from '../plan';
import type { AfterWork } from './after-scene';
import { changePaper } from './change-papers';
import { revocationSubmission, revokingDecision } from './revocation-papers';

/** The papers of a job after a decision, with their data as the facts stand now. */
export function afterPlans({ scene, papers }: AfterWork): readonly PaperPlan[] {
  const { subject } = scene;
  return papers.map((paper) => {
    if (subject.about === 'change') {
      return changePaper({ scene, change: subject.change, target: subject.paper, paper });
    }
    const order = { scene, found: subject.found, rows: subject.rows, paper };
    return paper.kind === 'to-trinh-huy-bo' ? revocationSubmission(order) : revokingDecision(order);
  });
}
