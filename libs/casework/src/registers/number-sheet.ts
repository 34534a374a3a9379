import { mayKeepRecords, type Actor } from '@thidua/access';
import type { NumberSheetLine } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { OrgRecord } from '@thidua/store';
import type { Cell, CaseworkDeps, Sheet } from '../deps';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { dayIn, textIn } from '../intake/sheet-words';
import { isNumber, writtenNumber } from '../papers/document-types';
import { sourceOf } from '../papers/take-numbers';
import { searchable } from '../plain-text';
import { Refused } from '../refused';
import { papersToNumber, type PaperToNumber } from './papers-to-number';
import { bodyFor } from './read-registers';

const MOST_LINES = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const COLUMNS = [
  { key: 'code', title: 'Mã hồ sơ, đợt xét', width: 22, type: 'text' },
  { key: 'kind', title: 'Loại văn bản', width: 18, type: 'text' },
  { key: 'title', title: 'Trích yếu', width: 60, type: 'text' },
  { key: 'number', title: 'Số', width: 10, type: 'text' },
  { key: 'date', title: 'Ngày văn bản', width: 14, type: 'date' },
] as const;
type Key = (typeof COLUMNS)[number]['key'];
type Problem = NumberSheetLine['problems'][number];
type Cells = ReadonlyMap<Key, Cell>;

/** The form, with a line for every paper that waits for a number of the document system: the clerk adds numbers and days. */
export const numberSheetForm: Handler<'numberSheetForm'> = async (deps, { actor, query }) => {
  const org = await clerksBody(deps, actor, query.orgId);
  const waiting = (await papersToNumber(deps, actor, org.id)).filter(({ source }) => source === 'external');
  const rows = waiting.map(({ code, typeName, paper }): readonly Cell[] => [code, typeName, paper.title, null, null]);
  const columns = COLUMNS.map(({ title, width, type }) => ({ title, width, type }));
  return { bytes: await deps.sheets.write([{ name: 'Cấp số', columns, rows }]), fileName: 'cap-so-van-ban.xlsx', mime: XLSX };
};

/** A table of numbers given elsewhere: each line with its verdict, nothing kept. */
export const readNumberSheet: Handler<'readNumberSheet'> = async (deps, { actor, query, file }) => {
  const org = await clerksBody(deps, actor, query.orgId);
  const { bytes } = await checkedUpload(deps, file, 'sheet');
  const [sheet] = await deps.sheets.read(bytes);
  const table = tableOf(sheet);
  if (table.length > MOST_LINES) {
    throw new Refused('sheet-unreadable', { reason: 'too-many', largest: MOST_LINES });
  }
  const waiting = await papersToNumber(deps, actor, org.id);
  const lines: NumberSheetLine[] = [];
  for (const row of table) {
    lines.push(await lineOf(deps, { actor, org, waiting, before: lines, row }));
  }
  const whole = lines.map((line) => refusedWith(line, othersMissing(line, lines, waiting)));
  return { lines: whole, ready: whole.length > 0 && whole.every((line) => line.verdict === 'ok') };
};

/** @throws Refused not-found, forbidden */
export async function clerksBody(deps: CaseworkDeps, actor: Actor, orgId: string): Promise<OrgRecord> {
  const org = await bodyFor(deps, actor, orgId);
  if (!mayKeepRecords(actor, org.id).allowed) {
    throw new Refused('forbidden', { orgId: org.id });
  }
  return org;
}

/** The lines under the heading, which may stand below titles. @throws Refused sheet-unreadable when no heading has the columns needed */
function tableOf(sheet: Sheet | undefined): readonly { readonly line: number; readonly cells: Cells }[] {
  const rows = sheet?.rows ?? [];
  const titles = new Map<string, Key>(COLUMNS.map(({ key, title }) => [searchable(title), key]));
  const keysIn = (row: readonly Cell[]): (Key | undefined)[] => row.map((cell) => titles.get(searchable(textIn(cell))));
  const head = rows.findIndex((row) => (['code', 'number', 'date'] as const).every((key) => keysIn(row).includes(key)));
  if (head < 0) {
    throw new Refused('sheet-unreadable', { reason: 'columns', columns: COLUMNS.map(({ title }) => title) });
  }
  const keys = keysIn(rows[head] ?? []);
  return rows.flatMap((row, index) => {
    const cells = new Map(row.flatMap((cell, at) => (keys[at] === undefined ? [] : [[keys[at], cell] as const])));
    return index <= head || [...cells.values()].every((cell) => textIn(cell) === '') ? [] : [{ line: index + 1, cells }];
  });
}

