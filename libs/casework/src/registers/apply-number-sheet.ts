import type { Actor } from '@thidua/access';
import { dayOf, formatLocalDate, type JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import { numberPapers } from '../acts/cap-so';
import { papersAtHand } from '../acts/papers-at-hand';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { isNumber } from '../papers/document-types';
import { sourceOf, type TypedNumber } from '../papers/take-numbers';
import { Refused } from '../refused';
import { demandTask } from '../tasks/actor-policy';
import { lockTask } from '../tasks/load-task';
import { finishTask } from '../verbs/complete-task';
import { clerksBody } from './number-sheet';
import { papersToNumber } from './papers-to-number';

/** Numbers given elsewhere, to all papers of the table or to none: each numbering step is completed as its own form would have done it. */
export const applyNumberSheet: Handler<'applyNumberSheet'> = async (deps, { actor, body, key }) => {
  const org = await clerksBody(deps, actor, body.orgId);
  const typed = new Map(body.rows.map(({ paperId, number, date }) => [paperId, { number, date }]));
  demandForm(deps, body.rows);
  return once(deps, key, async (tx) => {
    const waiting = (await papersToNumber(deps, actor, org.id, tx)).filter(({ paper }) => typed.has(paper.id));
    const unknown = [...typed.keys()].filter((id) => !waiting.some(({ paper }) => paper.id === id));
    if (unknown.length > 0) {
      throw new Refused('paper-state', { reason: 'not-waiting', paperId: unknown[0] ?? '' });
    }
    const numbers: string[] = [];
    const taskIds = [...new Set(waiting.map(({ taskId }) => taskId))];
    for (const taskId of taskIds) {
      numbers.push(...(await completeWith(deps, tx, { actor, taskId, typed })));
    }
    return { tasks: taskIds.length, numbers };
  });
};

function demandForm(
  deps: CaseworkDeps,
  rows: readonly { readonly paperId: string; readonly number: string; readonly date: string }[],
): void {
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const wrong = rows.find(({ number, date }) => !isNumber(number) || date > today);
  if (wrong !== undefined) {
    throw new Refused('number-invalid', { paperId: wrong.paperId, number: wrong.number, date: wrong.date });
  }
  if (new Set(rows.map(({ paperId }) => paperId)).size !== rows.length) {
    throw new Refused('number-invalid', { reason: 'twice-in-sheet' });
  }
}

interface Completion {
  readonly actor: Actor;
  readonly taskId: string;
  readonly typed: ReadonlyMap<string, TypedNumber>;
}

async function completeWith(deps: CaseworkDeps, tx: Tx, { actor, taskId, typed }: Completion): Promise<readonly string[]> {
  const loaded = await lockTask(deps, tx, actor.provinceId, taskId);
  const { task } = loaded;
  if (task.status !== 'open') {
    throw new Refused('task-not-open', { taskId, status: task.status });
  }
  const acting = await demandTask(deps, actor, loaded, tx);
  const nowMs = deps.clock.nowMs();
  const today = dayOf(nowMs);
  const papers = await papersAtHand({ deps, tx, task }, 'signed');
  for (const paper of papers) {
    if (!typed.has(paper.id) && (await sourceOf(deps, task.provinceId, { paper, year: today.year }, tx)) === 'external') {
      throw new Refused('number-invalid', { reason: 'others-missing', paperId: paper.id, title: paper.title });
    }
  }
  const given = papers.flatMap((paper) => typed.get(paper.id) ?? []);
  const data: JsonObject = { mode: 'external', number: given.map(({ number }) => number).join(', '), date: given[0]?.date ?? '' };
  const result = await numberPapers({ deps, tx, actor, acting, task, data, nowMs, today }, papers, typed);
  await finishTask({ deps, tx, actor, acting, loaded, data }, result);
  const numbers = result.audit.facts?.['numbers'];
  return Array.isArray(numbers) ? numbers.map(String) : [];
}
