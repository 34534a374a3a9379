import { newId } from '@thidua/runtime';
import type { PaperChangeAction, PaperMarkKind } from '@thidua/store';
import type { JobVerb } from '../jobs/job-verb';
import { kindOfChange } from './after-papers';

const MARKS: Readonly<Partial<Record<PaperChangeAction, PaperMarkKind>>> = {
  'correct-form': 'corrected',
  'correct-content': 'corrected',
  cancel: 'canceled',
  replace: 'replaced',
};

/** The paper that carries out the change is issued: the first one is marked, and a cancelled one's number is withdrawn for ever. */
export const applyChange: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId, instanceId } = job;
  const { paperChanges, papers, numbers } = deps.stores;
  const change = await paperChanges.ofInstance(tx, provinceId, instanceId);
  if (change === undefined) {
    throw new Error(`process ${instanceId} changes no paper`);
  }
  const made = (await papers.ofInstance(provinceId, instanceId, tx)).findLast((paper) => paper.kind === kindOfChange(change.action));
  const kind = MARKS[change.action];
  if (kind !== undefined) {
    await paperChanges.mark(tx, provinceId, newId(deps.clock), {
      paperId: change.paperId,
      kind,
      byTitle: made?.title ?? '',
      byNumber: made?.numberText ?? null,
      byDate: made?.numberDate ?? null,
      byBody: made?.orgName ?? '',
      byPaperId: made?.id ?? null,
      atMs: nowMs,
    });
  }
  if (change.action === 'cancel') {
    await paperChanges.cancelPaper(tx, provinceId, change.paperId);
    await numbers.cancel(tx, provinceId, change.paperId, { reason: change.reason, atMs: nowMs });
  }
  await paperChanges.end(tx, provinceId, change.id, { status: 'done', madePaperId: made?.id ?? null, atMs: nowMs });
  return {};
};
