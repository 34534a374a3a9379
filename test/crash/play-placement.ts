import { differences, fingerprint } from './invariants/fingerprint';
import { checkAll } from './invariants/check-all';
import type { Milestone, Placement, Workshop } from './reference';
import { openCast } from './scenario';
import { settle } from './settle';
import { System, type Lane } from './system';

export interface Verdict {
  readonly placement: Placement;
  /** The process really died there. */
  readonly killed: boolean;
  readonly seconds: number;
  readonly violations: readonly string[];
}

/** Copies the database of just before the step, kills the process at the point, lets everyone carry on, and looks at what is left. */
export async function playPlacement({ databases }: Workshop, lane: Lane, milestone: Milestone, placement: Placement): Promise<Verdict> {
  const started = performance.now();
  const url = await databases.clone(milestone.before);
  const system = new System(url, lane);
  const violations: string[] = [];
  try {
    if (milestone.step === 'boot') {
      await bootWith(system, placement);
    } else {
      system.start('api');
      system.start('worker');
      await system.ready();
      const cast = await openCast(system.url);
      await system.arm(placement.victim, placement.point);
      await milestone.step.drive(cast, milestone.story);
    }
    await settle(url);
    violations.push(...differences(milestone.expected, await fingerprint(url)).map((line) => `differs from an undisturbed run: ${line}`));
    violations.push(...(await checkAll(url, milestone.papersBefore)));
  } catch (error) {
    violations.push(`does not go on: ${error instanceof Error ? error.message : String(error)}\n${system.tails()}`);
  }
  await system.stop();
  await databases.drop(url);
  const wanted = `${placement.victim} SIGKILL`;
  violations.push(...system.deaths.filter((death) => death !== wanted).map((death) => `a process ended by itself: ${death}`));
  return { placement, killed: system.deaths.includes(wanted), seconds: (performance.now() - started) / 1000, violations };
}

/** The victim starts alone and dies while installing; then both are there. */
async function bootWith(system: System, { victim, point }: Placement): Promise<void> {
  await system.start(victim, point).ended;
  system.start(victim === 'api' ? 'worker' : 'api');
  await system.ready();
}
