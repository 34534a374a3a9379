import { awardOf, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { EvidenceBook, ImportKind, KnownPerson, NewEvidence, OrgRecord, Standing } from '@thidua/store';
import { searchable } from '../../plain-text';
import { AWARD_TYPE_WORDS, GRADES, LABOURS, RATINGS, RECOGNISERS, RESULTS, SCOPES } from '../words';
import { LineReader } from './cells';
import { cellProblem, choiceProblem, type CellProblem } from './problem';
import { same, type ReadTable, type TableLine } from './read-table';
import { TABLES } from './table';

export interface ImportSurroundings {
  readonly pack: Pack;
  /** Award names as the place writes them ('thành phố' in a centrally-run city). */
  readonly nameOf: (award: string) => string;
  readonly today: LocalDate;
  /** Bodies whose people the table may name. */
  readonly orgs: readonly OrgRecord[];
  readonly people: readonly KnownPerson[];
  readonly book: EvidenceBook;
}

/** What a fact of an import has beside what every imported fact shares. */
type Own<K extends ImportKind> = Omit<
  NewEvidence<K>,
  Exclude<keyof Standing, 'personId' | 'orgId' | 'paperNumber' | 'paperDate' | 'paperBody' | 'note'> | 'createdMs' | 'confirmedMs'
>;
export type ImportFact = { readonly [K in ImportKind]: { readonly kind: K; readonly fact: Own<K> } }[ImportKind];

export interface ReadLine {
  readonly row: number;
  readonly name: string;
  readonly text: string;
  readonly verdict: 'new' | 'known' | 'wrong';
  readonly problems: readonly CellProblem[];
  readonly entry: ImportFact | null;
}

/** Every line of a table with its verdict: new, known already, or wrong with every reason. */
export function readLines(kind: ImportKind, table: ReadTable, around: ImportSurroundings): readonly ReadLine[] {
  const seen = new Map<string, number>();
  return table.lines.map((line) => {
    const read = readLine(kind, line, around);
    const key = read.entry === null ? null : identityOf(read.entry);
    const before = key === null ? undefined : seen.get(key);
    if (key !== null && before === undefined) {
      seen.set(key, line.row);
    }
    return before === undefined
      ? read
      : { ...read, verdict: 'wrong', entry: null, problems: [cellProblem('line-twice', '', String(before))] };
  });
}

function readLine(kind: ImportKind, line: TableLine, around: ImportSurroundings): ReadLine {
  const reader = new LineReader(line, TABLES[kind].columns);
  const who = subjectOf(reader, around);
  const paper = {
    paperNumber: reader.text('number'),
    paperDate: reader.day('date'),
    paperBody: reader.text('body'),
    note: reader.text('note'),
  };
  const shared = { personId: who.personId, orgId: who.orgId, ...paper };
  const { entry, text } = READERS[kind](reader, { shared, around, name: who.name });
  const { problems } = reader;
  const wrong = problems.length > 0 || entry === null;
  const verdict = wrong ? 'wrong' : isKnown(entry, around.book) ? 'known' : 'new';
  return { row: line.row, name: who.name, text, verdict, problems, entry: wrong ? null : entry };
}

interface Shared {
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly paperNumber: string | null;
  readonly paperDate: string | null;
  readonly paperBody: string | null;
  readonly note: string | null;
}

interface Reading {
  readonly shared: Shared;
  readonly around: ImportSurroundings;
  readonly name: string;
}

type Answer = { readonly entry: ImportFact | null; readonly text: string };

const READERS: { readonly [K in ImportKind]: (reader: LineReader, reading: Reading) => Answer } = {
  award: readAward,
  rating: readRating,
  initiative: readInitiative,
};

function readAward(reader: LineReader, { shared, around, name }: Reading): Answer {
  const { pack, today, nameOf } = around;
  const told = reader.text('award');
  const award = told === null ? null : awardByName(reader, told, pack);
  const awardType = reader.choice('awardType', AWARD_TYPE_WORDS);
  const year = reader.year('year', today.year);
  const [achievementFrom, achievementTo] = [reader.day('achievementFrom'), reader.day('achievementTo')];
  if (achievementFrom !== null && achievementTo !== null && achievementTo < achievementFrom) {
    reader.wrong(cellProblem('before-start', reader.title('achievementTo'), achievementTo));
  }
  const text = `${award === null ? (told ?? '') : nameOf(award)} ${year ?? ''}`.trim();
  if (award === null || awardType === null || year === null || shared.paperDate === null) {
    return { entry: null, text };
  }
  const row = awardOf(pack, award);
  const fact = {
    ...{ ...shared, subjectName: name, award, awardType, year, achievementFrom, achievementTo },
    awardName: nameOf(award),
    awardKind: row?.kind ?? null,
    level: row?.level ?? null,
    decidedOn: shared.paperDate,
    ...{ achievement: null, achievementHash: null, movementId: null, rowId: null, decisionId: null },
  };
  return { entry: { kind: 'award', fact }, text };
}

/** By code or by any of its names: 'Bằng khen của Chủ tịch UBND tỉnh' and '… thành phố' are one award. */
function awardByName(reader: LineReader, told: string, pack: Pack): string | null {
  const found = pack.awards.find((row) => row.award === told || row.names.some((one) => same(one.full, told) || same(one.short, told)));
  return found?.award ?? reader.wrong(choiceProblem('not-a-choice', reader.title('award'), { value: told, choices: fullNames(pack) }));
}

function readRating(reader: LineReader, { shared, around }: Reading): Answer {
  const year = reader.year('year', around.today.year);
  const maternity = reader.text('maternity') !== null;
  const rating = reader.choice('rating', RATINGS);
  const labour = reader.choice('labour', LABOURS);
  if (rating === null && !maternity && reader.problems.every((problem) => problem.column !== reader.title('rating'))) {
    reader.wrong(cellProblem('required', reader.title('rating')));
  }
  const text = `${year ?? ''}: ${rating === null ? 'nghỉ thai sản' : RATINGS[rating]}`;
  return { entry: year === null ? null : { kind: 'rating', fact: { ...shared, year, rating, maternity, labour } }, text };
}

function readInitiative(reader: LineReader, { shared, around }: Reading): Answer {
  const name = reader.text('title');
  const kind = reader.choice('result', RESULTS);
  const year = reader.year('year', around.today.year);
  const recognisedBy = reader.choice('recognisedBy', RECOGNISERS);
  const scope = reader.choice('scope', SCOPES);
  const grade = reader.choice('grade', GRADES);
  const told = reader.text('usedAward');
  const usedAward = told === null ? null : awardByName(reader, told, around.pack);
  const text = `${name ?? ''} ${year ?? ''}`.trim();
  if (name === null || kind === null || year === null) {
    return { entry: null, text };
  }
  return { entry: { kind: 'initiative', fact: { ...shared, name, kind, year, recognisedBy, scope, grade, usedAward } }, text };
}

/** The person or body a line names, inside the bodies the table may speak of. */
function subjectOf(
  reader: LineReader,
  { orgs, people }: ImportSurroundings,
): Pick<Shared, 'personId' | 'orgId'> & { readonly name: string } {
  const [name, told, born, kind] = [reader.text('name'), reader.text('unit'), reader.day('born'), reader.text('subject')];
  const nobody = { personId: null, orgId: null, name: name ?? '' };
  if (name === null || told === null) {
    return nobody;
  }
  const units = orgs.filter((org) => same(org.name, told));
  const [unit] = units;
  if (unit === undefined || units.length > 1) {
    reader.wrong(cellProblem(unit === undefined ? 'unit-unknown' : 'unit-ambiguous', reader.title('unit'), told));
    return nobody;
  }
  if ((kind !== null && same(kind, 'Tập thể')) || same(name, unit.name)) {
    const body = orgs.find((org) => same(org.name, name) && (org.id === unit.id || org.parentId === unit.id));
    if (body === undefined) {
      reader.wrong(cellProblem('person-unknown', reader.title('name'), name));
      return nobody;
    }
    return { personId: null, orgId: body.id, name: body.name };
  }
  return personOf(reader, { name, born, people: people.filter((one) => one.orgId === unit.id) }) ?? nobody;
}

function personOf(
  reader: LineReader,
  { name, born, people }: { readonly name: string; readonly born: string | null; readonly people: readonly KnownPerson[] },
): (Pick<Shared, 'personId' | 'orgId'> & { readonly name: string }) | null {
  const called = people.filter((one) => one.searchName === searchable(name));
  const namesakes = called.filter((one, index) => called.findIndex((other) => other.id === one.id) === index);
  const fitting = born === null ? namesakes : namesakes.filter((one) => one.born === null || one.born === born);
  const [person] = fitting;
  if (person !== undefined && fitting.length === 1) {
    return { personId: person.id, orgId: null, name: person.name };
  }
  const code = namesakes.length === 0 ? 'person-unknown' : fitting.length === 0 ? 'born-different' : 'person-ambiguous';
  return reader.wrong(cellProblem(code, reader.title('name'), name));
}

/** Two facts of one identity are the same fact: a rating of a year, an award of a day, a result of a name and year. */
function identityOf({ kind, fact }: ImportFact): string {
  const subject = fact.personId ?? fact.orgId ?? '';
  switch (kind) {
    case 'award':
      return `${subject} ${fact.award} ${fact.decidedOn}`;
    case 'rating':
      return `${subject} ${fact.year}`;
    case 'initiative':
      return `${subject} ${fact.year} ${searchable(fact.name)}`;
  }
}

function isKnown(entry: ImportFact, book: EvidenceBook): boolean {
  const key = identityOf(entry);
  switch (entry.kind) {
    case 'award':
      return book.award.some((fact) => identityOf({ kind: 'award', fact }) === key);
    case 'rating':
      return book.rating.some((fact) => identityOf({ kind: 'rating', fact }) === key);
    case 'initiative':
      return book.initiative.some((fact) => identityOf({ kind: 'initiative', fact }) === key);
  }
}

const fullNames = (pack: Pack): readonly string[] => pack.awards.flatMap((row) => row.names.slice(0, 1).map((one) => one.full));
