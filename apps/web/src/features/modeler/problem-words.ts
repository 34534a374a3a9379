import { tell, type Told } from '@thidua/bpmn';
import type { ProblemView } from '@thidua/contract';

const LISTS = ['path', 'elements', 'waitsFor'];
const HEAD = 3;
const TAIL = 4;

/** The sentences the rules carry, with the names of the drawing in the place of ids; of a long run its beginning and end. */
export function problemWords(problem: ProblemView, language: 'vi' | 'en', labelOf: (id: string) => string): Told {
  const named = LISTS.flatMap((key) => {
    const ids = idsIn(problem, key);
    return ids.length === 0 ? [] : [[key, shortened(ids.map(labelOf))] as const];
  });
  return tell({ code: problem.code, detail: { ...problem.detail, ...Object.fromEntries(named) } }, language);
}

/** The run that leads to the trouble, up to its element; else the elements it is about. */
export function runOf(problem: ProblemView): readonly string[] {
  const path = idsIn(problem, 'path');
  if (path.length === 0) {
    return idsIn(problem, 'elements');
  }
  return problem.elementId === null || path.at(-1) === problem.elementId ? path : [...path, problem.elementId];
}

function idsIn({ detail }: ProblemView, key: string): readonly string[] {
  const value = detail[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function shortened(labels: readonly string[]): readonly string[] {
  return labels.length <= HEAD + TAIL + 1 ? labels : [...labels.slice(0, HEAD), '…', ...labels.slice(-TAIL)];
}
