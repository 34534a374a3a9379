import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Child } from '../crash/child';
import { freePort } from '../crash/free-lane';
import { docxWith, jpegOf, objectStream, pdfWith, pngBomb } from '../harness/attachment-files';
import { cloneInstalled, standClock } from '../harness/installed';

jest.setTimeout(180_000);

const MB = 1024 * 1024;
const ADMIN = 'hp.quantri1';

/** A real api process of the build: what is sent to it comes over the wire, and its memory is its own. */
describe('hostile uploads', () => {
  const temp = mkdtempSync(join(tmpdir(), 'thidua-wire-'));
  let api: Child;
  let port = 0;
  let drop: () => Promise<void>;
  let who: Record<string, string>;

  beforeAll(async () => {
    const clone = await cloneInstalled();
    drop = clone.drop;
    await standClock(clone.url, false);
    port = await freePort();
    const env = {
      ...process.env,
      ...{ NODE_ENV: 'test', DEMO: '1', DATABASE_URL: clone.url, DATABASE_POOL: '4', PORT: String(port) },
      ...{ DATA_DIR: join(temp, 'data'), TMPDIR: temp, FILES_STORE: 'disk' },
    };
    api = Child.start('api', env, join(temp, 'data', 'api.log'));
    who = await signedIn();
  });
  afterAll(async () => {
    await api.stop();
    await drop();
    rmSync(temp, { recursive: true, force: true });
  });

  async function signedIn(): Promise<Record<string, string>> {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: ADMIN, password: 'thidua' }),
        });
        const { csrf } = (await answer.json()) as { csrf: string };
        return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'x-csrf-token': csrf };
      } catch (error) {
        if (tries > 200) {
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  async function send(name: string, bytes: Buffer): Promise<{ status: number; code: string; ms: number }> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    const headers = { ...who, 'idempotency-key': randomUUID() };
    const from = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/law-files`, { method: 'POST', headers, body: form });
    const { code = '' } = (await answer.json()) as { code?: string };
    return { status: answer.status, code, ms: performance.now() - from };
  }

  /** As many bytes as asked, unannounced; answers the status and how many were taken off our hands. */
  function stream(total: number): Promise<{ status: number; code: string; sent: number }> {
    return new Promise((resolve, reject) => {
      let sent = 0;
      const headers = { ...who, 'idempotency-key': randomUUID(), 'content-type': 'multipart/form-data; boundary=x' };
      const asked = request({ port, host: '127.0.0.1', path: '/api/v1/law-files', method: 'POST', headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => {
          asked.destroy();
          resolve({ status: answer.statusCode ?? 0, code: (JSON.parse(text) as { code: string }).code, sent });
        });
      });
      asked.on('error', (error) => {
        reject(error);
      });
      asked.write(
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n',
      );
      const chunk = Buffer.alloc(MB, 0x20);
      const push = (): void => {
        while (sent < total && !asked.destroyed) {
          sent += chunk.length;
          if (!asked.write(chunk)) {
            asked.once('drain', push);
            return;
          }
        }
        asked.end('\r\n--x--\r\n');
      };
      push();
    });
  }

  const rss = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid ?? 0}/status`, 'utf8'))?.[1]) * 1024;
  const leftOver = (): readonly string[] => readdirSync(temp).filter((name) => name.startsWith('thidua-upload-'));

  const watched = async <T>(work: () => Promise<T>): Promise<{ value: T; growth: number }> => {
    if (process.platform !== 'linux') {
      return { value: await work(), growth: 0 };
    }
    const before = rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, rss())), 20);
    try {
      return { value: await work(), growth: most - before };
    } finally {
      clearInterval(watch);
    }
  };

  it('of 100 MB are cut off at the limit by count, with little memory, and leave nothing behind (I29)', async () => {
    await send('warm.pdf', pdfWith());
    const { value, growth } = await watched(() => stream(100 * MB));
    expect(value).toMatchObject({ status: 413, code: 'file-too-large' });
    expect(growth).toBeLessThan(64 * MB);
    expect(leftOver()).toEqual([]);
    const announced = await watched(() => send('a.pdf', Buffer.alloc(100 * MB)).catch(() => ({ status: 413, code: 'file-too-large' })));
    expect(announced.value).toMatchObject({ status: 413, code: 'file-too-large' });
    expect(announced.growth).toBeLessThan(64 * MB);
  });

  it('that are bombs, traps or disguises are refused by name in seconds, with the api untouched', async () => {
    const hostile: readonly (readonly [string, Buffer, string])[] = [
      ['bom-pixel.png', pngBomb(50_000, 50_000), 'file-bomb'],
      ['bom-nen.pdf', pdfWith({ objects: [objectStream([[9, `(${'0'.repeat(70 * MB)})`]])] }), 'file-bomb'],
      ['bom-zip.xlsx', docxWith([{ name: 'word/media/a.bin', data: Buffer.alloc(45 * MB) }]), 'file-bomb'],
      ['truot.xlsx', docxWith([{ name: '../../etc/cron.d/x', data: 'x' }]), 'file-not-what-it-says'],
      ['cut.jpg', jpegOf(500, 500).subarray(0, 700), 'file-unreadable'],
      ['ghep.pdf', Buffer.concat([pdfWith(), docxWith()]), 'file-not-what-it-says'],
      ['script.png', Buffer.from('<svg onload="alert(1)"/>'), 'file-not-what-it-says'],
      ['khoa.pdf', pdfWith({ trailer: '/Encrypt << /Filter /Standard >>' }), 'file-encrypted'],
    ];
    const { value: answers, growth } = await watched(async () => {
      const all = [];
      for (const [name, bytes, wanted] of hostile) {
        all.push({ name, wanted, ...(await send(name, bytes)) });
      }
      return all;
    });
    expect(answers.map(({ name, code }) => `${name} ${code}`)).toEqual(answers.map(({ name, wanted }) => `${name} ${wanted}`));
    expect(answers.filter(({ status, ms }) => status >= 500 || ms > 20_000)).toEqual([]);
    expect(growth).toBeLessThan(64 * MB);
    expect(leftOver()).toEqual([]);
    expect((await send('sach.pdf', pdfWith())).status).toBe(200);
  });

  it('that were taken are given back to be downloaded, with nothing a browser may do', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(pdfWith({ text: 'tai ve' }))]), 'qd.pdf');
    const headers = { ...who, 'idempotency-key': randomUUID() };
    const base = `http://127.0.0.1:${port}/api/v1`;
    const { sha256 } = (await (await fetch(`${base}/law-files`, { method: 'POST', headers, body: form })).json()) as { sha256: string };
    const pack = `${base}/packs/vn-2025-nd152`;
    const { rows } = (await (await fetch(`${pack}/rows`, { headers: who })).json()) as { rows: { id: string; key: string }[] };
    const rowKeys = rows.filter(({ id }) => id === 'T-17').map(({ key }) => key);
    const paper = { body: 'UBND thành phố', number: '15/QĐ-UBND', date: '2026-02-10', fileSha256: sha256, rowKeys };
    const more = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const proposed = await fetch(`${pack}/confirmations`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(paper),
    });
    expect(proposed.status).toBe(200);
    const answer = await fetch(`${base}/law-files/${sha256}`, { headers: who });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });
});
