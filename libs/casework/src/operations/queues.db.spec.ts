import type { QueueView } from '@thidua/contract';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { queueView } from './queues';

jest.setTimeout(60_000);

describe('queues', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  const queues = async (): Promise<readonly QueueView[]> => (await play.call('hp.quantri1', 'queues')).queues;
  const queue = async (group: QueueView['group'], name: string): Promise<QueueView | undefined> =>
    (await queues()).find((one) => one.group === group && one.name === name);

  it('are empty and calm where nothing waits, and are told all the same', async () => {
    expect((await queues()).filter((one) => one.waiting > 0)).toEqual([]);
    expect(await queue('timer', '')).toMatchObject({ waiting: 0, oldestSeconds: null, state: 'calm' });
    await expect(play.call('gp.chutich', 'queues')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tell what waits, what runs, what is for later and how long the oldest has waited', async () => {
    const job = (status: string, lease: string, next: string, attempts: number): Promise<unknown> =>
      play.rows(
        `insert into job (province_id, id, instance_id, element_id, type, headers, variables, status, retries, attempts, lease_token, lease_until, next_at)
         values ($1, gen_random_uuid(), gen_random_uuid(), 'E', 'remind', '{}', '{}', $2, 3, $3,
           case when $4 = '' then null else gen_random_uuid() end, clock_timestamp() + nullif($4, '')::interval, clock_timestamp() + $5::interval)`,
        [HP, status, attempts, lease, next],
      );
    await job('open', '', '-2 minutes', 0);
    await job('open', '-1 second', '-90 seconds', 1);
    await job('open', '1 minute', '-90 seconds', 1);
    await job('open', '', '5 minutes', 2);
    await job('done', '', '-1 day', 1);
    const seen = await queue('job', 'remind');
    expect(seen).toMatchObject({ waiting: 2, running: 1, later: 1, retried: 3, state: 'slow' });
    expect(Math.abs((seen?.oldestSeconds ?? 0) - 120)).toBeLessThan(20);
    expect(seen?.nextAt).not.toBeNull();
  });

  it('count timers by the clock of the house', async () => {
    const timer = (dueMs: number): Promise<unknown> =>
      play.rows(
        `insert into timer (province_id, id, instance_id, element_id, due_at, org_id) select $1, gen_random_uuid(), gen_random_uuid(), 'E', $2, o.id
                 from org o where o.province_id = $1 limit 1`,
        [HP, new Date(dueMs)],
      );
    const now = play.deps.clock.nowMs();
    await timer(now - 11 * 60_000);
    await timer(now + 86_400_000);
    const seen = await queue('timer', '');
    expect(seen).toMatchObject({ waiting: 1, later: 1, state: 'stuck' });
    expect(Date.parse(seen?.nextAt ?? '')).toBe(now + 86_400_000);
  });

  it('are stuck where only a person moves them on', () => {
    const depth = { waiting: 1, running: 0, later: 0, retried: 0, failed: 0, oldestMs: 1000, nextAt: null };
    expect(queueView({ group: 'incident', name: 'job-failed', ...depth }).state).toBe('stuck');
    expect(queueView({ group: 'signal', name: '', ...depth }).state).toBe('calm');
  });
});
