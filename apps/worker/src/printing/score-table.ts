import { pointsInWords } from '@thidua/awards';
import type { ClaimedPrint, WorkRecord } from '@thidua/store';
import { boardOnPaper, scoreTable, type BoardOnPaper } from '../papers/movement/judging/score-papers';
import { TEMPLATES } from '../papers/render';
import { templateOf } from '../papers/template-of';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { textOf } from './blank-params';
import { officeFrame, officeOf } from './office-frame';
import type { PrintKind } from './print-kind';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_PAGES = 100;

/** A score table as its points stand now, landscape; the signed one is issued by the process. */
export const scoreTablePaper: PrintKind = async (room, order) => {
  const { provinceId } = order;
  const { found, work } = await atHand(room, order);
  const frame = officeFrame(room, provinceId, await officeOf(room, provinceId, textOf(order.params['printerId'])), 'NGƯỜI LẬP BẢNG');
  const data = { frame, ...scoreTable(found, { title: work.title, year: work.year }) };
  const template = await templateOf(room, { provinceId, kind: 'bang-cham-diem', paperId: null, stage: 'draft' });
  const expect = { mustContain: ['BẢNG CHẤM ĐIỂM', ...data.rows.map(({ name }) => name)], minPages: 1, maxPages: MOST_PAGES };
  const { bytes } = await room.maker.make({ kind: 'bang-cham-diem', version: TEMPLATES, expect, template, data });
  return { bytes, mime: 'application/pdf', fileName: `bang-cham-diem-${work.code}.pdf` };
};

/** The same as a workbook: the table, then every line of both columns with its reason. Points are text, as exact as they are kept. */
export const scoreTableWorkbook: PrintKind = async (room, order) => {
  const { found, work } = await atHand(room, order);
  const table = scoreTable(found, { title: work.title, year: work.year });
  const bytes = await room.deps.sheets.write([
    {
      name: 'Bảng chấm điểm',
      columns: [
        { title: 'Xếp thứ', type: 'number' },
        { title: 'Cơ quan, đơn vị', width: 40, type: 'text' },
        ...table.criteria.map(({ label, most }) => ({ title: `${label} (${most})`, type: 'text' as const })),
        { title: 'Tự chấm', type: 'text' },
        { title: 'Tổng điểm', type: 'text' },
        { title: 'Ghi chú', width: 30, type: 'text' },
      ],
      rows: table.rows.map((row) => [row.rank, row.name, ...row.points, row.self, row.given, row.note]),
    },
    {
      name: 'Chi tiết',
      columns: [
        { title: 'Cơ quan, đơn vị', width: 40, type: 'text' },
        { title: 'Tiêu chí', width: 60, type: 'text' },
        { title: 'Tối đa', type: 'text' },
        { title: 'Tự chấm', type: 'text' },
        { title: 'Thẩm định', type: 'text' },
        { title: 'Lý do thay đổi', width: 50, type: 'text' },
        { title: 'Minh chứng, giải trình', width: 50, type: 'text' },
      ],
      rows: detailRows(found),
    },
  ]);
  return { bytes, mime: XLSX, fileName: `bang-cham-diem-${work.code}.xlsx` };
};

function detailRows({ board, sheets }: BoardOnPaper): readonly (readonly string[])[] {
  const written = (points: string | null | undefined): string => (points === null || points === undefined ? '' : pointsInWords(points));
  return sheets.flatMap(({ sheet, lines }) =>
    board.criteria.map(({ id, text, most }) => {
      const line = lines.find(({ criterion }) => criterion === id);
      return [sheet.orgName, text, pointsInWords(most), written(line?.self), written(line?.given), line?.reason ?? '', line?.note ?? ''];
    }),
  );
}

async function atHand(
  room: TaskRoom,
  { provinceId, params }: ClaimedPrint,
): Promise<{ readonly found: BoardOnPaper; readonly work: WorkRecord }> {
  const id = textOf(params['boardId']);
  const found = await boardOnPaper(room, provinceId, id);
  const work = await room.deps.stores.works.byId(provinceId, id);
  if (found === undefined || work === undefined) {
    throw new GiveUp('facts-missing', 'Không còn đợt chấm điểm này.');
  }
  return { found, work };
}
