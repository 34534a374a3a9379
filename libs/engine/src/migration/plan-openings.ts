import { isFault } from '../incidents';
import type { Run } from '../run';
import { planWaits } from '../triggers';
import type { Opening } from './crossing-waits';
import type { MigrationProblem } from './migration-plan';

type WaitPlans = Exclude<ReturnType<typeof planWaits>, { readonly cause: unknown }>;

interface Planned {
  readonly plans: readonly { readonly key: number; readonly plans: WaitPlans }[];
  readonly problems: readonly MigrationProblem[];
}

/** Evaluates what will wait, opening nothing. */
export function planOpenings(run: Run, openings: readonly Opening[]): Planned {
  const plans: { key: number; plans: WaitPlans }[] = [];
  const problems: MigrationProblem[] = [];
  for (const { key, target, parts } of openings) {
    const planned = planWaits(run, key, [target]);
    if (isFault(planned)) {
      problems.push({ code: 'wait-not-openable', element: target.id, key, detail: planned.detail });
    } else {
      plans.push({ key, plans: planned.filter(({ part }) => parts?.has(part) ?? true) });
    }
  }
  return { plans, problems };
}
