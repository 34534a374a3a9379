import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { communeCase } from '../../apps/cli/src/cases/awards/commune';
import { ownCase } from '../../apps/cli/src/cases/awards/own';
import { provinceAwardsCase } from '../../apps/cli/src/cases/awards/province';
import { stateAwardsCase } from '../../apps/cli/src/cases/awards/state';
import { shippedPack } from '../harness/shipped-law';
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

  it('has left out none that the pack of the day knows', async () => {
    const rows = await system.deps.database.reader.query<{ award: string }[]>(
      `select distinct award from nominee_row where state = 'awarded' order by 1`,
    );
    const known = [...new Set(shippedPack('vn-2025-nd152').awards.map((row) => row.award))];
    expect(rows.map((row) => row.award)).toEqual(known.toSorted());
  });
});
