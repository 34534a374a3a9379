import type { Actor } from '@thidua/access';
import { NomineeSchema, type NomineeInput, type NomineeSheet } from '@thidua/contract';
import { today } from '@thidua/runtime';
import type { Cell, CaseworkDeps, Sheet } from '../deps';
import { usualAwardType } from '../dossiers/award-type';
import { isOfCluster, proposalVerdict } from '../dossiers/menu';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { searchable } from '../plain-text';
import { Refused } from '../refused';
import { menuAtHand, type MenuAtHand, type MenuWanted } from './read-menu';
import { awardWords, dayIn, kindOf, SHEET_COLUMNS, SHEET_NEEDS, textIn, typeOf, type SheetKey } from './sheet-words';

const MOST_ROWS = 200;

type Line = NomineeSheet['lines'][number];
type Problem = Line['problems'][number];
type Cells = ReadonlyMap<SheetKey, Cell>;

/** A list of nominees from XLSX: each line with its verdict, nothing kept; what people leave in the list is launched like typed rows. */
export const readNomineeSheet: Handler<'readNomineeSheet'> = async (deps, { actor, query, file }) => {
  const menu = await menuAtHand(deps, actor, query);
  const { bytes } = await checkedUpload(deps, file, 'sheet');
  const [sheet] = await deps.sheets.read(bytes);
  const table = tableOf(sheet);
  const words = awardWords(menu.pack, menu.ask.day);
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of table) {
    const read = await lineOf(deps, { actor, menu, wanted: query, words, cells, line });
    const twice = read.row === null ? '' : `${searchable(read.row.name)}/${read.row.award}`;
    lines.push(
      twice !== '' && seen.has(twice) ? look(read, [{ column: 'name', code: 'twice-in-sheet', ruleId: 'R-02', citation: '' }]) : read,
    );
    seen.add(twice);
  }
  return { lines: lines.map((line, index) => (index < MOST_ROWS ? line : wrong(line, [plain('name', 'too-many')]))) };
};