interface LineAsked {
  readonly actor: Actor;
  readonly org: OrgRecord;
  readonly waiting: readonly PaperToNumber[];
  readonly before: readonly NumberSheetLine[];
  readonly row: { readonly line: number; readonly cells: Cells };
}

async function lineOf(deps: CaseworkDeps, asked: LineAsked): Promise<NumberSheetLine> {
  const { line, cells } = asked.row;
  const text = (key: Key): string => textIn(cells.get(key));
  const date = dayIn(cells.get('date'));
  const found = paperIn(asked.waiting, { code: text('code'), kind: text('kind'), title: text('title') });
  const number = text('number');
  const problems: Problem[] = [
    ...(typeof found === 'string' ? [problem('code', found)] : []),
    ...(isNumber(number) ? [] : [problem('number', 'not-a-number')]),
    ...(date === null || date === undefined ? [problem('date', 'not-a-date')] : []),
    ...(typeof date === 'string' && date > formatLocalDate(dayOf(deps.clock.nowMs())) ? [problem('date', 'in-future')] : []),
  ];
  const paper = typeof found === 'string' ? undefined : found;
  if (paper !== undefined && asked.before.some((other) => other.paperId === paper.paper.id)) {
    problems.push(problem('code', 'twice-in-sheet'));
  }
  if (paper !== undefined && problems.length === 0 && typeof date === 'string') {
    problems.push(...(await numberProblems(deps, asked, { paper, number, date })));
  }
  return {
    line,
    code: text('code'),
    title: paper?.paper.title ?? text('title'),
    number,
    date: date ?? (text('date') === '' ? null : text('date')),
    paperId: paper?.paper.id ?? null,
    verdict: problems.length === 0 ? 'ok' : 'refused',
    problems,
  };
}

/** By code and type, and by title where a step has several papers of a type; a word says why there is none. */
function paperIn(
  waiting: readonly PaperToNumber[],
  { code, kind, title }: { readonly code: string; readonly kind: string; readonly title: string },
): PaperToNumber | 'paper-not-found' | 'paper-ambiguous' {
  const ofCode = waiting.filter((one) => searchable(one.code) === searchable(code) && code !== '');
  const ofKind = kind === '' ? ofCode : ofCode.filter((one) => [one.typeName, one.documentType].map(searchable).includes(searchable(kind)));
  const ofTitle = title === '' || ofKind.length === 1 ? ofKind : ofKind.filter((one) => searchable(one.paper.title) === searchable(title));
  const [only, second] = ofTitle;
  return only === undefined ? 'paper-not-found' : second === undefined ? only : 'paper-ambiguous';
}

interface NumberAsked {
  readonly paper: PaperToNumber;
  readonly number: string;
  readonly date: string;
}

async function numberProblems(deps: CaseworkDeps, asked: LineAsked, { paper, number, date }: NumberAsked): Promise<readonly Problem[]> {
  const { provinceId } = asked.actor;
  const year = Number(date.slice(0, 4));
  if ((await sourceOf(deps, provinceId, { paper: paper.paper, year })) !== 'external') {
    return [problem('number', 'own-series')];
  }
  const of = { orgId: asked.org.id, documentType: paper.documentType, year };
  const holder = await deps.stores.numbers.holderIn(provinceId, of, writtenNumber(number));
  if (holder !== undefined) {
    return [{ ...problem('number', holder.canceled ? 'number-canceled' : 'number-used'), holder: holder.title }];
  }
  const twice = asked.before.find(
    (line) =>
      line.date?.slice(0, 4) === date.slice(0, 4) &&
      writtenNumber(line.number).toLowerCase() === writtenNumber(number).toLowerCase() &&
      asked.waiting.find((one) => one.paper.id === line.paperId)?.documentType === paper.documentType,
  );
  return twice === undefined ? [] : [{ ...problem('number', 'number-twice'), holder: twice.title }];
}

/** A step is done as a whole: the other papers of the same step need their lines too. */
function othersMissing(line: NumberSheetLine, lines: readonly NumberSheetLine[], waiting: readonly PaperToNumber[]): readonly Problem[] {
  const own = waiting.find((one) => one.paper.id === line.paperId);
  const missing = waiting.filter(
    (one) => one.taskId === own?.taskId && one.source === 'external' && !lines.some((other) => other.paperId === one.paper.id),
  );
  return missing.slice(0, 1).map((one) => ({ ...problem('code', 'others-missing'), holder: one.paper.title }));
}

function refusedWith(line: NumberSheetLine, problems: readonly Problem[]): NumberSheetLine {
  return problems.length === 0 ? line : { ...line, verdict: 'refused', problems: [...line.problems, ...problems] };
}

function problem(column: Key, code: string): Problem {
  return { column, code, holder: null };
}
