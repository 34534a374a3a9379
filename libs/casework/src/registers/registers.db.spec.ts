import { randomUUID } from 'node:crypto';
import type { FileAnswer } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received } from '../../../../test/harness/round-story';
import { takeNumber } from '../papers/take-numbers';

const DAY = 86_400_000;
const SIGN = { outcome: 'sign', signatureMode: 'digital' };

jest.setTimeout(90_000);

describe('registers of numbers', () => {
  let play: RoundPlay;
  let orgId: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    orgId = (await play.actor('gp.chutich')).positions[0]?.orgId ?? '';
  }, 60_000);
  afterAll(() => play.close());

  /** A signed paper of UBND xã Gia Phúc that no process knows. */
  async function signed(kind: string): Promise<string> {
    const [chair] = (await play.actor('gp.chutich')).positions;
    const id = randomUUID();
    await play.rows(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, signature_mode,
         signer_position, signer_person, signed_at) values ($1, $2, $3, $4, $5, 'Trích yếu', 'signed', 'h', '1', $5, $7, 'digital', $6,
         (select person_id from position where id = $6), $7)`,
      [HP, id, orgId, kind, `${kind}:${id}`, chair?.id, new Date(play.deps.clock.nowMs())],
    );
    return id;
  }

  async function number(paperId: string): Promise<string> {
    const paper = await play.deps.stores.papers.byId(HP, paperId);
    const [clerk] = (await play.actor('gp.vanthu')).positions;
    const nowMs = play.deps.clock.nowMs();
    if (paper === undefined) {
      throw new Error('the paper was made above');
    }
    return play.deps.database.inTransaction((tx) =>
      takeNumber(play.deps, tx, { provinceId: HP, paper, takenBy: clerk?.id ?? '', today: dayOf(nowMs), nowMs }),
    );
  }

  const register = (username: string, query: object = {}) => play.call(username, 'numberRegister', { query: { orgId, ...query } });
  const source = (username: string, body: object = {}): Promise<unknown> =>
    play.call(username, 'setNumberSource', {
      body: { orgId, documentTypes: ['QĐ'], year: 2026, source: 'external', reason: 'Dùng hệ thống quản lý văn bản', ...body },
    });

  // Routes that answer bytes do not say so in their types.
  const fileOf = async (route: 'numberRegisterSheet' | 'numberSheetForm', query: object): Promise<FileAnswer> =>
    (await play.call('gp.vanthu', route, { query: { ...query } })) as FileAnswer;

  it('are read by the records clerk and the head, and by nobody else', async () => {
    await number(await signed('to-trinh'));
    await expect(register('gp.vanthu')).resolves.toMatchObject({ total: 1, lines: [{ numberText: '01/TTr-UBND', title: 'Trích yếu' }] });
    await expect(register('gp.chutich')).resolves.toMatchObject({ total: 1 });
    for (const stranger of ['gp.chuyenvien', 'mt.vanthu', 'hp.quantri1']) {
      await expect(register(stranger)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(play.call(stranger, 'numberRegisterSheet', { query: { orgId } })).rejects.toThrow();
    }
  });

  it('keep the line of a number that was withdrawn, with its reason, and go on behind it', async () => {
    const id = await signed('to-trinh');
    expect(await number(id)).toBe('02/TTr-UBND');
    await play.rows(`update paper set file_sha256 = 'printed' where id = $1`, [id]);
    await play.call('gp.vanthu', 'cancelNumber', { params: { id }, body: { reason: 'Cấp nhầm.' } });
    expect(await number(await signed('to-trinh'))).toBe('03/TTr-UBND');
    const { lines } = await register('gp.vanthu', { documentType: 'TTr' });
    expect(lines.map(({ numberText, cancelReason }) => [numberText, cancelReason])).toEqual([
      ['01/TTr-UBND', null],
      ['02/TTr-UBND', 'Cấp nhầm.'],
      ['03/TTr-UBND', null],
    ]);
  });

  it('are searched by number, title, signer and addressee', async () => {
    const [chair] = await play.rows<{ name: string }>(
      `select full_name as name from person p join account a on a.person_id = p.id where a.username = 'gp.chutich'`,
    );
    expect((await register('gp.vanthu', { q: '02/' })).lines.map((line) => line.numberText)).toEqual(['02/TTr-UBND']);
    expect((await register('gp.vanthu', { q: (chair?.name ?? '').toUpperCase() })).total).toBe(3);
    expect((await register('gp.vanthu', { q: 'không có gì' })).total).toBe(0);
  });

  it('leave as a table with numbers as text and days as dates', async () => {
    const { bytes, fileName } = await fileOf('numberRegisterSheet', { orgId, year: 2026 });
    const [sheet] = await play.deps.sheets.read(bytes);
    expect(fileName).toBe('so-dang-ky-van-ban-2026-UBND.xlsx');
    expect(sheet?.rows[0]?.[0]).toBe('Số, ký hiệu văn bản');
    expect(sheet?.rows[2]?.[0]).toBe('02/TTr-UBND');
    expect(sheet?.rows[1]?.[1]).toBeInstanceOf(Date);
    expect(sheet?.rows[2]?.[7]).toBe('Hủy số: Cấp nhầm.');
  });

  it('count a council apart from its body', async () => {
    expect(await number(await signed('bien-ban-hoi-dong'))).toBe('01/BB-HĐTĐKT');
    expect(await number(await signed('bien-ban-kiem-phieu'))).toBe('02/BB-HĐTĐKT');
  });

  it('get their numbers from where the head says, who cannot be the clerk nor another body', async () => {
    for (const stranger of ['gp.vanthu', 'gp.chuyenvien', 'mt.chutich']) {
      await expect(source(stranger)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(source('gp.chutich', { documentTypes: ['BB-HĐTĐKT'] })).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(source('gp.chutich', { year: 2025 })).rejects.toMatchObject({ code: 'request-invalid' });
    await source('hp.quantri1');
    await expect(number(await signed('quyet-dinh'))).rejects.toMatchObject({ code: 'number-source' });
    await source('gp.chutich', { source: 'own' });
    await source('gp.chutich');
    const { bodies } = await play.call('gp.vanthu', 'numberRegisters', {});
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.series.find((one) => one.documentType === 'QĐ')).toMatchObject({ source: 'external', lines: 0 });
  });

  it('tell of papers that have not left the house by the next working day (T-27)', async () => {
    const before = await play.call('gp.vanthu', 'numberRegisters', {});
    const [one] = before.waiting;
    expect(one).toMatchObject({ dueOn: '2026-03-03', overdue: false });
    expect((await play.call('gp.vanthu', 'limitNotices', {})).unissued).toEqual([]);
    await play.advance(2 * DAY);
    const late = (await play.call('gp.vanthu', 'limitNotices', {})).unissued;
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((paper) => paper.overdue)).toBe(true);
    expect((await play.call('gp.chuyenvien', 'limitNotices', {})).unissued).toEqual([]);
    expect((await play.call('mt.vanthu', 'limitNotices', {})).unissued).toEqual([]);
  });

  describe('take several numbers of elsewhere from a table', () => {
    let code = '';
    let roundId = '';

    async function upload(rows: readonly (readonly (string | Date | null)[])[], username = 'gp.vanthu') {
      const columns = ['Mã hồ sơ, đợt xét', 'Loại văn bản', 'Trích yếu', 'Số', 'Ngày văn bản'].map((title, at) => ({
        title,
        type: at === 4 ? ('date' as const) : ('text' as const),
      }));
      const bytes = await play.deps.sheets.write([{ name: 'x', columns, rows }]);
      return play.call(username, 'readNumberSheet', { query: { orgId }, file: { name: 'so.xlsx', bytes } });
    }
    const day = new Date('2026-03-02T00:00:00Z');
    const codes = (view: { lines: readonly { problems: readonly { code: string }[] }[] }): string[] =>
      view.lines.flatMap((line) => line.problems.map((problem) => problem.code));

    beforeAll(async () => {
      ({ roundId } = await received(play, 'gp.mn', [{ name: 'A', award: 'GK_XA' }]));
      await appraised(play, COMMUNE, roundId);
      await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
      await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
      const [round] = await play.rows<{ code: string }>('select code from review_round where id = $1', [roundId]);
      code = round?.code ?? '';
    });

    it('whose form lists what waits', async () => {
      const { bytes } = await fileOf('numberSheetForm', { orgId });
      const [sheet] = await play.deps.sheets.read(bytes);
      expect(sheet?.rows[1]?.slice(0, 2)).toEqual([code, 'Quyết định']);
      await expect(play.call('gp.chutich', 'numberSheetForm', { query: { orgId } })).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('with a verdict on every line, and nothing kept', async () => {
      expect(codes(await upload([['KHONG-CO', 'Quyết định', null, '12', day]]))).toEqual(['paper-not-found']);
      expect(codes(await upload([[code, 'Tờ trình', null, '12', day]]))).toEqual(['paper-not-found']);
      expect(codes(await upload([[code, 'Quyết định', null, 'mười', 'hôm qua']]))).toEqual(['not-a-number', 'not-a-date']);
      expect(codes(await upload([[code, 'QĐ', null, '12', new Date('2027-01-01T00:00:00Z')]]))).toEqual(['in-future']);
      const twice = await upload([
        [code, 'Quyết định', null, '12', day],
        [code, 'Quyết định', null, '13', day],
      ]);
      expect(codes(twice)).toEqual(['twice-in-sheet']);
      expect(twice.ready).toBe(false);
      await expect(upload([[code, 'QĐ', null, '12', day]], 'mt.vanthu')).rejects.toMatchObject({ code: 'forbidden' });
      expect((await register('gp.vanthu', { documentType: 'QĐ' })).total).toBe(0);
    });

    it('and complete the steps that wait for them, all or none', async () => {
      const view = await upload([[code, 'Quyết định', null, '012', day]]);
      expect(view).toMatchObject({ ready: true, lines: [{ line: 2, verdict: 'ok', number: '012', date: '2026-03-02' }] });
      const paperId = view.lines[0]?.paperId ?? '';
      const apply = (rows: readonly object[], username = 'gp.vanthu'): Promise<unknown> =>
        play.call(username, 'applyNumberSheet', { body: { orgId, rows } });
      const row = { paperId, number: '012', date: '2026-03-02' };
      await expect(apply([row], 'gp.chutich')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(apply([row, { ...row, paperId: randomUUID() }])).rejects.toMatchObject({ code: 'paper-state' });
      expect((await register('gp.vanthu', { documentType: 'QĐ' })).total).toBe(0);
      expect(await apply([row])).toEqual({ tasks: 1, numbers: ['12/QĐ-UBND'] });
      await play.work();
      const [paper] = await play.rows('select state, number_text as number from paper where id = $1', [paperId]);
      expect(paper).toEqual({ state: 'issued', number: '12/QĐ-UBND' });
      await expect(apply([row])).rejects.toMatchObject({ code: 'paper-state' });
    });

    it('and a source that has given numbers is changed for the next year only', async () => {
      await expect(source('gp.chutich', { source: 'own' })).rejects.toMatchObject({ code: 'series-in-use' });
      await source('gp.chutich', { source: 'own', year: 2027 });
    });
  });

  it('begin again at 01 on 1 January by the clock, with the source set for that year', async () => {
    await play.at(Date.UTC(2026, 11, 31, 16, 59, 59));
    expect(await number(await signed('to-trinh'))).toBe('04/TTr-UBND');
    await play.at(Date.UTC(2026, 11, 31, 17));
    expect(await number(await signed('to-trinh'))).toBe('01/TTr-UBND');
    expect(await number(await signed('quyet-dinh'))).toBe('01/QĐ-UBND');
    const { lines } = await register('gp.vanthu', { year: 2027 });
    expect(lines.map((line) => [line.numberText, line.date])).toEqual([
      ['01/QĐ-UBND', '2027-01-01'],
      ['01/TTr-UBND', '2027-01-01'],
    ]);
  });
});
