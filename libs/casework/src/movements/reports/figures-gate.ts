import { isId } from '../../papers/sight';
import type { PrintGate } from '../../printing/print-gate';
import { textIn } from '../../printing/text-in';
import { Refused } from '../../refused';
import { reportFor } from './report-at-hand';

/** `{ callId }`: the compiled figures of a call as a workbook, for whoever may open the call. */
export const reportFiguresGate: PrintGate = async (deps, actor, params) => {
  const callId = textIn(params, 'callId');
  if (!isId(callId)) {
    throw new Refused('not-found', { what: 'report-call' });
  }
  const { report } = await reportFor(deps, actor, callId, 'report-call');
  const position = actor.positions.find((held) => held.orgId === report.orgId) ?? actor.positions[0];
  return { params: { callId: report.workId }, ...(position === undefined ? {} : { positionId: position.id }) };
};
