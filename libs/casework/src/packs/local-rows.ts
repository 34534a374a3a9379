import {
  authorityDepartures,
  awardsOf,
  effectivePack,
  listedRows,
  readPackPlain,
  rowKey,
  rowToPlain,
  withSwitched,
  type Pack,
  type PackList,
  type PackProblem,
} from '@thidua/awards';
import { formatLocalDate, type JsonObject, type JsonValue, type Result } from '@thidua/kernel';
import { Refused } from '../refused';
import type { NamedPaper } from './named-paper';
import type { SheetRow } from './pack-sheets';

export interface LocalOrder {
  readonly provinceId: string;
  /** The pack in force for the province: the country's, or its own effective one. */
  readonly over: Pack;
  readonly paper: NamedPaper;
  /** YYYY-MM-DD. */
  readonly from: string;
  /** Tells one local pack of the province from another. */
  readonly id: string;
}

export interface LocalRow {
  readonly list: PackList;
  /** In the keys of the file. */
  readonly raw: JsonObject;
}

/** Fields that say where a row comes from; of a local row the paper says it. */
const ABOUT = ['citation', 'confirmed', 'source', 'note', 'effectiveFrom', 'effectiveTo', 'province'];

/** A local pack of these rows, each with the paper as its citation and in force from the day named. */
export function localPack(
  { provinceId, over, paper, from, id }: LocalOrder,
  rows: readonly LocalRow[],
  switchOn: readonly string[] = [],
): Result<Pack, readonly PackProblem[]> {
  const [year = '', month = '', day = ''] = paper.date.split('-');
  const citation = `Văn bản số ${paper.number} ngày ${day}/${month}/${year} của ${paper.body}`;
  const lists = Object.fromEntries(
    [...new Set(rows.map((row) => row.list))].map((list): [string, JsonValue] => [
      list,
      rows
        .filter((row) => row.list === list)
        .map(({ raw }) => ({ ...raw, citation, confirmed: true, source: 'địa phương', effectiveFrom: from, effectiveTo: null })),
    ]),
  );
  return readPackPlain({
    id,
    title: `Quy định của địa phương theo văn bản số ${paper.number}`,
    status: 'local',
    receivedFrom: from,
    basedOn: baseId(over),
    province: provinceId,
    citation,
    confirmed: true,
    ...lists,
    switchOn,
  });
}

/** Every local pack lies over a pack of the country; an effective pack is one already laid over. */
function baseId(over: Pack): string {
  return over.province === null ? over.id : (over.basedOn ?? over.id);
}

/**
 * A local pack that may be proposed: it reads, it fits over the pack, and it lets nobody else decide.
 * @throws Refused law-rows-invalid, authority-not-local
 */
export function demandFitting(over: Pack, local: Result<Pack, readonly PackProblem[]>): { readonly local: Pack; readonly effective: Pack } {
  if (!local.ok) {
    throw invalid(local.error);
  }
  const effective = effectivePack(over, [local.value]);
  if (!effective.ok) {
    throw invalid(effective.error);
  }
  // An overlay of the pack itself is a reading of the same law, no departure from it.
  const [departure] = authorityDepartures(withSwitched(over, local.value), effective.value);
  const [row] = local.value.authorities;
  if (departure !== undefined || row !== undefined) {
    throw new Refused('authority-not-local', {
      ruleId: departure?.baseRuleId ?? row?.id ?? '',
      citation: departure?.baseCitation ?? over.citation,
      sentence: departure?.sentence ?? 'Thẩm quyền quyết định khen thưởng không giao cho địa phương quy định.',
    });
  }
  return { local: local.value, effective: effective.value };
}

function invalid(problems: readonly PackProblem[]): Refused {
  return new Refused('law-rows-invalid', { problems: problems.map(({ rowId, path, message }) => ({ rowId, path, message })) });
}

/** The row with some of its keys set anew. @throws Refused not-found */
export function overriddenRow(pack: Pack, key: string, values: JsonObject): LocalRow {
  const found = listedRows(pack).find((one) => rowKey(one) === key);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'pack-row', rowKey: key });
  }
  return { list: found.list, raw: { ...rowToPlain(found.row), ...values, id: found.row.id } };
}

