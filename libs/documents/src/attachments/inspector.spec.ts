import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttachmentInspector } from './inspector';

/** Readers that go wrong in the ways that files make readers go wrong. */
const READERS = {
  hangs: 'process.on("message", () => { for (;;); });',
  crashes: 'process.on("message", () => process.abort());',
  eats: 'const all = []; process.on("message", () => { const eat = () => { all.push(Buffer.alloc(3e7, 1)); setTimeout(eat, 5); }; eat(); });',
  tells: 'process.on("message", ({ id }) => process.send({ id, verdict: { ok: false, code: "x", details: process.env } }));',
};

describe('the process that opens files of people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-readers-'));
  const opened: AttachmentInspector[] = [];
  const kinds = ['pdf' as const];

  const reading = (how: keyof typeof READERS, limits: { limitMs?: number; mostMemory?: number } = {}): AttachmentInspector => {
    const entry = join(folder, `${how}.js`);
    writeFileSync(entry, READERS[how]);
    const inspector = new AttachmentInspector({ entry, ...limits });
    opened.push(inspector);
    return inspector;
  };

  afterAll(() => {
    opened.forEach((inspector) => {
      inspector.close();
    });
    rmSync(folder, { recursive: true, force: true });
  });

  it('is killed when it takes too long, and the next file gets a new one', async () => {
    const inspector = reading('hangs', { limitMs: 300 });
    for (const name of ['a.pdf', 'b.pdf']) {
      expect(await inspector.inspect(Buffer.from('x'), name, { kinds })).toMatchObject({ code: 'file-bomb', details: { reason: 'time' } });
    }
  });

  it('takes nobody along when it crashes', async () => {
    expect(await reading('crashes').inspect(Buffer.from('x'), 'a.pdf', { kinds })).toMatchObject({
      code: 'file-unreadable',
      details: { reason: 'crash' },
    });
    expect(await reading('crashes').preview(Buffer.from('x'), 'application/pdf')).toBeUndefined();
  });

  (process.platform === 'linux' ? it : it.skip)('is killed when it swells', async () => {
    const inspector = reading('eats', { mostMemory: 250 * 1024 * 1024 });
    expect(await inspector.inspect(Buffer.from('x'), 'a.pdf', { kinds })).toMatchObject({
      code: 'file-bomb',
      details: { reason: 'memory' },
    });
  });

  it('knows none of our variables, and one file at a time', async () => {
    process.env['THIDUA_TEST_SECRET'] = 'bí mật';
    const inspector = reading('tells');
    const answers = await Promise.all([1, 2, 3].map((n) => inspector.inspect(Buffer.from('x'), `${n}.pdf`, { kinds })));
    delete process.env['THIDUA_TEST_SECRET'];
    expect(JSON.stringify(answers)).not.toContain('THIDUA_TEST_SECRET');
    expect(answers).toHaveLength(3);
  });

  it('refuses more files than can be answered in time', async () => {
    const inspector = reading('hangs', { limitMs: 30 });
    const asked = Array.from({ length: 45 }, (_, n) => inspector.inspect(Buffer.from('x'), `${n}.pdf`, { kinds }));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(settled.at(-1)).toMatchObject({ reason: { code: 'unavailable' } });
  }, 30_000);
});
