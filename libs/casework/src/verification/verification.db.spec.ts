import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { HP, RoundPlay } from '../../../../test/harness/round-play';

const PDF = Buffer.from('%PDF-1.7 the paper as it left\n%%EOF\n');

interface Put {
  readonly kind: string;
  readonly state?: string;
  readonly data?: object;
  readonly bytes?: Buffer;
}

describe('what anyone may learn of a paper', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  /** A paper of UBND xã Gia Phúc that no process knows; answers its code. */
  async function put({ kind, state = 'issued', data = {}, bytes = PDF }: Put): Promise<{ id: string; token: string }> {
    const [id, token] = [randomUUID(), randomBytes(16).toString('base64url')];
    const orgId = (await play.actor('gp.chutich')).positions[0]?.orgId;
    const { database, stores } = play.deps;
    await database.inTransaction(async (tx) => {
      const dataHash = await stores.payloads.put(tx, HP, { data } as never, 0);
      const sha256 = await stores.files.put(tx, HP, { bytes, mime: 'application/pdf', atMs: 0 });
      await tx.query(
        `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, final_hash, file_sha256, template_version, verify_token, created_at,
           number, number_text, number_date) values ($1, $2, $3, $4, $5, 'Quyết định khen thưởng', $6, 'h', $7, $8, '1', $5, now(), 12, '12/QĐ-UBND', '2026-03-02')`,
        [HP, id, orgId, kind, token, state, dataHash, sha256],
      );
    });
    return { id, token };
  }

  const ask = (token: string): Promise<unknown> => play.call('mt.yt.nguoilap', 'verifyPaper', { params: { token } });
  const check = (bytes: Uint8Array): Promise<unknown> =>
    play.call('mt.yt.nguoilap', 'verifyFile', { file: { name: 'quyet-dinh.pdf', bytes } });

  it('is of a decision its award, number, date and standing, and nothing else', async () => {
    const { token } = await put({
      kind: 'quyet-dinh',
      data: { award: 'Giấy khen', rows: [{ name: 'Nguyễn Văn Kín', amount: 1 }], decider: 'Chủ tịch' },
    });
    expect(await ask(token)).toEqual({
      kind: 'decision',
      name: null,
      awards: ['Giấy khen'],
      decision: { numberText: '12/QĐ-UBND', date: '2026-03-02' },
      status: 'in-force',
    });
  });

  it('says of a cancelled one that it is revoked', async () => {
    const { token } = await put({ kind: 'quyet-dinh', state: 'canceled', data: { award: 'Giấy khen' } });
    expect(await ask(token)).toMatchObject({ status: 'revoked' });
  });

  it('is of a certificate whom it names', async () => {
    const { token } = await put({ kind: 'giay-khen', data: { recipient: 'Bà Nguyễn Thị Sáng', award: 'Giấy khen', title: 'Giáo viên' } });
    expect(await ask(token)).toMatchObject({ kind: 'certificate', name: 'Bà Nguyễn Thị Sáng', awards: ['Giấy khen'] });
    expect(JSON.stringify(await ask(token))).not.toContain('Giáo viên');
  });

  it('tells a code of nothing, of a draft and of any other paper the same', async () => {
    const codes = [
      randomBytes(16).toString('base64url'),
      (await put({ kind: 'quyet-dinh', state: 'numbered' })).token,
      (await put({ kind: 'giay-khen', state: 'drafted' })).token,
      (await put({ kind: 'to-trinh' })).token,
      "x' or '1'='1",
    ];
    const answers = await Promise.allSettled(codes.map(ask));
    const told = answers.map((one) => (one.status === 'rejected' ? JSON.stringify(one.reason) : 'answered'));
    expect(new Set(told).size).toBe(1);
    expect(answers[0]).toMatchObject({ reason: { code: 'not-found', details: { what: 'paper' } } });
  });

  it('slows down who guesses, and goes on answering who holds a paper', async () => {
    const { token } = await put({ kind: 'quyet-dinh', bytes: Buffer.from('%PDF-1.7 other\n%%EOF\n') });
    const guess = async (): Promise<string> => {
      const [answer] = await Promise.allSettled([ask(randomBytes(16).toString('base64url'))]);
      return answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'answered';
    };
    let last = '';
    for (let at = 0; at < 70; at += 1) {
      last = await guess();
    }
    expect(last).toBe('too-many-attempts');
    expect(await ask(token)).toMatchObject({ kind: 'decision' });
  });

  describe('by its file', () => {
    const bytes = Buffer.from(`%PDF-1.7 ${randomUUID()}\n%%EOF\n`);

    it('is that it was issued here and stands', async () => {
      await put({ kind: 'to-trinh', bytes });
      expect(await check(bytes)).toEqual({
        match: 'issued',
        paper: { title: 'Quyết định khen thưởng', numberText: '12/QĐ-UBND', date: '2026-03-02', status: 'in-force' },
        signatures: [],
      });
    });

    it('is that something was added after it left', async () => {
      expect(await check(Buffer.concat([bytes, Buffer.from('1 0 obj\n%%EOF\n')]))).toMatchObject({ match: 'appended' });
    });

    it('is nothing when one byte is another, or when it never left', async () => {
      const other = Buffer.from(bytes);
      other.writeUInt8((other[12] ?? 0) ^ 1, 12);
      expect(await check(other)).toEqual({ match: 'unknown', paper: null, signatures: [] });
      const draft = Buffer.from('%PDF-1.7 draft\n%%EOF\n');
      await put({ kind: 'quyet-dinh', state: 'numbered', bytes: draft });
      expect(await check(draft)).toMatchObject({ match: 'unknown', paper: null });
    });

    it('keeps nothing of it, and refuses what is no PDF or too large', async () => {
      const mine = Buffer.from('%PDF-1.7 my own\n%%EOF\n');
      await check(mine);
      expect(await play.deps.stores.files.get(HP, createHash('sha256').update(mine).digest('hex'))).toBeUndefined();
      await expect(check(Buffer.from('GIF89a'))).rejects.toMatchObject({ code: 'file-not-what-it-says' });
      const large = Buffer.alloc(10 * 1024 * 1024 + 1, 32);
      large.write('%PDF-');
      await expect(check(large)).rejects.toMatchObject({ code: 'file-too-large' });
    });
  });
});
