import { mayKeepBlank, mayPrintCertificates } from '@thidua/access';
import { BLANK_SAMPLE } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { BlankRecord } from '@thidua/store';
import type { PrintGate } from '../printing/print-gate';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { blankFor, blankToKeep } from './blank-at-hand';
import { inListOrder } from './list-order';

const MOST_SHEETS = 1000;

/** `{ blankId, picture }`: one sheet with sample words, a millimetre grid and corner marks; with the picture beneath when it is wanted. */
export const blankTestGate: PrintGate = async (deps, actor, params) => {
  const { blank, position } = await blankToKeep(deps, actor, textOf(params['blankId']));
  const picture = params['picture'] === true ? blank.pictureSha256 : null;
  return { params: { layout: layoutOf(blank), values: BLANK_SAMPLE, picture }, total: 1, positionId: position.id };
};

/**
 * `{ blankId, roundId, rowIds? }`: the certificates of a round on a blank, a sheet each, in the order of their lists. The fields are those of
 * now: whoever moves one meanwhile prints anew.
 */
export const blankSheetsGate: PrintGate = async (deps, actor, params) => {
  const blank = await blankFor(deps, actor, textOf(params['blankId']));
  const round = await roundFor(deps, actor, textOf(params['roundId']));
  const verdict = mayPrintCertificates(actor, [round.orgId, round.standingOrgId]);
  if (!verdict.allowed || !mayKeepBlank(actor, blank.orgId).allowed) {
    throw new Refused('forbidden', { orgId: round.orgId });
  }
  const rowIds = Array.isArray(params['rowIds']) ? params['rowIds'].map(String) : null;
  const all = inListOrder(await deps.stores.blanks.certificatesOf(actor.provinceId, round.id));
  const chosen = rowIds === null ? all : all.filter((paper) => rowIds.includes(paper.rowId));
  if (chosen.length === 0 || chosen.length > MOST_SHEETS) {
    throw new Refused('request-invalid', { field: 'rowIds', most: MOST_SHEETS });
  }
  const sheets = chosen.map(({ paperId, dataHash, verifyToken }) => ({ paperId, dataHash, verifyToken }));
  const name = `in-phoi-${round.code}`;
  return { params: { layout: layoutOf(blank), sheets, name }, total: sheets.length, positionId: verdict.position.id };
};

/** The blank as it is now, frozen with the order. */
function layoutOf({ widthMm, heightMm, fields }: BlankRecord): JsonObject {
  return { widthMm, heightMm, fields: [...fields] };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
