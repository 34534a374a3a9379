import type { TrailLine } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { postWords } from './post-words';

/** ' «Thẩm định hồ sơ»: Chuyên viên thẩm định, UBND xã A → Thư ký Hội đồng, UBND xã A. Lý do: …' for lines that hand a task on. */
export async function reassignedWords(
  deps: CaseworkDeps,
  provinceId: string,
  lines: readonly TrailLine[],
): Promise<(line: TrailLine) => string> {
  const ids = lines.flatMap((line) => idOf(line) ?? []);
  const found = ids.length === 0 ? [] : await deps.stores.reassignments.byIds(provinceId, ids);
  const words = await postWords(
    deps,
    provinceId,
    found.flatMap((one) => [...one.fromGroups, one.toGroup]),
  );
  return (line) => {
    const made = found.find((one) => one.id === idOf(line));
    return made === undefined
      ? ''
      : ` «${made.taskName}»: ${made.fromGroups.map(words).join('; ')} → ${words(made.toGroup)}. Lý do: ${made.reason}`;
  };
}

function idOf({ action, facts }: TrailLine): string | undefined {
  const id = action === 'task-reassigned' ? facts['reassignmentId'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
