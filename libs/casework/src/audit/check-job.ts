import type { TrailCheckView } from '@thidua/contract';
import { newId } from '@thidua/runtime';
import { checkChains, type BrokenChain } from '@thidua/store';
import type { Actor, HeldPosition } from '@thidua/access';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import { trailSubject } from './trail-subject';

/** A check in the memory of the api; what it found is written into the trail when it is done. */
export interface TrailCheck {
  readonly id: string;
  readonly provinceId: string;
  /** Null: the whole province. */
  readonly subjectId: string | null;
  readonly startedMs: number;
  readonly beganAtMs: number;
  status: TrailCheckView['status'];
  endedMs: number | null;
  total: number;
  done: number;
  chains: number;
  seals: number;
  seal: { readonly n: number; readonly hash: string; readonly at: Date } | undefined;
  broken: readonly BrokenChain[];
}

const KEPT = 12;
const CHECKS = new WeakMap<object, Map<string, TrailCheck>>();

/** Begins a check and goes on without being waited for; one that runs for the same subject already is joined. */
export function beginCheck(deps: CaseworkDeps, actor: Actor, position: HeldPosition, subjectId: string | null): TrailCheck {
  const { provinceId } = actor;
  const checks = CHECKS.get(deps.runtime) ?? new Map<string, TrailCheck>();
  CHECKS.set(deps.runtime, checks);
  const running = [...checks.values()].find(
    (one) => one.status === 'running' && one.provinceId === provinceId && one.subjectId === subjectId,
  );
  if (running !== undefined) {
    return running;
  }
  const check: TrailCheck = {
    ...{ id: newId(deps.clock), provinceId, subjectId, startedMs: performance.now(), beganAtMs: deps.clock.nowMs() },
    ...{ status: 'running', endedMs: null, total: 0, done: 0, chains: 0, seals: 0, seal: undefined, broken: [] },
  };
  checks.set(check.id, check);
  const oldest = checks.keys().next().value;
  if (checks.size > KEPT && oldest !== undefined) {
    checks.delete(oldest);
  }
  work(deps, actor, position, check).then(
    () => {
      end(check, 'done');
    },
    () => {
      end(check, 'failed');
    },
  );
  return check;
}

export function checkOf(deps: CaseworkDeps, provinceId: string, id: string): TrailCheck | undefined {
  const check = CHECKS.get(deps.runtime)?.get(id);
  return check?.provinceId === provinceId ? check : undefined;
}

async function work(deps: CaseworkDeps, actor: Actor, position: HeldPosition, check: TrailCheck): Promise<void> {
  const { auditSearch } = deps.stores;
  const { provinceId, subjectId } = check;
  const subjectIds = subjectId === null ? undefined : await auditSearch.related(provinceId, subjectId);
  check.total = await auditSearch.count(provinceId, subjectIds);
  const seal = await auditSearch.lastSeal(provinceId);
  const { lines, chains, seals, broken } = await checkChains(deps.database, {
    provinceId,
    ...(subjectIds === undefined ? {} : { subjectIds }),
    onLines: (done) => {
      check.done = done;
    },
  });
  Object.assign(check, { total: lines, done: lines, chains, seals, seal, broken });
  // The seal it saw goes with it: the next check holds the seals against what this one says of them.
  const facts = {
    ...{ lines, chains, broken: broken.length },
    ...(subjectId === null ? {} : { checkedId: subjectId }),
    ...(seal === undefined ? {} : { seal: seal.n, sealHash: seal.hash }),
    ...(broken.length === 0 ? {} : { at: broken.slice(0, 20).map(({ fault, lineId }) => `${fault} ${lineId ?? '–'}`) }),
  };
  await deps.database.inTransaction((tx) =>
    note(deps, tx, actor, { on: 'audit', id: trailSubject(provinceId), position, action: 'chains-checked', facts }),
  );
}

function end(check: TrailCheck, status: TrailCheck['status']): void {
  check.status = status;
  check.endedMs = performance.now();
}
