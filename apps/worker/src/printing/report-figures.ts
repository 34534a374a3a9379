import { figureSheets } from '@thidua/casework';
import type { PrintKind } from './print-kind';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Figures of a call as a workbook: totals, every body's own, awards, who reported when. */
export const reportFigures: PrintKind = async (room, order) => {
  const { callId } = order.params;
  const { call, sheets } = await figureSheets(room.deps, order.provinceId, typeof callId === 'string' ? callId : '');
  return { bytes: await room.deps.sheets.write(sheets), mime: XLSX, fileName: `so-lieu-bao-cao-${call.code}.xlsx` };
};
