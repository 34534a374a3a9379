import { dayOf } from '@thidua/kernel';
import { papersAtHand } from '../acts/papers-at-hand';
import { nameOfType, documentTypeOf } from '../papers/document-types';
import { sourceOf } from '../papers/take-numbers';
import type { TaskContextQuery } from '../task-context';

/** The numbering form opens with the source that was set, and says for which papers. */
const numberingContext: TaskContextQuery = async (deps, task) => {
  const { year } = dayOf(deps.clock.nowMs());
  const papers = await papersAtHand({ deps, tx: deps.database.reader, task }, 'signed');
  const sources: { kind: string; type: string; title: string; source: 'own' | 'external' }[] = [];
  for (const paper of papers) {
    const source = await sourceOf(deps, task.provinceId, { paper, year });
    if (source !== undefined) {
      sources.push({ kind: paper.kind, type: nameOfType(documentTypeOf(paper.kind) ?? ''), title: paper.title, source });
    }
  }
  const mode = sources.some(({ source }) => source === 'external') ? 'external' : 'own';
  return { values: { mode }, context: { numbering: sources } };
};

/** By form id. */
export const REGISTER_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = { 'cap-so': numberingContext };
