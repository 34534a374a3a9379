import { compareDates, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import { Refused } from '../refused';
import { sentRows } from '../rounds/sent-rows';
import type { Act } from './act';
import { textOf } from './form-data';
import { roundOfTask } from './round-of-task';

/** The package went to Bộ Nội vụ: its rows are now at the central level (decision 29). */
export const ghiGui: Act = async (context) => {
  const { deps, tx, task, acting, data, today, nowMs } = context;
  const round = await roundOfTask(context);
  const date = parseLocalDate((textOf(data, 'date') ?? '').slice(0, 10));
  if (date === undefined || compareDates(date, today) > 0) {
    throw new Refused('form-invalid', { problems: [{ field: 'date', code: date === undefined ? 'not-a-date' : 'in-future' }] });
  }
  const paper = {
    id: newId(deps.clock),
    kind: 'sent' as const,
    numberText: textOf(data, 'numberText') ?? null,
    date: formatLocalDate(date),
    ground: textOf(data, 'note') ?? null,
    results: null,
    awards: null,
    recordedBy: acting.position.id,
    atMs: nowMs,
  };
  await deps.stores.central.record(tx, task.provinceId, round.id, paper);
  const rowIds = (await sentRows(deps, { provinceId: task.provinceId, round }, tx)).map((row) => row.id);
  await deps.stores.roundRows.setStage(tx, task.provinceId, rowIds, 'TW');
  return {
    variables: {},
    audit: { action: 'sent-to-centre', facts: { roundId: round.id, centralPaperId: paper.id, rows: rowIds.length } },
  };
};
