import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { idOf } from './model';
import type { Rule } from './rule';

/** What has no shape runs all the same but nobody sees it in the diagram of a dossier: a warning. */
export const diagramInterchange: Rule = (drawing) => {
  const unseen = (element: ModdleElement): boolean => !drawing.shapes.has(idOf(element));
  return drawing.processes
    .flatMap((process) => [...process.nodes.slice(1), ...process.flows])
    .filter(({ element }) => unseen(element))
    .map(({ element }) => refuse('shape-missing', { element }, {}, { severity: 'warning' }));
};
