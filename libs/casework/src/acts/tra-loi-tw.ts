import { formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { Act, ActContext } from './act';
import { textOf } from './form-data';
import { roundOfTask } from './round-of-task';
import { paperDate } from './tra-loi-y-kien';

/** The province's answer to a question of the centre. */
export const traLoiTw: Act = async (context) => {
  const round = await roundOfTask(context);
  const id = await recordSent(context, round.id, 'answered');
  return { variables: {}, audit: { action: 'central-question-answered', facts: { roundId: round.id, centralPaperId: id } } };
};

/** A paper that went to the centre, as the form of the step tells it; answers its id. */
export async function recordSent(context: ActContext, roundId: string, kind: 'answered' | 'agreed' | 'handed-over'): Promise<string> {
  const { deps, tx, task, acting, data, nowMs } = context;
  const id = newId(deps.clock);
  await deps.stores.central.record(tx, task.provinceId, roundId, {
    id,
    kind,
    numberText: textOf(data, 'numberText') ?? null,
    date: formatLocalDate(paperDate(context, 'date')),
    ground: textOf(data, 'text') ?? textOf(data, 'note') ?? null,
    results: null,
    awards: null,
    recordedBy: acting.position.id,
    atMs: nowMs,
  });
  return id;
}
