import type { Act } from './act';
import { textOf } from './form-data';
import { roundOfTask } from './round-of-task';
import { recordSent } from './tra-loi-tw';

/** The province says whether it agrees with another form than it asked for; with its agreement the rows carry that form on. */
export const thongNhat: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const round = await roundOfTask(context);
  const agreed = textOf(data, 'agreed') === 'yes';
  const id = await recordSent(context, round.id, agreed ? 'agreed' : 'answered');
  const proposed = (await deps.stores.central.ofRound(task.provinceId, round.id, tx)).findLast((paper) => paper.kind === 'differs');
  const changes = agreed ? Object.entries(proposed?.awards ?? {}) : [];
  for (const [rowId, award] of changes) {
    await deps.stores.cases.setAward(tx, task.provinceId, rowId, award);
  }
  return {
    variables: {},
    audit: {
      action: 'other-form-answered',
      facts: { roundId: round.id, centralPaperId: id, agreed, rowIds: changes.map(([rowId]) => rowId) },
    },
  };
};
