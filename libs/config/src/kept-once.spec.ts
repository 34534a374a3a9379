import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOnce, keptIn } from './kept-once';

describe('what a data folder keeps once', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is nothing before, and for ever what was kept first', () => {
    expect(keptIn(folder, 'secret')).toBeUndefined();
    expect(keepOnce(folder, 'secret', 'ours')).toBe('ours');
    expect(keepOnce(folder, 'secret', 'later')).toBe('ours');
    expect(keptIn(folder, 'secret')).toBe('ours');
  });

  it('is for its owner alone, in a folder that is made, with nothing left beside it', () => {
    const below = join(folder, 'new');
    keepOnce(below, 'secret', 'ours');
    expect(statSync(join(below, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(below)).toEqual(['secret']);
  });
});
