import { refuse } from '../drawing/place';
import { elementsOf, flagOf } from '../moddle/access';
import { allOf, idOf } from './model';
import type { Rule } from './rule';

/** A file holds at least one executable process, and everything that runs has an id others can refer to. */
export const processMissing: Rule = (drawing) => {
  if (drawing.processes.length === 0) {
    const found = elementsOf(drawing.root, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
    const detail = { processes: found.filter((process) => flagOf(process, 'isExecutable') !== true).map(idOf) };
    return [refuse('process-missing', { element: drawing.root }, detail, { hint: 'Set isExecutable="true" on the process.' })];
  }
  return [
    ...drawing.processes.flatMap((process) => [...process.nodes, ...process.flows]).map(({ element }) => element),
    ...allOf(drawing, 'bpmn:MessageFlow'),
  ]
    .filter((element) => idOf(element) === '')
    .map((element) => refuse('id-missing', { element }));
};
