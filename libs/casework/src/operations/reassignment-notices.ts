import type { AnswerOf } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { postWords } from './post-words';

const SHOWN_FOR_MS = 14 * 24 * 3_600_000;

/** What an administrator took from these posts or gave to them, told to both while the task is open. */
export async function reassignmentNotices(
  deps: CaseworkDeps,
  provinceId: string,
  principals: readonly string[],
): Promise<AnswerOf<'limitNotices'>['reassigned']> {
  const since = new Date(deps.clock.nowMs() - SHOWN_FOR_MS);
  const found = await deps.stores.reassignments.noticesFor(provinceId, principals, since);
  const words = await postWords(
    deps,
    provinceId,
    found.flatMap((one) => [...one.fromGroups, one.toGroup]),
  );
  return found.map(({ id, taskId, taskName, code, at, reason, fromGroups, toGroup }) => ({
    ...{ id, taskId, taskName, code, reason },
    at: isoOf(at.getTime()),
    from: fromGroups.map(words),
    to: words(toGroup),
    mine: principals.includes(toGroup),
  }));
}
