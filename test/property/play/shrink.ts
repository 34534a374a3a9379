import type { Plan } from '../model/blocks';
import { omit } from '../model/omit';
import type { Path } from './play-pair';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Lists a part may be taken out of, and parts that may be left out. */
const LISTS = ['blocks', 'boundaries', 'eventSubs', 'branches', 'moreStarts', 'loose', 'triggers', 'throws', 'processes', 'active'];
const OPTIONS = [
  'handler',
  'exit',
  'loop',
  'enough',
  'condition',
  'parallelMultiple',
  'join',
  'inline',
  'times',
  'done',
  'returns',
  'name',
];

const MOST_TRIES = 3_000;

/**
 * The smallest process and path found that still fails: parts are left out, one after the other, as long as it does. A part whose
 * absence makes no sense does not deploy, and so does not fail.
 */
export async function shrink(
  plan: Plan,
  path: Path,
  fails: (plan: Plan, path: Path) => Promise<boolean>,
): Promise<{ readonly plan: Plan; readonly path: Path }> {
  let best = { plan, path };
  let tries = 0;
  for (let smaller = true; smaller;) {
    smaller = false;
    for (const candidate of candidates(best.plan, best.path)) {
      tries += 1;
      if (tries > MOST_TRIES) {
        return best;
      }
      if (await fails(candidate.plan, candidate.path)) {
        best = candidate;
        smaller = true;
        break;
      }
    }
  }
  return best;
}

function* candidates(plan: Plan, path: Path): Generator<{ plan: Plan; path: Path }> {
  for (let at = path.stimuli.length - 1; at >= 0; at -= 1) {
    yield { plan, path: { ...path, stimuli: path.stimuli.toSpliced(at, 1) } };
  }
  // A plan is plain data; what comes out has its shape but for a part that is missing.
  for (const smaller of without(plan as unknown as Json)) {
    yield { plan: smaller as unknown as Plan, path };
  }
  for (let at = 0; at < path.stimuli.length; at += 1) {
    const stimulus = path.stimuli[at];
    if (stimulus !== undefined && 'set' in stimulus && Object.keys(stimulus.set).length > 0 && stimulus.do !== 'set') {
      yield { plan, path: { ...path, stimuli: path.stimuli.with(at, { ...stimulus, set: {} }) } };
    }
  }
}

/** Every way to leave out one part, the biggest parts first. */
function* without(value: Json, key = ''): Generator<Json> {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    for (let at = 0; at < list.length; at += 1) {
      if (LISTS.includes(key)) {
        yield list.toSpliced(at, 1);
      }
      if (key === 'blocks') {
        yield* insides(list[at] ?? null).map((blocks) => list.toSpliced(at, 1, ...blocks));
      }
    }
    for (let at = 0; at < list.length; at += 1) {
      yield* map(without(list[at] ?? null), (smaller) => list.with(at, smaller));
    }
  } else if (value !== null && typeof value === 'object') {
    const record = value as { readonly [name: string]: Json };
    for (const name of Object.keys(record)) {
      if (OPTIONS.includes(name)) {
        yield omit(record, name);
      }
    }
    for (const [name, part] of Object.entries(record)) {
      yield* map(without(part, name), (smaller) => ({ ...record, [name]: smaller }));
    }
  }
}

/** The rows of blocks inside a block, any of which may stand in its place. */
function insides(block: Json): readonly (readonly Json[])[] {
  if (block === null || typeof block !== 'object' || Array.isArray(block)) {
    return [];
  }
  const record = block as { readonly [name: string]: Json };
  const branches = record['branches'];
  const parts: readonly Json[] = [record, record['body'] ?? null, ...(Array.isArray(branches) ? (branches as readonly Json[]) : [])];
  return parts.flatMap((part) => {
    const blocks = part !== null && typeof part === 'object' && 'blocks' in part ? part['blocks'] : undefined;
    return Array.isArray(blocks) && blocks.length > 0 ? [blocks as readonly Json[]] : [];
  });
}

function* map<A, B>(values: Iterable<A>, change: (value: A) => B): Generator<B> {
  for (const value of values) {
    yield change(value);
  }
}
