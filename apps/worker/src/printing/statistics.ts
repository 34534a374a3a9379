import { statisticPrint, statisticSheets, type StatisticPrint } from '@thidua/casework';
import type { StatisticSheet } from '@thidua/documents';
import type { ClaimedPrint } from '@thidua/store';
import { TEMPLATES } from '../papers/render';
import { templateOf } from '../papers/template-of';
import type { TaskRoom } from '../service-tasks/service-task';
import { textOf } from './blank-params';
import { officeFrame, officeOf } from './office-frame';
import type { PrintKind } from './print-kind';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_PAGES = 200;
/** Millimetres a line stands in per step. */
const STEP = 5;

/** A statistical table on paper. */
export const statisticPaper: PrintKind = async (room, order) => {
  const { provinceId } = order;
  const print = await statisticPrint(room.deps, provinceId, order.params);
  const data = await sheetOf(room, order, print);
  const template = await templateOf(room, { provinceId, kind: 'bieu-thong-ke', paperId: null, stage: 'draft' });
  const shows = ['BIỂU THỐNG KÊ', ...data.lines.slice(0, 1).map((line) => line.label)];
  const expect = { mustContain: shows, minPages: 1, maxPages: MOST_PAGES };
  const { bytes } = await room.maker.make({ kind: 'bieu-thong-ke', version: TEMPLATES, expect, template, data });
  return { bytes, mime: 'application/pdf', fileName: `${fileName(print)}.pdf` };
};

/** The same as a workbook, with the rows behind it. */
export const statisticWorkbook: PrintKind = async (room, order) => {
  const print = await statisticPrint(room.deps, order.provinceId, order.params);
  const bytes = await room.deps.sheets.write(await statisticSheets(room.deps, order.provinceId, print));
  return { bytes, mime: XLSX, fileName: `${fileName(print)}.xlsx` };
};

async function sheetOf(room: TaskRoom, { provinceId, params, askedBy }: ClaimedPrint, print: StatisticPrint): Promise<StatisticSheet> {
  const { table, lines, about } = print;
  const version = `${table.id}/${String(table.number)}`;
  const [maker] = await room.deps.stores.people.persons(provinceId, [askedBy]);
  const frame = officeFrame(room, provinceId, await officeOf(room, provinceId, textOf(params['printerId'])), 'THỦ TRƯỞNG CƠ QUAN');
  return {
    frame: { ...frame, unconfirmedRows: table.confirmed ? [] : [`biểu ${version}`] },
    title: table.title,
    about: [print.room.org.name, ...about].join('; '),
    counted: table.counted,
    version,
    citation: table.citation,
    lineHead: table.lineHead,
    heads: headsOf(print),
    subheads: table.columns.filter((column) => column.group !== null).map((column) => column.label),
    lines: lines.map(({ number, label, depth, cells }, at) => ({
      number: number ?? '',
      label,
      indent: depth * STEP,
      leading: at === 0 || (depth === 0 && (lines[at + 1]?.depth ?? 0) > 0),
      cells: cells.map((n) => (n === 0 ? '–' : n.toLocaleString('vi-VN'))),
    })),
    maker: maker?.fullName ?? '',
    notes: table.notes,
  };
}

/** Neighbouring columns of one group under one head. */
function headsOf({ table }: StatisticPrint): StatisticSheet['heads'] {
  const heads: { label: string; columns: number }[] = [];
  for (const [at, { label, group }] of table.columns.entries()) {
    const last = heads.at(-1);
    if (group === null || last === undefined || table.columns[at - 1]?.group !== group) {
      heads.push(group === null ? { label, columns: 0 } : { label: group, columns: 1 });
    } else {
      last.columns += 1;
    }
  }
  return heads;
}

function fileName({ table, madeOn }: StatisticPrint): string {
  return `thong-ke-${table.id}-${madeOn}`;
}
