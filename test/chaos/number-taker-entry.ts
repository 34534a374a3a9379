import { takeNumbers, type TakersOrder } from './number-takers';

/** One process of takers, told by its environment; its report is the one message it sends. */
async function run(): Promise<void> {
  const { CHAOS_URL: url = '', CHAOS_ORDER: order = '{}' } = process.env;
  const report = await takeNumbers(url, JSON.parse(order) as TakersOrder); // written by numbers.ts
  process.send?.(report);
  process.disconnect();
}

process.on('disconnect', () => process.exit(0)); // whoever asked is gone

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
