import { listedRows, PACK_LISTS, rowKey, type PackList } from './rows';
import type { Pack, PackRow } from './pack';

/** The paper by which a province's body confirmed a row: what papers print instead of a mark of doubt. */
export interface RowConfirmation {
  readonly body: string;
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** The pack as a province may read it: rows it has confirmed stand without a mark and cite its paper too. Competence never depends on it. */
export function confirmedPack(pack: Pack, confirmations: ReadonlyMap<string, RowConfirmation>): Pack {
  if (confirmations.size === 0) {
    return pack;
  }
  const lists = Object.fromEntries(
    PACK_LISTS.map((list) => [list, pack[list].map((row: PackRow) => withPaper(row, confirmations.get(rowKey({ list, row }))))]),
  ) as unknown as Pick<Pack, PackList>;
  const confirmed = { ...pack, ...lists };
  return { ...confirmed, confirmed: pack.confirmed || listedRows(confirmed).every(({ row }) => row.confirmed) };
}

function withPaper(row: PackRow, paper: RowConfirmation | undefined): PackRow {
  if (paper === undefined || row.confirmed) {
    return row;
  }
  const [year = '', month = '', day = ''] = paper.date.split('-');
  const local = `văn bản số ${paper.number} ngày ${day}/${month}/${year} của ${paper.body}`;
  return { ...row, confirmed: true, citation: `${row.citation}; ${local}` };
}

/** How far a province has come: of the rows that the pack itself leaves open, those it has confirmed. */
export function confirmationProgress(
  pack: Pack,
  confirmations: ReadonlyMap<string, RowConfirmation>,
): { readonly done: number; readonly total: number; readonly sentence: string } {
  const open = listedRows(pack).filter(({ row }) => !row.confirmed);
  const done = open.filter((one) => confirmations.has(rowKey(one))).length;
  return { done, total: open.length, sentence: `${done}/${open.length} dòng đã xác nhận` };
}
