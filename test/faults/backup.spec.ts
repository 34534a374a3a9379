import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** A command of ours on a data folder. */
function run(tool: string, args: readonly string[], data: string): Promise<Ran> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL' && name !== 'FILES_DIR'));
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(ROOT, 'tools', tool), ...args],
      { cwd: ROOT, env: { ...env, DATA_DIR: data }, maxBuffer: 10_000_000 },
      (error, out, err) => {
        done({ code: error === null ? 0 : Number(error.code ?? 1), said: `${out}${err}` });
      },
    );
  });
}

jest.setTimeout(240_000);

describe('npm run backup, npm run restore', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-backup-'));
    chmodSync(folder, 0o755);
    expect(await run('seed.mjs', ['empty'], at('data'))).toMatchObject({ code: 0 });
    mkdirSync(at('data/files/ab'), { recursive: true });
    writeFileSync(at('data/files/ab/evidence'), 'minh chứng');
    expect(await run('backup.mjs', ['--out', at('backup')], at('data'))).toMatchObject({ code: 0 });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('bring a house to a new folder, database, files and secrets, and tell what they checked', async () => {
    const { code, said } = await run('restore.mjs', ['--from', at('backup')], at('again'));
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain('không đứt / whole');
    expect(readFileSync(at('again/files/ab/evidence'), 'utf8')).toBe('minh chứng');
    expect(readFileSync(at('again/postgres.json'), 'utf8')).toBe(readFileSync(at('data/postgres.json'), 'utf8'));
    // It is a house that goes on: the set-up code of an empty one can be made.
    expect(await run('seed.mjs', ['code'], at('again'))).toMatchObject({ code: 0 });
  });

  it('never write over data, nor over a backup', async () => {
    const over = await run('restore.mjs', ['--from', at('backup')], at('data'));
    expect(over).toMatchObject({ code: 1, said: expect.stringContaining('đã có dữ liệu') as string });
    expect(await run('backup.mjs', ['--out', at('backup')], at('data'))).toMatchObject({ code: 1 });
    expect(await run('restore.mjs', ['--from', at('data')], at('other'))).toMatchObject({ code: 1 });
  });

  it('name the broken file and leave nothing behind', async () => {
    const file = at('backup/cluster/PG_VERSION');
    const was = readFileSync(file);
    writeFileSync(file, '17\n');
    const { code, said } = await run('restore.mjs', ['--from', at('backup')], at('broken'));
    writeFileSync(file, was);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('cluster/PG_VERSION') as string });
    expect(existsSync(at('broken/pg'))).toBe(false);
  });

  it('name what is not as it was, and leave nothing behind', async () => {
    const file = at('backup/manifest.json');
    const was = readFileSync(file, 'utf8');
    const kept = JSON.parse(was) as { facts: { rows: Record<string, number> } }; // our own file
    writeFileSync(file, JSON.stringify({ ...kept, facts: { ...kept.facts, rows: { ...kept.facts.rows, dossier: 7 } } }));
    const { code, said } = await run('restore.mjs', ['--from', at('backup')], at('fewer'));
    writeFileSync(file, was);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('dossier: 7 dòng / rows → 0') as string });
    expect(existsSync(at('fewer/pg'))).toBe(false);
  });
});
