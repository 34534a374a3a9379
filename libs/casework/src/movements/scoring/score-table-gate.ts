import { Refused } from '../../refused';
import type { PrintGate } from '../../printing/print-gate';
import { textIn } from '../../printing/text-in';
import { boardFor, scorerPost } from './score-at-hand';

/** `{ boardId }`: the table as its points stand, for whoever scores; PDF under 'bang-cham-diem', a workbook under 'bang-cham-diem-xlsx'. */
export const scoreTableGate: PrintGate = async (deps, actor, params) => {
  const found = await boardFor(deps, actor, textIn(params, 'boardId'));
  const position = scorerPost(actor, found);
  if (position === undefined) {
    throw new Refused('forbidden', { workId: found.work.id });
  }
  return { params: { boardId: found.board.id, printerId: position.orgId }, positionId: position.id };
};
