import { refuse } from '../drawing/place';
import { entered } from '../flow/reach';
import { stepsCut } from './decision-path';
import { eachProcess } from './each';

/** On every path a number is given only to what has been signed or decided before. */
export const numberingPath = eachProcess((process) => {
  const numberings = process.nodes.filter((node) => node.step === 'numbering');
  const reached = numberings.length === 0 ? new Set<number>() : entered(process, stepsCut(process, ['decision', 'sign']));
  return numberings
    .filter((node) => reached.has(node.index))
    .map((node) => refuse('numbering-before-signature', { element: node.element }));
});