export interface LineVerdict extends Pick<SheetRow, 'sheet' | 'line'> {
  readonly list: string;
  readonly rowId: string;
  readonly verdict: 'same' | 'changed' | 'added' | 'wrong';
  readonly problems: readonly string[];
  /** Set when the line is to become a local row. */
  readonly row: LocalRow | null;
}

/** What becomes of every line of a table laid over a pack; nothing is written. */
export function lineVerdicts(order: LocalOrder, rows: readonly SheetRow[]): readonly LineVerdict[] {
  const known = new Map(listedRows(order.over).map((one) => [`${one.list}/${said(rowToPlain(one.row))}`, one]));
  const ids = new Set(listedRows(order.over).map((one) => `${one.list}/${one.row.id}`));
  const alone = rows.map((row) => verdictOf(order, row, known, ids));
  // What only the rows together show: two lines that answer one question, an award nobody knows.
  const local = localPack(
    order,
    alone.flatMap(({ row }) => (row === null ? [] : [row])),
  );
  const together = local.ok ? effectivePack(order.over, [local.value]) : local;
  const problems = together.ok ? [] : together.error;
  return alone.map((line) => {
    const own = line.row === null ? [] : problems.filter((problem) => problem.rowId === line.rowId).map((problem) => problem.message);
    return own.length === 0 ? line : { ...line, verdict: 'wrong' as const, problems: own, row: null };
  });
}

function verdictOf(order: LocalOrder, line: SheetRow, known: ReadonlyMap<string, unknown>, ids: ReadonlySet<string>): LineVerdict {
  const { sheet, list, raw } = line;
  const rowId = typeof raw['id'] === 'string' ? raw['id'] : '';
  const base = { sheet, line: line.line, list: list ?? '', rowId, row: null };
  if (list === null) {
    return { ...base, verdict: 'wrong', problems: [`không có bảng nào tên '${sheet}'; giữ tên trang tính như khi tải về`] };
  }
  if (known.has(`${list}/${said(raw)}`)) {
    return { ...base, verdict: 'same', problems: [] };
  }
  if (list === 'authorities') {
    return { ...base, verdict: 'wrong', problems: [departureSentence(order.over, rowId)] };
  }
  const read = localPack(order, [{ list, raw }]);
  return read.ok
    ? { ...base, verdict: ids.has(`${list}/${rowId}`) ? 'changed' : 'added', problems: [], row: { list, raw } }
    : { ...base, verdict: 'wrong', problems: read.error.map(({ path, message }) => `${path.split('.').pop() ?? path}: ${message}`) };
}

function departureSentence(pack: Pack, rowId: string): string {
  const row = pack.authorities.find((one) => one.id === rowId);
  return row === undefined
    ? 'thẩm quyền quyết định khen thưởng không giao cho địa phương quy định; bỏ dòng này'
    : `dòng ${row.id} khác quy định gốc (căn cứ ${row.citation}); thẩm quyền không giao cho địa phương, trả dòng về như cũ`;
}

/** What a row says, without where it comes from: a table that changed nothing else is the same row. An empty list is an empty cell. */
function said(raw: JsonObject): string {
  return JSON.stringify(
    Object.entries(raw)
      .filter(([key, value]) => !ABOUT.includes(key) && !(Array.isArray(value) && value.length === 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** How many rows of the pack a table does not name. */
export function untouchedRows(pack: Pack, rows: readonly SheetRow[]): number {
  const named = new Set(rows.map((row) => `${row.list ?? ''}/${typeof row.raw['id'] === 'string' ? row.raw['id'] : ''}`));
  return listedRows(pack).filter((one) => !named.has(`${one.list}/${one.row.id}`)).length;
}

/** '3 dòng: T-17; T-19 (BK_TINH); V-10, áp dụng từ 02/03/2026'. */
export function summaryOf(local: Pack): string {
  const from = `áp dụng từ ${formatLocalDate(local.receivedFrom).split('-').reverse().join('/')}`;
  if (local.switchOn.length > 0) {
    return `Cách đọc ${local.switchOn.join(', ')}, ${from}`;
  }
  const rows = listedRows(local);
  const names = rows.slice(0, 8).map(({ row }) => {
    const awards = awardsOf(row) ?? [];
    return awards.length === 0 || awards.length > 3 ? row.id : `${row.id} (${awards.join(', ')})`;
  });
  return `${rows.length} dòng: ${names.join('; ')}${rows.length > names.length ? '…' : ''}, ${from}`;
}
