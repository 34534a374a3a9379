import type { NewCouncil, NewPosition, RegisterBody, RegisterPerson, RegisterPost, RosterLine } from '@thidua/store';
import { LineReader } from '../../evidence/import/cells';
import { cellProblem } from '../../evidence/import/problem';
import type { TableLine } from '../../evidence/import/read-table';
import { searchable } from '../../plain-text';
import { BodyIndex } from './body-index';
import { PersonIndex } from './person-index';
import { NOTHING, type ReadRegister, type RegisterLine } from './register-plan';
import { REGISTER_TABLES } from './register-tables';

const { columns } = REGISTER_TABLES.rosters;
const YES_NO = { yes: 'Có', no: 'Không' } as const;
const SEATS = {
  chair: 'Chủ tịch Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  standing: 'Ủy viên thường trực',
  secretary: 'Ủy viên thư ký',
  member: 'Ủy viên',
} as const;
type Seat = keyof typeof SEATS;
/** A council of fewer is no council: it votes by majorities of all its members. */
const FEWEST = 3;

export interface RostersAround {
  readonly bodies: readonly RegisterBody[];
  readonly people: readonly RegisterPerson[];
  readonly posts: readonly RegisterPost[];
  readonly councils: readonly RosterLine[];
  /** Whoever brings it in: nobody seats oneself. */
  readonly self: string;
  readonly id: () => string;
}

interface Row {
  readonly reader: LineReader;
  readonly line: number;
  readonly body: RegisterBody | null;
  readonly council: string;
  readonly paper: string;
  readonly from: string | null;
  readonly person: RegisterPerson | null;
  readonly name: string;
  readonly title: string | null;
  readonly seat: Seat | null;
  readonly standing: boolean;
}

/** Councils, one line per member; the lines of a body and a day are one council. */
export function readRosters(lines: readonly TableLine[], around: RostersAround): ReadRegister {
  const index = new BodyIndex(around.bodies);
  const people = new PersonIndex(around.people);
  const rows = lines.map((line) => rowOf(line, index, people));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.body === null || row.from === null ? `?${row.line}` : `${row.body.id} ${row.from}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const made = [...groups.values()].map((group) => councilOf(group, around));
  const known = new Set(made.filter((one) => one.known).flatMap((one) => one.rows));
  const read = rows.map((row): RegisterLine => {
    const { reader, line, name, council, seat } = row;
    const verdict = reader.problems.length > 0 ? 'wrong' : known.has(row) ? 'known' : 'new';
    return {
      row: line,
      name,
      text: [seat === null ? '' : SEATS[seat], council].filter((part) => part !== '').join(', '),
      verdict,
      problems: reader.problems,
    };
  });
  const councils = made.flatMap((one) => (one.council === null ? [] : [one.council]));
  return { lines: read, plan: { ...NOTHING, councils, positions: made.flatMap((one) => one.positions) } };
}

function rowOf(line: TableLine, index: BodyIndex<RegisterBody>, people: PersonIndex): Row {
  const reader = new LineReader(line, columns);
  const seat = reader.choice('role', SEATS);
  const standing = reader.choice('standing', YES_NO);
  const body = index.named(reader, 'unit');
  const from = reader.day('from');
  if (body !== null && from !== null && (from < body.validFrom || (body.validTo !== null && from > body.validTo))) {
    reader.wrong(cellProblem('not-yet', reader.title('unit'), body.name));
  }
  return {
    ...{ reader, line: line.row, body, council: reader.text('council') ?? '', paper: reader.text('paper') ?? '', from, seat },
    ...{ person: people.named(reader, 'name', reader.day('born')), name: reader.text('name') ?? '', title: reader.text('title') },
    standing: standing === null ? seat !== null && seat !== 'member' : standing === 'yes',
  };
}

interface Made {
  readonly rows: readonly Row[];
  readonly known: boolean;
  readonly council: NewCouncil | null;
  readonly positions: readonly NewPosition[];
}

function councilOf(rows: readonly Row[], around: RostersAround): Made {
  const [head] = rows;
  const nothing = { rows, known: false, council: null, positions: [] };
  if (head === undefined || head.body === null || head.from === null) {
    return nothing;
  }
  const { body, from, reader } = head;
  const standing = around.councils.filter((one) => one.orgId === body.id && (one.to === null || one.to >= from));
  const same = standing.find((one) => one.from === from && searchable(one.name) === searchable(head.council));
  if (same !== undefined) {
    return { ...nothing, known: true };
  }
  if (standing[0] !== undefined) {
    reader.wrong(cellProblem('roster-known', reader.title('unit'), standing[0].name));
  }
  rows.forEach((row, index) => {
    demandOneOf(row, head, rows.slice(0, index));
    if (row.person?.id === around.self) {
      row.reader.wrong(cellProblem('own-appointment', row.reader.title('name'), row.name));
    }
  });
  if (rows.filter((row) => row.seat === 'chair').length !== 1) {
    reader.wrong(cellProblem('roster-chair', reader.title('role')));
  }
  if (rows.length < FEWEST) {
    reader.wrong(cellProblem('roster-few', reader.title('name'), String(rows.length)));
  }
  return rows.some((row) => row.reader.problems.length > 0) ? nothing : { ...made(rows, { body, from, head }, around), rows, known: false };
}

/** The lines of one council say the same of it, and name nobody twice. */
function demandOneOf(row: Row, head: Row, before: readonly Row[]): void {
  const { reader, person, council, paper } = row;
  if (searchable(council) !== searchable(head.council)) {
    reader.wrong(cellProblem('roster-differs', reader.title('council')));
  }
  if (searchable(paper) !== searchable(head.paper)) {
    reader.wrong(cellProblem('roster-differs', reader.title('paper')));
  }
  if (person !== null && before.some((one) => one.person?.id === person.id)) {
    reader.wrong(cellProblem('member-twice', reader.title('name'), person.fullName));
  }
}

/** Members act from a seat of the council's body; who has none gets one from the council's first day. */
function made(
  rows: readonly Row[],
  { body, from, head }: { readonly body: RegisterBody; readonly from: string; readonly head: Row },
  { posts, id }: RostersAround,
): Pick<Made, 'council' | 'positions'> {
  const positions: NewPosition[] = [];
  const members = rows.flatMap((row) => {
    const { person, seat, standing, title } = row;
    if (person === null || seat === null) {
      return [];
    }
    const own = posts.filter((post) => post.personId === person.id && post.from <= from && (post.to === null || post.to >= from));
    const held = own.find((post) => post.orgId === body.id && post.role === 'council-member');
    const positionId = held?.id ?? id();
    if (held === undefined) {
      const said = title ?? own[0]?.title ?? SEATS[seat];
      positions.push({ id: positionId, orgId: body.id, personId: person.id, role: 'council-member', title: said, from, to: null });
    }
    return [{ personId: person.id, positionId, role: seat, standing }];
  });
  const council = { id: id(), orgId: body.id, name: head.council, establishedBy: head.paper, from, to: null, members };
  return { council, positions };
}
