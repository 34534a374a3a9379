import { rmSync } from 'node:fs';
import type { Victim } from './child';
import { Databases, withClient } from './databases';
import { checkAll } from './invariants/check-all';
import { papersOf } from './invariants/papers';
import { freeLane } from './free-lane';
import { INJURIES } from './injuries';
import { installRetryingFetch } from './retrying-fetch';
import { EMPTY_STORY, STEPS, openCast, type Story } from './scenario';
import { settle } from './settle';
import { System, type Lane } from './system';

/**
 * Twelve placements of `npm run crash`, played one after the other in a single story: each step goes on from what the killed one left.
 * Leases are aged by hand after a death, so that the 15 s a silent worker keeps a job need not be waited for.
 */
const PLACEMENTS: readonly (readonly [step: string, victim: Victim, point: string])[] = [
  ['launch', 'api', 'start.after-insert'],
  ['report and meeting', 'worker', 'paper.after-render'],
  ['head signs', 'api', 'step.in-transaction'],
  ['unit numbers', 'api', 'number.after-take'],
  ['commune receives', 'worker', 'message.after-correlate'],
  ['intake closes by its timer', 'worker', 'timer.after-claim'],
  ['appraisal', 'worker', 'relay.after-take'],
  ['session opens', 'api', 'answer.after-commit'],
  ['ballots', 'api', 'ballot.after-count'],
  ['count and minutes', 'worker', 'paper.after-record'],
  ['chair signs the decision', 'api', 'sign.after-decision-row'],
  ['decision is numbered', 'worker', 'job.after-lease'],
];

describe('a process killed at a fault point', () => {
  const databases = Databases.fromEnvironment(`crash_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}`);
  const fetching = installRetryingFetch();
  let url = '';
  let lane: Lane | undefined;
  let system: System | undefined;
  let story: Story = EMPTY_STORY;

  beforeAll(async () => {
    url = await databases.fresh();
    lane = { ...(await freeLane()), agesLeases: true };
    system = await System.open(url, lane);
  }, 180_000);

  afterAll(async () => {
    await system?.stop();
    fetching.remove();
    await databases.drop(url);
    rmSync(lane?.data ?? '', { recursive: true, force: true });
  }, 30_000);

  it.each(PLACEMENTS)(
    'given the step "%s", when the %s dies at %s, then it goes on with no promise broken',
    async (name, victim, point) => {
      const step = STEPS.find((one) => one.name === name);
      if (system === undefined || step === undefined) {
        throw new Error(`no step ${name}`);
      }
      const deathsBefore = system.deaths.length;
      const readBefore = await withClient(url, papersOf);
      const cast = await openCast(system.url);
      await system.arm(victim, point);
      story = { ...story, ...(await step.drive(cast, story)) };
      await settle(url, 40);
      expect(system.deaths.slice(deathsBefore)).toEqual([`${victim} SIGKILL`]);
      expect(await checkAll(url, readBefore)).toEqual([]);
    },
    120_000,
  );

  it('given promises broken by hand, then the checks see each of them', async () => {
    await system?.stop();
    const readBefore = await withClient(url, papersOf);
    for (const [wound, sql, word] of INJURIES) {
      const hurt = await databases.clone(url);
      await withClient(hurt, (client) => client.query(`set session_replication_role = replica; ${sql}`));
      const seen = await checkAll(hurt, wound.includes('page') ? undefined : readBefore);
      expect({ wound, seen: seen.some((violation) => word.test(violation)) }).toEqual({ wound, seen: true });
      await databases.drop(hurt);
    }
  }, 120_000);
});
