import { playMigrations } from './migration/random-migrations';

const SCALE = Number(process.env['TEST_SCALE'] ?? 1);
const SEED = Number(process.env['TEST_SEED'] ?? 20_261_121);
const scaled = (count: number): number => Math.max(5, Math.round(count * SCALE));

describe('random migrations of running instances', () => {
  it('keep every invariant, and can be taken back', async () => {
    const { failures, migrations, undone, refused } = await playMigrations(scaled(24), SEED);
    expect(failures).toEqual([]);
    expect(migrations).toBeGreaterThanOrEqual(scaled(24));
    expect(undone).toBeGreaterThan(0);
    expect(refused.size).toBeGreaterThan(0);
  }, 60_000);
});
