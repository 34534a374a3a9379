import { withClient } from './databases';

/** What keeps the system busy: work that is due or will be tried again, bells not answered, timers that should have fired. */
const BUSY = `
  select 'job ' || type || coalesce(' (' || last_error || ')', '') as what from job where status = 'open'
  union all select 'outbox ' || kind || ' ' || id from outbox where done_at is null and kind <> 'notice'`;

/** Waits until the workers have nothing left to do; throws with what is left after `seconds`. */
export async function settle(databaseUrl: string, seconds = 240): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const deadline = performance.now() + seconds * 1000;
    for (let calm = 0; calm < 2;) {
      const { rows } = await client.query<{ what: string }>(BUSY);
      calm = rows.length === 0 ? calm + 1 : 0;
      if (performance.now() > deadline) {
        throw new Error(`still busy after ${seconds} s: ${rows.map((row) => row.what).join(', ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
}
