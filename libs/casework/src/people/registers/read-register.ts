import { createHash } from 'node:crypto';
import type { RegisterKind } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { cellProblem, type CellProblem } from '../../evidence/import/problem';
import { readColumns, type TableLine } from '../../evidence/import/read-table';
import type { CheckedUpload } from '../../files/checked-upload';
import { packOn } from '../../law/pack-of';
import type { Keeper } from '../keeping';
import { readBodies } from './read-bodies';
import { readLendings } from './read-lendings';
import { readPeople } from './read-people';
import { readRosters } from './read-rosters';
import { NOTHING, type ReadRegister } from './register-plan';
import { REGISTER_TABLES } from './register-tables';

/** More lines than a province has bodies or posts: the file is something else. */
const MOST_ROWS = 10_000;

interface RegisterAsk {
  readonly kind: RegisterKind;
  readonly upload: CheckedUpload;
  /** Whoever brings it in. */
  readonly by: Keeper;
}

export interface RegisterFile extends ReadRegister {
  /** Of the file as a whole. */
  readonly problems: readonly CellProblem[];
  readonly sha256: string;
}

/** A register against what the province has today; writes nothing. @throws DomainError sheet-unreadable */
export async function readRegister(deps: CaseworkDeps, ask: RegisterAsk, tx?: Tx): Promise<RegisterFile> {
  const { bytes } = ask.upload;
  const table = readColumns(REGISTER_TABLES[ask.kind].columns, await deps.sheets.read(bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const many = table.lines.length > MOST_ROWS ? [cellProblem('too-many-rows', '', String(table.lines.length))] : [];
  const problems = [...table.problems, ...many];
  const read = problems.length > 0 ? { lines: [], plan: NOTHING } : await READERS[ask.kind](deps, table.lines, ask, tx);
  return { ...read, problems, sha256 };
}

type Reader = (deps: CaseworkDeps, lines: readonly TableLine[], ask: RegisterAsk, tx?: Tx) => Promise<ReadRegister>;

const READERS: Readonly<Record<RegisterKind, Reader>> = {
  organisations: async (deps, lines, { by }, tx) =>
    readBodies(lines, await deps.stores.register.bodies(by.actor.provinceId, tx), idsOf(deps)),
  people: async (deps, lines, { by }, tx) => {
    const { provinceId, personId: self } = by.actor;
    const { register, accountKeeping } = deps.stores;
    const people = await register.people(provinceId, tx);
    const personIds = people.map((one) => one.id);
    const usernames = lines.flatMap(({ cells }) => (typeof cells['username'] === 'string' ? [cells['username'].toLowerCase()] : []));
    return readPeople(lines, {
      bodies: await register.bodies(provinceId, tx),
      people,
      posts: await register.posts(provinceId, tx),
      accounts: await accountKeeping.ofPeople(provinceId, personIds, tx),
      taken: await accountKeeping.taken(usernames, tx),
      self,
      id: idsOf(deps),
    });
  },
  rosters: async (deps, lines, { by }, tx) => {
    const { provinceId, personId: self } = by.actor;
    const { register, rosters } = deps.stores;
    return readRosters(lines, {
      bodies: await register.bodies(provinceId, tx),
      people: await register.people(provinceId, tx),
      posts: await register.posts(provinceId, tx),
      councils: await rosters.list(provinceId, tx),
      self,
      id: idsOf(deps),
    });
  },
  delegations: async (deps, lines, { by }, tx) => {
    const { provinceId } = by.actor;
    const { register, delegations } = deps.stores;
    return readLendings(lines, {
      bodies: await register.bodies(provinceId, tx),
      posts: await register.posts(provinceId, tx),
      living: await delegations.living(provinceId, tx),
      pack: packOn(deps.law, dayOf(deps.clock.nowMs()), provinceId).pack,
      by,
      id: idsOf(deps),
    });
  },
};

function idsOf({ clock }: CaseworkDeps): () => string {
  return () => newId(clock);
}
