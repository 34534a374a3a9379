import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeTextReader } from '@thidua/documents';
import { FAULT_POINTS } from '@thidua/runtime';
import { Databases } from './databases';
import { playPlacement, type Verdict } from './play-placement';
import { bootMilestone, playReference, type Milestone, type Placement, type Workshop } from './reference';
import { installRetryingFetch } from './retrying-fetch';
import { STEPS } from './scenario';
import type { Lane } from './system';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Every fault point that any process passes in any step of the story, its first hit, from the database of just before that step. */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string): string | undefined => args[args.indexOf(name) + 1 || args.length];
  const lanes = lanesOf(Number(option('--lanes') ?? 3));
  const only = option('--only');
  const started = performance.now();
  const workshop: Workshop = { databases: Databases.fromEnvironment('crash'), say };
  installRetryingFetch();
  const milestones = await reference(workshop, lanes[0] ?? laneOf(0), option('--until'));
  const work = milestones.flatMap((milestone) => milestone.placements.map((placement) => ({ milestone, placement })));
  const chosen = work.filter(({ placement }) => only === undefined || label(placement).includes(only));
  say(`${work.length} placements of ${FAULT_POINTS.length} fault points; ${chosen.length} to play on ${lanes.length} lanes`);
  const verdicts = await playAll(workshop, lanes, chosen);
  await closeTextReader();
  return report(verdicts, { partial: only !== undefined, minutes: (performance.now() - started) / 60_000 });
}

async function reference(workshop: Workshop, lane: Lane, until: string | undefined): Promise<readonly Milestone[]> {
  const { milestone, after } = await bootMilestone(workshop, lane);
  const last = until === undefined ? STEPS.length : STEPS.findIndex((step) => step.name.includes(until)) + 1;
  return [milestone, ...(await playReference(workshop, lane, { url: after, steps: STEPS.slice(0, last) }))];
}

async function playAll(
  workshop: Workshop,
  lanes: readonly Lane[],
  work: readonly { readonly milestone: Milestone; readonly placement: Placement }[],
): Promise<readonly Verdict[]> {
  const queue = [...work];
  const verdicts: Verdict[] = [];
  const drain = async (lane: Lane): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const verdict = await playPlacement(workshop, lane, next.milestone, next.placement);
      verdicts.push(verdict);
      const outcome = verdict.killed ? 'killed' : 'NOT REACHED';
      say(
        `[${verdicts.length}/${work.length}] ${label(next.placement)}: ${outcome}, ${verdict.seconds.toFixed(1)} s, ${verdict.violations.length} violations`,
      );
      for (const violation of verdict.violations) {
        say(`    ${violation}`);
      }
    }
  };
  await Promise.all(lanes.map(drain));
  return verdicts;
}

function report(verdicts: readonly Verdict[], { partial, minutes }: { readonly partial: boolean; readonly minutes: number }): number {
  say(`\n${'fault point'.padEnd(26)}placements  killed  violations`);
  let missed = 0;
  for (const point of FAULT_POINTS) {
    const mine = verdicts.filter((verdict) => verdict.placement.point === point);
    const killed = mine.filter((verdict) => verdict.killed).length;
    const broken = mine.reduce((sum, verdict) => sum + verdict.violations.length, 0);
    missed += killed === 0 ? 1 : 0;
    const cells = [mine.length, killed, broken].map((n) => String(n).padStart(10)).join('');
    say(`${point.padEnd(26)}${cells}${killed === 0 ? '   never reached' : ''}`);
  }
  const violations = verdicts.reduce((sum, verdict) => sum + verdict.violations.length, 0);
  const killed = verdicts.filter((verdict) => verdict.killed).length;
  const unkilled = verdicts.length - killed;
  say(
    `\n${JSON.stringify({ crash: 'all', points: FAULT_POINTS.length - missed, of: FAULT_POINTS.length, placements: verdicts.length, killed, violations, minutes: Number(minutes.toFixed(1)) })}`,
  );
  return violations > 0 || unkilled > 0 || (!partial && missed > 0) ? 1 : 0;
}

function label({ step, victim, point }: Placement): string {
  return `${step} · ${victim} · ${point}`;
}

function lanesOf(count: number): readonly Lane[] {
  return Array.from({ length: count }, (_, index) => laneOf(index));
}

function laneOf(index: number): Lane {
  const { DATA_DIR: root, CACHE_DIR: cache, CRASH_PORT: firstPort } = process.env;
  if (root === undefined || cache === undefined || firstPort === undefined) {
    throw new Error('run me by `npm run crash`');
  }
  const data = join(root, `lane-${index}`);
  mkdirSync(data, { recursive: true });
  return { data, cache, port: Number(firstPort) + index };
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
