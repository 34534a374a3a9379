import { playMigrations } from './migration/random-migrations';

const SCALE = Number(process.env['TEST_SCALE'] ?? 1);
const SEED = Number(process.env['TEST_SEED'] ?? 20_261_121);
const scaled = (count: number): number => Math.max(5, Math.round(count * SCALE));

describe('random migrations of running instances', () => {
  it('keep every invariant, and can be taken back', async () => {
    const { failures, migrations, undone } = await playMigrations(scaled(24), SEED);
    expect(failures).toEqual([]);
    expect(migrations).toBeGreaterThanOrEqual(scaled(24));
    // About one in three; a few may all stay.
    expect(undone).toBeGreaterThanOrEqual(migrations < 20 ? 0 : 1);
  }, 60_000);
});
