import { POST_ROLES, USERNAME, type PostRole } from '@thidua/contract';
import type { KeptAccount, NewAccount, NewPerson, NewPosition, RegisterBody, RegisterPerson, RegisterPost } from '@thidua/store';
import { LineReader } from '../../evidence/import/cells';
import { cellProblem, choiceProblem } from '../../evidence/import/problem';
import type { TableLine } from '../../evidence/import/read-table';
import { searchable } from '../../plain-text';
import { hasRole, ROLE_WORDS, SINGLE_ROLES } from '../body-facts';
import { BodyIndex } from './body-index';
import { NOTHING, type ReadRegister, type RegisterLine } from './register-plan';
import { REGISTER_TABLES } from './register-tables';

const { columns } = REGISTER_TABLES.people;
const GENDERS = { nam: 'Nam', nu: 'Nữ' } as const;

export interface PeopleAround {
  readonly bodies: readonly RegisterBody[];
  readonly people: readonly RegisterPerson[];
  readonly posts: readonly RegisterPost[];
  readonly accounts: readonly KeptAccount[];
  /** Names of the register that somebody has, in whatever province. */
  readonly taken: readonly { readonly username: string; readonly personId: string }[];
  /** Whoever brings it in: nobody gives oneself a post. */
  readonly self: string;
  readonly id: () => string;
}

interface Row {
  readonly reader: LineReader;
  readonly line: number;
  readonly name: string;
  readonly search: string;
  readonly born: string | null;
  /** False: the cell holds something that is no day, which is told already. */
  readonly isBornTold: boolean;
  readonly gender: 'nam' | 'nu' | null;
  readonly body: RegisterBody | null;
  readonly title: string;
  readonly roles: readonly PostRole[];
  readonly from: string | null;
  readonly to: string | null;
  readonly username: string | null;
}

/** People with their posts and accounts: one line per person and post, any number of roles in it. */
export function readPeople(lines: readonly TableLine[], around: PeopleAround): ReadRegister {
  const index = new BodyIndex(around.bodies);
  const rows = lines.map((line) => rowOf(line, index));
  const desk = new PeopleDesk(around, rows);
  const read = rows.map((row) => desk.take(row));
  return { lines: read, plan: { ...NOTHING, people: desk.people, positions: desk.positions, accounts: desk.accounts } };
}

function rowOf(line: TableLine, index: BodyIndex<RegisterBody>): Row {
  const reader = new LineReader(line, columns);
  const [from, to] = [reader.day('from'), reader.day('to')];
  const name = reader.text('name') ?? '';
  if (from !== null && to !== null && to < from) {
    reader.wrong(cellProblem('before-start', reader.title('to'), to));
  }
  const bornAsk = reader.problems.length;
  const born = reader.day('born');
  const isBornTold = reader.problems.length === bornAsk;
  if (born !== null && from !== null && born >= from) {
    reader.wrong(cellProblem('born-late', reader.title('born'), born));
  }
  const body = index.named(reader, 'unit', reader.text('above'));
  if (body !== null && from !== null && (from < body.validFrom || (body.validTo !== null && from > body.validTo))) {
    reader.wrong(cellProblem('not-yet', reader.title('unit'), body.name));
  }
  return {
    ...{ reader, line: line.row, name, search: searchable(name), born, isBornTold, gender: reader.choice('gender', GENDERS) },
    ...{ body, title: reader.text('title') ?? '', roles: rolesOf(reader, body), from, to, username: usernameOf(reader) },
  };
}

/** 'Chủ tịch UBND; Thành viên Hội đồng': words of the list, or their codes. */
function rolesOf(reader: LineReader, body: RegisterBody | null): readonly PostRole[] {
  const told = reader.text('roles');
  const words = told === null ? [] : told.split(/[;\n]/).map((word) => word.trim());
  return words
    .filter((word) => word !== '')
    .flatMap((word) => {
      const role = POST_ROLES.find((one) => one === word || searchable(ROLE_WORDS[one]) === searchable(word));
      if (role === undefined) {
        reader.wrong(choiceProblem('not-a-choice', reader.title('roles'), { value: word, choices: rolesAt(body) }));
        return [];
      }
      if (body !== null && !hasRole(role, body.kind)) {
        reader.wrong(choiceProblem('role-not-here', reader.title('roles'), { value: word, choices: rolesAt(body) }));
      }
      return [role];
    });
}

/** The words a body of this kind takes; of an unknown body, all. */
function rolesAt(body: RegisterBody | null): readonly string[] {
  return POST_ROLES.filter((role) => body === null || hasRole(role, body.kind)).map((role) => ROLE_WORDS[role]);
}

function usernameOf(reader: LineReader): string | null {
  const told = reader.text('username')?.toLowerCase() ?? null;
  return told === null || USERNAME.test(told) ? told : reader.wrong(cellProblem('username-invalid', reader.title('username'), told));
}

interface Someone {
  readonly id: string;
  readonly born: string | null;
  readonly isNew: boolean;
}

interface Held {
  readonly personId: string;
  readonly fullName: string;
  readonly from: string;
  readonly to: string | null;
  /** Of the file; absent for what the register has. */
  readonly line?: number;
}

/** Goes through the lines once and keeps what the ones before have said. */
class PeopleDesk {
  readonly people: NewPerson[] = [];
  readonly positions: NewPosition[] = [];
  readonly accounts: NewAccount[] = [];
  private readonly known = new Map<string, Someone[]>();
  private readonly named = new Map<string, { born: string | null; bodyId: string | null }[]>();
  private readonly held = new Map<string, Held[]>();
  private readonly usernames: Map<string, string>;
  private readonly accountOf: Map<string, string>;

