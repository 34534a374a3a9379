import type { BodyKind } from '@thidua/contract';
import type { NewOrg, RegisterBody } from '@thidua/store';
import { LineReader } from '../../evidence/import/cells';
import { cellProblem } from '../../evidence/import/problem';
import type { TableLine } from '../../evidence/import/read-table';
import { searchable } from '../../plain-text';
import { newOrganisation } from '../add-organisation';
import { BODY_FACTS, mayStandUnder } from '../body-facts';
import { BodyIndex, type NamedBody } from './body-index';
import { NOTHING, type ReadRegister, type RegisterLine } from './register-plan';
import { REGISTER_TABLES } from './register-tables';

const { columns } = REGISTER_TABLES.organisations;
const KIND_WORDS = wordsOf();
const YES_NO = { yes: 'Có', no: 'Không' } as const;

interface Row extends NamedBody {
  readonly reader: LineReader;
  readonly line: number;
  readonly kind: BodyKind | null;
  readonly symbol: string;
  readonly place: string | null;
  readonly legalPerson: boolean | null;
  readonly hasSeal: boolean | null;
  readonly from: string | null;
  readonly to: string | null;
}

interface Placed extends Row {
  readonly parent: Body | null;
  readonly managing: Body | null;
}

/** A body that is there, or one of the register. */
type Body = NamedBody & (Row | RegisterBody);

/** Bodies of a register, in any order: each may stand under a line further down. */
export function readBodies(lines: readonly TableLine[], known: readonly RegisterBody[], id: () => string): ReadRegister {
  const rows = lines.map((line) => rowOf(line, id()));
  const index = new BodyIndex<Body>(known);
  rows.forEach((row) => {
    if (row.name !== '' && !isKnown(row, known, index)) {
      index.add(row);
    }
  });
  const placed = rows.map((row) => place(row, index));
  markRings(placed);
  const seen = { codes: new Map<string, number>(), names: new Map<string, number>() };
  const read = placed.map((row) => ({ row, line: lineOf(row, known, seen) }));
  const added = new Map<string, NewOrg>();
  const orgs = read.flatMap(({ row, line }) => (line.verdict === 'new' ? orgOf(row, placed, added) : []));
  return { lines: read.map(({ line }) => line), plan: { ...NOTHING, orgs } };
}

function rowOf(line: TableLine, id: string): Row {
  const reader = new LineReader(line, columns);
  const flag = (key: string): boolean | null => {
    const word = reader.choice(key, YES_NO);
    return word === null ? null : word === 'yes';
  };
  const [from, to] = [reader.day('from'), reader.day('to')];
  if (from !== null && to !== null && to < from) {
    reader.wrong(cellProblem('before-start', reader.title('to'), to));
  }
  return {
    ...{ id, reader, line: line.row, code: reader.text('code'), name: reader.text('name') ?? '', parentId: null },
    ...{ kind: reader.choice('kind', KIND_WORDS), symbol: reader.text('symbol') ?? '', place: reader.text('place') },
    ...{ legalPerson: flag('legalPerson'), hasSeal: flag('hasSeal'), from, to },
  };
}

/** A line that only repeats a body under the same code or, without one, under the only body of its name. */
function isKnown(row: Row, known: readonly RegisterBody[], index: BodyIndex<Body>): boolean {
  if (row.code !== null) {
    const coded = known.find((body) => body.code?.toUpperCase() === row.code?.toUpperCase());
    return coded !== undefined && searchable(coded.name) === searchable(row.name);
  }
  return row.reader.text('parent') === null && index.called(row.name).length > 0;
}

function place(row: Row, index: BodyIndex<Body>): Placed {
  const { reader, kind } = row;
  const parent = index.named(reader, 'parent');
  const managing = index.named(reader, 'managing');
  if (kind !== null && parent === null && BODY_FACTS[kind].kind !== 'province' && reader.text('parent') === null) {
    reader.wrong(cellProblem('required', reader.title('parent')));
  }
  const parentKind = parent === null ? null : kindOf(parent);
  if (kind !== null && parent !== null && parentKind !== null && !mayStandUnder(kind, parentKind)) {
    reader.wrong(cellProblem('not-under', reader.title('parent'), parent.name));
  }
  if (parent !== null && row.from !== null && !livesOn(parent, row.from)) {
    reader.wrong(cellProblem('not-yet', reader.title('parent'), parent.name));
  }
  return { ...row, parent, managing, parentId: parent?.id ?? null };
}

