import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { communeCase } from '../../apps/cli/src/cases/awards/commune';
import { ownCase } from '../../apps/cli/src/cases/awards/own';
import { provinceAwardsCase } from '../../apps/cli/src/cases/awards/province';
import { stateAwardsCase } from '../../apps/cli/src/cases/awards/state';
import { openSystem, type System } from '../harness/system';

/** The demo's walk through every award of law.md section 2, papers and all. */
describe('every award, from the unit to whoever decides it', () => {
  let system: System;
  let out: string;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'thidua-awards-'));
    system = await openSystem();
  }, 60_000);
  afterAll(async () => {
    await system.close();
    rmSync(out, { recursive: true, force: true });
  });

  it.each([ownCase, communeCase, provinceAwardsCase, stateAwardsCase])(
    '($letter) $title',
    async (one) => {
      const lines = await one.play({ cast: system.cast, out, say: () => undefined });
      expect(lines.length).toBeGreaterThan(0);
      expect(system.errors).toEqual([]);
    },
    240_000,
  );
});