  constructor(
    private readonly around: PeopleAround,
    rows: readonly Row[],
  ) {
    around.people.forEach((one) => {
      push(this.known, one.searchName, { id: one.id, born: one.born, isNew: false });
    });
    rows
      .filter((row) => row.isBornTold)
      .forEach((row) => {
        push(this.named, row.search, { born: row.born, bodyId: row.body?.id ?? null });
      });
    around.posts.forEach((post) => {
      push(this.held, `${post.orgId} ${post.role}`, post);
    });
    this.usernames = new Map(around.taken.map((one) => [one.username, one.personId]));
    this.accountOf = new Map(around.accounts.map((one) => [one.personId, one.username]));
  }

  take(row: Row): RegisterLine {
    const { reader, line, name, body, title, from } = row;
    const someone = name === '' || !row.isBornTold ? null : this.someone(row);
    const posts = someone === null || body === null || from === null ? [] : this.newPosts(row, { someone, body, from });
    const account = someone === null ? null : this.account(row, someone);
    const isMore = someone !== null && posts.length > 0 && (!someone.isNew || this.people.some((one) => one.id === someone.id));
    const text = [title, body?.name ?? '', isMore ? 'thêm cho người đã có' : ''].filter((part) => part !== '').join(', ');
    if (someone !== null && posts.length === 0 && account === null) {
      this.markTwice(row, someone);
    }
    if (reader.problems.length > 0 || someone === null) {
      return { row: line, name, text, verdict: 'wrong', problems: reader.problems };
    }
    if (someone.isNew && !this.people.some((one) => one.id === someone.id)) {
      const { search: searchName, gender, born } = row;
      this.people.push({ id: someone.id, fullName: name, searchName, gender, born });
    }
    this.keep(posts, row);
    if (account !== null) {
      this.accounts.push(account);
      this.usernames.set(account.username, account.personId);
      this.accountOf.set(account.personId, account.username);
    }
    const isNew = someone.isNew || posts.length > 0 || account !== null;
    return { row: line, name, text, verdict: isNew ? 'new' : 'known', problems: [] };
  }

  /** One person per name and birth date; two of a name without one cannot be told apart. */
  private someone({ reader, name, search, born, body }: Row): Someone | null {
    const known = this.known.get(search) ?? [];
    const found = known.filter((one) => one.born === born);
    const lines = this.named.get(search) ?? [];
    if (born === null && lines.some((one) => one.bodyId !== (body?.id ?? null))) {
      return reader.wrong(cellProblem('born-needed', reader.title('born'), name));
    }
    const [person] = found;
    if (person !== undefined && found.length === 1 && (born !== null || known.length === 1)) {
      return person;
    }
    const namesakes = [...known, ...lines];
    if (found.length > 1 || namesakes.some((one) => (one.born === null) !== (born === null)) || (born === null && known.length > 1)) {
      return reader.wrong(cellProblem('born-needed', reader.title('born'), name));
    }
    const someone = { id: this.around.id(), born, isNew: true };
    push(this.known, search, someone);
    return someone;
  }

  private newPosts(
    { reader, name, roles, title, to }: Row,
    { someone, body, from }: { readonly someone: Someone; readonly body: RegisterBody; readonly from: string },
  ): readonly NewPosition[] {
    return roles.flatMap((role, index) => {
      const overlapping = this.overlapping(`${body.id} ${role}`, { from, to });
      if (overlapping.some((post) => post.personId === someone.id) || roles.indexOf(role) < index) {
        return [];
      }
      const [other] = overlapping;
      if (other !== undefined && SINGLE_ROLES.includes(role)) {
        reader.wrong(cellProblem('post-held', reader.title('roles'), other.fullName === '' ? name : other.fullName));
      }
      if (someone.id === this.around.self) {
        reader.wrong(cellProblem('own-appointment', reader.title('name'), name));
      }
      return [{ id: this.around.id(), orgId: body.id, personId: someone.id, role, title, from, to }];
    });
  }

  private overlapping(key: string, { from, to }: { readonly from: string; readonly to: string | null }): readonly Held[] {
    return (this.held.get(key) ?? []).filter((post) => (post.to === null || post.to >= from) && (to === null || post.from <= to));
  }

  /** A line that brings nothing, because a line before it brought all of it. */
  private markTwice({ reader, body, roles, from, to }: Row, someone: Someone): void {
    if (reader.problems.length > 0 || body === null || from === null) {
      return;
    }
    const said = roles.map((role) => this.overlapping(`${body.id} ${role}`, { from, to }).find((post) => post.personId === someone.id));
    const line = said[0]?.line;
    if (line !== undefined && said.every((post) => post?.line !== undefined)) {
      reader.wrong(cellProblem('line-twice', '', String(line)));
    }
  }

  private keep(posts: readonly NewPosition[], { name, line }: Row): void {
    posts.forEach((post) => {
      this.positions.push(post);
      push(this.held, `${post.orgId} ${post.role}`, { personId: post.personId, fullName: name, from: post.from, to: post.to, line });
    });
  }

  private account({ reader, username }: Row, someone: Someone): NewAccount | null {
    if (username === null) {
      return null;
    }
    const own = this.accountOf.get(someone.id);
    if (own !== undefined) {
      return own === username ? null : reader.wrong(cellProblem('account-other', reader.title('username'), own));
    }
    if (this.usernames.has(username)) {
      return reader.wrong(cellProblem('username-taken', reader.title('username'), username));
    }
    return { id: this.around.id(), personId: someone.id, username, passwordHash: null };
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) {
    map.set(key, [value]);
  } else {
    list.push(value);
  }
}
