import { mayChangePaper, mayKeepRecords } from '@thidua/access';
import { isoOf } from '@thidua/kernel';
import type { Handler } from '../handler';
import { paperFor } from '../papers/sight';
import { CHANGE_ACTIONS, whyNotCancelNumber, whyNotChange } from './change-possible';
import { markView } from './mark-view';

/** What has happened to a paper since it was issued, and what may be asked of it. */
export const paperChanges: Handler<'paperChanges'> = async (deps, { actor, params }) => {
  const paper = await paperFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const [changes, marks] = await Promise.all([
    deps.stores.paperChanges.ofPaper(provinceId, paper.id),
    deps.stores.paperChanges.marksOf(provinceId, paper.id),
  ]);
  const made = await Promise.all(
    changes.map(({ madePaperId }) =>
      madePaperId === null ? Promise.resolve(undefined) : deps.stores.papers.byId(provinceId, madePaperId),
    ),
  );
  const asks = mayChangePaper(actor, [paper.orgId]).allowed;
  const keeps = mayKeepRecords(actor, paper.orgId).allowed;
  return {
    changes: changes.map((one, at) => {
      const result = made[at];
      return {
        id: one.id,
        action: one.action,
        reason: one.reason,
        status: one.status,
        refusal: one.refusal,
        askedAt: isoOf(one.askedAt.getTime()),
        made: result === undefined ? null : { id: result.id, title: result.title, numberText: result.numberText },
      };
    }),
    marks: marks.map(markView),
    may: [
      ...CHANGE_ACTIONS.map((action) => ({ action, whyNot: asks ? whyNotChange(paper, action, changes) : 'forbidden' })),
      { action: 'cancel-number' as const, whyNot: keeps ? whyNotCancelNumber(paper) : 'forbidden' },
    ],
  };
};
