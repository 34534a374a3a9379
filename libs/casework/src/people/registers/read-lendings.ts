import type { Pack } from '@thidua/awards';
import type { LentEdge, NewDelegation, RegisterBody, RegisterPost } from '@thidua/store';
import { LineReader } from '../../evidence/import/cells';
import { cellProblem, choiceProblem } from '../../evidence/import/problem';
import { same, type TableLine } from '../../evidence/import/read-table';
import { lendingFault, LENDING_FAULTS } from '../../organisations/lending';
import { searchable } from '../../plain-text';
import type { Keeper } from '../keeping';
import { BodyIndex } from './body-index';
import { NOTHING, type ReadRegister, type RegisterLine } from './register-plan';
import { REGISTER_TABLES } from './register-tables';

const { columns } = REGISTER_TABLES.delegations;
const CAPACITIES = { KT: 'KT.', TL: 'TL.', TUQ: 'TUQ.', Q: 'Q.' } as const;

export interface LendingsAround {
  readonly bodies: readonly RegisterBody[];
  readonly posts: readonly RegisterPost[];
  readonly living: readonly LentEdge[];
  /** Whose rows name the awards; null where none is in force. */
  readonly pack: Pack | null;
  /** Whoever brings the register in. */
  readonly by: Keeper;
  readonly id: () => string;
}

/** Delegations by the papers that lend them; each still waits for the one it is lent to. */
export function readLendings(lines: readonly TableLine[], around: LendingsAround): ReadRegister {
  const index = new BodyIndex(around.bodies);
  const edges = [...around.living];
  const delegations: NewDelegation[] = [];
  const read = lines.map((line) => {
    const reader = new LineReader(line, columns);
    const { made, known, name, text } = readLine(reader, { ...around, living: edges }, index);
    const verdict: RegisterLine['verdict'] = reader.problems.length > 0 ? 'wrong' : known ? 'known' : 'new';
    if (verdict === 'new' && made !== null) {
      delegations.push(made);
      edges.push(made);
    }
    return { row: line.row, name, text, verdict, problems: reader.problems };
  });
  return { lines: read, plan: { ...NOTHING, delegations } };
}

interface Read {
  readonly made: NewDelegation | null;
  readonly known: boolean;
  readonly name: string;
  readonly text: string;
}

function readLine(reader: LineReader, around: LendingsAround, index: BodyIndex<RegisterBody>): Read {
  const body = index.named(reader, 'unit', reader.text('above'));
  const [from, to] = [reader.day('from'), reader.day('to')];
  const lender = postOf(reader, ['lender', 'lenderTitle'], around.posts, { body, from });
  const receiver = postOf(reader, ['receiver', 'receiverTitle'], around.posts, { body, from });
  const capacity = reader.choice('capacity', CAPACITIES);
  const paper = reader.text('paper') ?? '';
  const awards = awardsOf(reader, around.pack);
  const name = `${reader.text('lender') ?? ''} → ${reader.text('receiver') ?? ''}`;
  const text = [capacity === null ? '' : CAPACITIES[capacity], body?.name ?? ''].filter((part) => part !== '').join(' ');
  if (lender === null || receiver === null || capacity === null || from === null) {
    return { made: null, known: false, name, text };
  }
  const known = around.living.some(
    (one) =>
      one.capacity === capacity && one.fromPosition === lender.id && one.toPosition === receiver.id && one.from === from && one.to === to,
  );
  const asked = { capacity, from, ...(to === null ? {} : { to }), ...(awards === null ? {} : { awards }) };
  const fault = known ? null : lendingFault({ from: lender, to: receiver, base: undefined, body: asked, living: around.living });
  if (fault !== null) {
    reader.wrong(cellProblem('line-wrong', reader.title('capacity'), LENDING_FAULTS[fault]));
  }
  const { id, by } = around;
  if (!known && receiver.personId === by.actor.personId) {
    reader.wrong(cellProblem('own-appointment', reader.title('receiver'), receiver.fullName));
  }
  const scope = awards === null ? {} : { awards };
  const made = {
    id: id(),
    capacity,
    fromPosition: lender.id,
    toPosition: receiver.id,
    paper,
    scope,
    from,
    to,
    restsOn: null,
    recordedBy: by.position.id,
  };
  return { made: { ...made, grantedBy: lender.id }, known, name, text };
}

/** The post a name holds in the body on the day; its title tells several of one holder apart. */
function postOf(
  reader: LineReader,
  [key, titleKey]: readonly [string, string],
  posts: readonly RegisterPost[],
  { body, from }: { readonly body: RegisterBody | null; readonly from: string | null },
): RegisterPost | null {
  const [name, title] = [reader.text(key), reader.text(titleKey)];
  if (name === null || body === null || from === null) {
    return null;
  }
  const held = posts.filter(
    (post) =>
      post.orgId === body.id &&
      post.role !== 'council-member' &&
      post.from <= from &&
      (post.to === null || post.to >= from) &&
      same(post.fullName, name),
  );
  const fitting = title === null ? held : held.filter((post) => same(post.title, title));
  const roles = new Set(fitting.map((post) => post.personId));
  const [post] = fitting;
  if (post !== undefined && (fitting.length === 1 || (roles.size === 1 && title !== null))) {
    return post;
  }
  return reader.wrong(cellProblem(fitting.length === 0 ? 'post-unknown' : 'post-ambiguous', reader.title(key), name));
}

/** 'Giấy khen; Lao động tiên tiến': names or codes of the pack's awards; null = whatever the post may. */
function awardsOf(reader: LineReader, pack: Pack | null): readonly string[] | null {
  const told = reader.text('awards');
  if (told === null) {
    return null;
  }
  return told
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .flatMap((word) => {
      const row = pack?.awards.find(
        (one) =>
          one.award === word ||
          one.names.some((name) => searchable(name.full) === searchable(word) || searchable(name.short) === searchable(word)),
      );
      if (row === undefined) {
        const choices = pack?.awards.flatMap((one) => one.names.slice(0, 1).map((name) => name.full)) ?? [];
        reader.wrong(choiceProblem('not-a-choice', reader.title('awards'), { value: word, choices }));
        return [];
      }
      return [row.award];
    });
}
