import type { Fingerprint } from './invariants/fingerprint';
import { fingerprint } from './invariants/fingerprint';
import { checkAll } from './invariants/check-all';
import { papersOf } from './invariants/papers';
import { withClient, type Databases } from './databases';
import type { Victim } from './child';
import { EMPTY_STORY, openCast, type Step, type Story } from './scenario';
import { settle } from './settle';
import { System, type Lane } from './system';

export interface Placement {
  readonly step: string;
  readonly victim: Victim;
  readonly point: string;
}

/** A step as it goes when nobody dies: where it starts, what it leaves, and which fault points each process passes. */
export interface Milestone {
  readonly step: Step | 'boot';
  /** Database at rest just before the step; placements work on copies. */
  readonly before: string;
  readonly story: Story;
  readonly papersBefore: ReadonlySet<string>;
  readonly expected: Fingerprint;
  readonly placements: readonly Placement[];
}

export interface Workshop {
  readonly databases: Databases;
  readonly say: (line: string) => void;
}

/** The start on an empty database: each process alone, so that its own points are known. */
export async function bootMilestone({ databases, say }: Workshop, lane: Lane): Promise<{ milestone: Milestone; after: string }> {
  const before = await databases.fresh();
  const placements: Placement[] = [];
  for (const victim of ['worker', 'api'] as const) {
    const url = await databases.clone(before);
    const system = new System(url, lane);
    system.start(victim);
    await system.ready();
    placements.push(...system.takeHits(victim).map((point) => ({ step: 'boot', victim, point })));
    await system.stop();
    await databases.drop(url);
  }
  const after = await databases.clone(before);
  const system = await System.open(after, lane);
  await settle(after);
  await system.stop();
  const expected = await fingerprint(after);
  say(`reference: boot, ${placements.length} placements`);
  return { after, milestone: { step: 'boot', before, story: EMPTY_STORY, papersBefore: new Set(), expected, placements } };
}

/** Plays the steps once on copies of each other; throws when a step does not end well by itself. */
export async function playReference(
  { databases, say }: Workshop,
  lane: Lane,
  from: { readonly url: string; readonly steps: readonly Step[] },
): Promise<readonly Milestone[]> {
  const milestones: Milestone[] = [];
  let before = from.url;
  let story = EMPTY_STORY;
  for (const step of from.steps) {
    const started = performance.now();
    const after = await databases.clone(before);
    const system = await System.open(after, lane);
    try {
      const papersBefore = await withClient(before, papersOf);
      const next = { ...story, ...(await step.drive(await openCast(system.url), story)) };
      await settle(after);
      const placements = (['api', 'worker'] as const).flatMap((victim) =>
        system.takeHits(victim).map((point) => ({ step: step.name, victim, point })),
      );
      const violations = [...system.deaths, ...(await checkAll(after, papersBefore))];
      if (violations.length > 0) {
        throw new Error(`'${step.name}' breaks a promise without any fault:\n  ${violations.join('\n  ')}`);
      }
      const expected = await fingerprint(after);
      milestones.push({ step, before, story, papersBefore, expected, placements: step.quiet === true ? [] : placements });
      say(`reference: ${step.name}, ${seconds(started)} s, ${placements.map(({ victim, point }) => `${victim} ${point}`).join(', ')}`);
      story = next;
    } catch (error) {
      const logs = system.tails();
      throw new Error(`reference '${step.name}': ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${logs}`);
    } finally {
      await system.stop();
    }
    before = after;
  }
  return milestones;
}

function seconds(from: number): string {
  return ((performance.now() - from) / 1000).toFixed(1);
}