function kindOf(body: Body): string | null {
  return 'reader' in body ? (body.kind === null ? null : BODY_FACTS[body.kind].kind) : body.kind;
}

function livesOn(body: Body, day: string): boolean {
  const [from, to] = 'reader' in body ? [body.from, body.to] : [body.validFrom, body.validTo];
  return (from === null || from <= day) && (to === null || to >= day);
}

/** A body that stands under itself through the lines above it. */
function markRings(rows: readonly Placed[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    const seen = new Set<string>();
    let above: Placed | undefined = row;
    while (above !== undefined && !seen.has(above.id)) {
      seen.add(above.id);
      above = above.parentId === null ? undefined : byId.get(above.parentId);
    }
    if (above?.id === row.id) {
      row.reader.wrong(cellProblem('parent-loop', row.reader.title('parent'), row.name));
    }
  }
}

interface Seen {
  readonly codes: Map<string, number>;
  readonly names: Map<string, number>;
}

function lineOf(row: Placed, known: readonly RegisterBody[], seen: Seen): RegisterLine {
  const { reader, line, name, code, kind, parent } = row;
  const same = known.find(
    (body) => searchable(body.name) === searchable(name) && (body.parentId === (parent?.id ?? null) || isProvince(body)),
  );
  const coded = code === null ? undefined : known.find((body) => body.code?.toUpperCase() === code.toUpperCase());
  if (coded !== undefined && coded.id !== same?.id) {
    reader.wrong(cellProblem('code-taken', reader.title('code'), code ?? ''));
  }
  const province = known.find(isProvince);
  if (kind !== null && BODY_FACTS[kind].kind === 'province' && same === undefined && province !== undefined) {
    reader.wrong(cellProblem('province-twice', reader.title('kind'), province.name));
  }
  const twice =
    first(seen.names, `${searchable(name)} ${parent?.id ?? ''}`, line) ??
    (code === null ? undefined : first(seen.codes, code.toUpperCase(), line));
  if (name !== '' && twice !== undefined) {
    reader.wrong(cellProblem('line-twice', '', String(twice)));
  }
  const word = kind === null ? '' : BODY_FACTS[kind].word;
  const text = [word, parent === null ? '' : `thuộc ${parent.name}`].filter((part) => part !== '').join(', ');
  const verdict = reader.problems.length > 0 ? 'wrong' : same === undefined ? 'new' : 'known';
  return { row: line, name, text, verdict, problems: reader.problems };
}

function isProvince(body: RegisterBody): boolean {
  return body.kind === 'province';
}

/** The line that said it first; undefined where this is the first. */
function first(seen: Map<string, number>, key: string, line: number): number | undefined {
  const before = seen.get(key);
  if (before === undefined) {
    seen.set(key, line);
  }
  return before;
}

/** A parent's place is needed for a unit's own: parents of the register come first. */
function orgOf(row: Placed, rows: readonly Placed[], added: Map<string, NewOrg>): readonly NewOrg[] {
  const { id, kind, name, symbol, code, place: told, legalPerson, hasSeal, from, to, managing } = row;
  if (added.has(id) || kind === null || from === null) {
    return [];
  }
  const above = row.parent !== null && 'reader' in row.parent ? rows.find((one) => one.id === row.parentId) : undefined;
  const before = above === undefined ? [] : orgOf(above, rows, added);
  const parent = row.parent === null ? null : 'reader' in row.parent ? (added.get(row.parent.id) ?? null) : row.parent;
  const org = newOrganisation(id, {
    ...{ kind, name, parent, managingOrgId: managing?.id ?? null, symbol, code, place: told, legalPerson, hasSeal, from, to },
  });
  added.set(id, org);
  return [...before, org];
}

function wordsOf(): Readonly<Record<BodyKind, string>> {
  // The entries of a complete record are a complete record again.
  return Object.fromEntries(Object.entries(BODY_FACTS).map(([kind, { word }]) => [kind, word])) as Record<BodyKind, string>;
}