/** The empty form, with one line that shows how it is filled in. */
export const nomineeSheetForm: Handler<'nomineeSheetForm'> = async ({ sheets }) => {
  const example: Readonly<Partial<Record<SheetKey, string>>> = {
    name: 'Nguyễn Văn Mẫu',
    kind: 'cá nhân',
    title: 'Giáo viên',
    award: 'LDTT',
    awardType: 'công trạng',
    achievement: 'Tóm tắt thành tích, ít nhất 10 chữ cái (xóa dòng mẫu này).',
  };
  const columns = SHEET_COLUMNS.map(({ title, width }) => ({ title, width, type: 'text' as const }));
  const bytes = await sheets.write([{ name: 'Danh sách', columns, rows: [SHEET_COLUMNS.map(({ key }) => example[key] ?? null)] }]);
  return { bytes, fileName: 'danh-sach-de-nghi.xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
};

/** The lines under the heading, which may stand below titles. @throws Refused sheet-unreadable when no heading has the columns needed */
function tableOf(sheet: Sheet | undefined): readonly { readonly line: number; readonly cells: Cells }[] {
  const rows = sheet?.rows ?? [];
  const titles = new Map<string, SheetKey>(SHEET_COLUMNS.map(({ key, title }) => [searchable(title), key]));
  const head = rows.findIndex((row) => {
    const keys = row.map((cell) => titles.get(searchable(textIn(cell))));
    return SHEET_NEEDS.every((key) => keys.includes(key));
  });
  if (head < 0) {
    throw new Refused('sheet-unreadable', {
      reason: 'columns',
      columns: SHEET_COLUMNS.filter(({ key }) => SHEET_NEEDS.includes(key)).map(({ title }) => title),
    });
  }
  const keys = (rows[head] ?? []).map((cell) => titles.get(searchable(textIn(cell))));
  return rows.flatMap((row, index) => {
    const cells = new Map(row.flatMap((cell, at) => (keys[at] === undefined ? [] : [[keys[at], cell] as const])));
    return index <= head || [...cells.values()].every((cell) => textIn(cell) === '') ? [] : [{ line: index + 1, cells }];
  });
}

interface LineAsked {
  readonly actor: Actor;
  readonly menu: MenuAtHand;
  readonly wanted: MenuWanted;
  readonly words: ReadonlyMap<string, string>;
  readonly cells: Cells;
  readonly line: number;
}

async function lineOf(deps: CaseworkDeps, asked: LineAsked): Promise<Line> {
  const { actor, menu, cells, line } = asked;
  const typed = typedRow(asked);
  const base: Line = { line, name: textIn(cells.get('name')), verdict: 'ok', problems: [], row: null };
  if (typed.problems.length > 0) {
    return wrong(base, typed.problems);
  }
  const parsed = NomineeSchema.safeParse(typed.row);
  if (!parsed.success) {
    return wrong(
      base,
      parsed.error.issues.map((issue) => plain(String(issue.path.at(-1) ?? 'name'), issue.message)),
    );
  }
  const row = parsed.data;
  const { awardType = usualAwardType({ movementId: asked.wanted.movementId ?? null, occasion: asked.wanted.occasion }) } = row;
  const { row: known, problems } = await registered(deps, actor, row);
  const subjectOrgId = known.subjectOrgId ?? null;
  const ofCluster = subjectOrgId !== null && isOfCluster(menu.pack, row.award, awardType);
  const leaders = ofCluster
    ? await deps.stores.intake.clusterLeaders(actor.provinceId, [subjectOrgId], asked.wanted.year)
    : new Set<string>();
  const ask = { ...menu.ask, proposer: { ...menu.ask.proposer, leaders } };
  const verdict = proposalVerdict(ask, { ...row, awardType, posthumous: false, subjectOrgId });
  if (!verdict.allowed) {
    const column = verdict.reason === 'nominee-kind' ? 'kind' : verdict.reason.startsWith('type-') ? 'awardType' : 'award';
    return wrong(base, [{ column, code: verdict.reason, ruleId: verdict.ruleId, citation: verdict.citation }]);
  }
  const ok: Line = { ...base, name: row.name, row: known };
  return problems.length === 0 ? ok : look(ok, problems);
}

function typedRow({ cells, words, menu }: LineAsked): { readonly row: object; readonly problems: readonly Problem[] } {
  const text = (key: SheetKey): string => textIn(cells.get(key));
  const [kind, award, awardType] = [kindOf(text('kind')), words.get(searchable(text('award'))), typeOf(text('awardType'))];
  const [from, to] = [dayIn(cells.get('achievementFrom')), dayIn(cells.get('achievementTo'))];
  const outside = text('managingBody') !== '' || text('address') !== '';
  const problems = [
    ...(kind === undefined ? [plain('kind', 'unknown-kind')] : []),
    ...(award === undefined ? [{ column: 'award', code: 'unknown-award', ruleId: '', citation: menu.pack.citation }] : []),
    ...(text('awardType') !== '' && awardType === undefined ? [plain('awardType', 'unknown-type')] : []),
    ...(from === undefined ? [plain('achievementFrom', 'not-a-date')] : []),
    ...(to === undefined ? [plain('achievementTo', 'not-a-date')] : []),
    ...(typeof from === 'string' && typeof to === 'string' && from > to ? [plain('achievementTo', 'before-start')] : []),
  ];
  const row = {
    kind: kind ?? 'individual',
    name: text('name'),
    title: text('title'),
    scope: outside ? 'outside' : 'inside',
    award: award ?? '',
    achievement: text('achievement'),
    ...(awardType === undefined ? {} : { awardType }),
    ...(typeof from === 'string' ? { achievementFrom: from } : {}),
    ...(typeof to === 'string' ? { achievementTo: to } : {}),
    ...(outside ? { outsider: { managingBody: text('managingBody'), address: text('address') } } : {}),
  };
  return { row, problems };
}

/** The one person or body of that very name; none or several is for a person to look at. */
async function registered(
  { stores, clock }: CaseworkDeps,
  actor: Actor,
  row: NomineeInput,
): Promise<{ readonly row: NomineeInput; readonly problems: readonly Problem[] }> {
  if (row.kind === 'household' || row.scope === 'outside') {
    return { row, problems: [] };
  }
  const asked = { text: row.name, search: searchable(row.name), kind: row.kind };
  const found = await stores.people.subjects(actor.provinceId, asked, today(clock));
  const same = found.filter((subject) => searchable(subject.name) === searchable(row.name));
  const [only] = same;
  if (only === undefined || same.length > 1) {
    return { row, problems: [plain('name', only === undefined ? 'not-in-register' : 'several-in-register')] };
  }
  const title = row.title === '' ? only.title : row.title;
  return { row: { ...row, title, ...(row.kind === 'individual' ? { personId: only.id } : { subjectOrgId: only.id }) }, problems: [] };
}

function plain(column: string, code: string): Problem {
  return { column, code, ruleId: '', citation: '' };
}

function look(line: Line, problems: readonly Problem[]): Line {
  return { ...line, verdict: line.verdict === 'wrong' ? 'wrong' : 'look', problems: [...line.problems, ...problems] };
}

function wrong(line: Line, problems: readonly Problem[]): Line {
  return { ...line, verdict: 'wrong', row: null, problems: [...line.problems, ...problems] };
}
