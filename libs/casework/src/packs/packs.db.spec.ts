import { pdfWith } from '../../../../test/harness/attachment-files';
import type { FileAnswer, PackRowView } from '@thidua/contract';
import { instantOf, localDate, type JsonObject } from '@thidua/kernel';
import type { Refusal } from '@thidua/runtime';
import { RoundPlay } from '../../../../test/harness/round-play';
import { received } from '../../../../test/harness/round-story';
import { readWorkflowFiles } from '../install/read-workflow-files';
import { LawLibrary } from '../law/law-library';
import { packOn } from '../law/pack-of';
import { sheetsToRows } from './pack-sheets';

jest.setTimeout(60_000);

const MAIN = 'vn-2025-nd152';
const PAPER = { body: 'UBND thành phố Hải Phòng', number: '15/QĐ-UBND', date: '2026-02-10' };
const [ANN, BOB] = ['hp.quantri1', 'hp.quantri2'];
const PDF = pdfWith({ text: 'ban quet' });

describe('the law of a province', () => {
  let play: RoundPlay;
  let scan: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    scan = (await play.call(ANN, 'uploadLawFile', { file: { name: 'qd15.pdf', bytes: PDF } })).sha256;
  }, 60_000);
  afterAll(() => play.close());

  const ids = (provinceId: string): readonly string[] => play.deps.law.effective(provinceId).map((pack) => pack.id);
  const rowsOf = async (id = MAIN): Promise<readonly PackRowView[]> => (await play.call(ANN, 'packRows', { params: { pack: id } })).rows;
  const rowOf = async (rowId: string, award?: string, id = MAIN): Promise<PackRowView> => {
    const row = (await rowsOf(id)).find((one) => one.id === rowId && (award === undefined || one.awards.includes(award)));
    if (row === undefined) {
      throw new Error(`no row ${rowId}`);
    }
    return row;
  };

  it('is the country’s, and its own where it has written one; the made-up law is there on the demo clock only', async () => {
    expect(ids('HP')).not.toContain('local-bac-ninh-2025-12-15');
    expect(ids('BN')).toEqual(expect.arrayContaining(['local-bac-ninh-2025-12-15', `${MAIN}+local-bac-ninh-2025-12-15`]));
    const { law } = play.deps;
    expect(packOn(law, localDate(2026, 3, 2), 'BN').pack.id).toBe(`${MAIN}+local-bac-ninh-2025-12-15`);
    expect(packOn(law, localDate(2026, 3, 2), 'HP').pack.id).toBe(MAIN);
    expect(packOn(law, localDate(2027, 3, 1), 'HP').pack).toMatchObject({ id: 'vn-2027-next-mo-phong', simulated: true });
    const real = await LawLibrary.open(play.deps.stores, false);
    expect(real.effective('HP').some((pack) => pack.simulated)).toBe(false);
    expect(() => packOn(real, localDate(2027, 3, 1), 'HP')).toThrow(expect.objectContaining({ code: 'no-pack-in-force' }) as Error);
    expect(packOn(real, localDate(2026, 10, 1), 'HP').pack).toMatchObject({ id: 'vn-2026-l2026', confirmed: false });
    real.close();
  });

  it('holds lines of authority for every pack that may be in force', async () => {
    const [line] = await play.rows<{ n: string }>(
      `select count(*) as n from pack p where p.content ->> 'status' = 'in-use' and not exists (select from authority_rule a where a.pack_hash = p.hash)`,
    );
    expect(line?.n).toBe('0');
  });

  it('shows what is in force, what is open and what lapses', async () => {
    const list = await play.call(ANN, 'packs');
    expect(list).toMatchObject({ today: '2026-03-02', refusal: null, mayAdminister: true });
    expect(list.packs.find((pack) => pack.inForce)).toMatchObject({ id: MAIN, departures: [], progress: { done: 0 } });
    expect((await play.call('gp.chuyenvien', 'packs')).mayAdminister).toBe(false);
  });

  it('lays the rows out as a matrix, each with its confirmation and why it may not be set locally', async () => {
    const read = { params: { pack: MAIN }, query: { day: '2026-03-02' } };
    const { day, lines, rows } = await play.call('gp.chuyenvien', 'authorityMatrix', read);
    const line = lines.find((one) => one.award === 'BK_TINH');
    expect([day, line?.awardName, line?.signer?.rowId]).toEqual([
      '2026-03-02',
      'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      'AU-07',
    ]);
    const rowOfCell = (key: string | undefined): PackRowView | undefined => rows.find((row) => row.key === key);
    expect(rowOfCell(line?.signer?.rowKey)).toMatchObject({
      mayOverride: false,
      whyNotOverride: expect.stringContaining('do luật định') as string,
    });
    expect(rowOfCell(line?.limits[0]?.rowKey)).toMatchObject({ mayOverride: true, whyNotOverride: null });
    const sheet = (await play.call(ANN, 'authorityMatrixSheet', read)) as FileAnswer;
    const [page] = await play.deps.sheets.read(sheet.bytes);
    expect([page?.name, page?.rows.length]).toEqual(['Ma trận thẩm quyền', lines.length + 1]);
    expect(page?.rows.find(([award]) => award === 'BK_TINH')?.join(' ')).toMatch(
      /Chủ tịch UBND cấp tỉnh \(AU-07\).*Cấp tỉnh: thường trực hội đồng \(CB-04\)/s,
    );
    await expect(play.call(ANN, 'authorityMatrix', { params: { pack: 'none' }, query: {} })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('confirms a row by two persons; the citation then names the paper', async () => {
    const limit = await rowOf('T-17');
    const ballot = await rowOf('V-07');
    const propose = (rowKeys: readonly string[]): Promise<unknown> =>
      play.call(ANN, 'proposeConfirmation', { params: { pack: MAIN }, body: { ...PAPER, fileSha256: scan, rowKeys } });
    await expect(propose([(await rowOf('AU-07')).key])).rejects.toMatchObject({ code: 'state-conflict' });
    await expect(
      play.call(ANN, 'proposeConfirmation', {
        params: { pack: MAIN },
        body: { ...PAPER, date: '2026-03-03', fileSha256: 'x', rowKeys: [limit.key] },
      }),
    ).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(
      play.call('gp.chutich', 'proposeConfirmation', {
        params: { pack: MAIN },
        body: { ...PAPER, fileSha256: scan, rowKeys: [limit.key] },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    // A file of somebody's dossier, named by its hash alone, is no paper of the law and is read by no door of it.
    const { files } = play.deps.stores;
    const atMs = play.deps.clock.nowMs();
    const foreign = await play.deps.database.inTransaction((tx) =>
      files.put(tx, 'HP', { bytes: new TextEncoder().encode('%PDF-1.4\nhồ sơ\n%%EOF\n'), mime: 'application/pdf', atMs }),
    );
    await expect(
      play.call(ANN, 'proposeConfirmation', { params: { pack: MAIN }, body: { ...PAPER, fileSha256: foreign, rowKeys: [limit.key] } }),
    ).rejects.toMatchObject({ code: 'request-invalid', details: { fields: [{ problem: 'not-uploaded' }] } });
    await expect(play.call(ANN, 'lawFile', { params: { sha256: foreign } })).rejects.toMatchObject({ code: 'not-found' });
    expect(await propose([limit.key, ballot.key])).toEqual({ proposed: 2 });
    await expect(propose([limit.key])).rejects.toMatchObject({ code: 'state-conflict' });

    const waiting = [await rowOf('T-17'), await rowOf('V-07')].map((row) => row.confirmation?.id ?? '');
    expect((await rowOf('T-17')).confirmed).toBe(false);
    await expect(play.call(ANN, 'settleConfirmations', { body: { ids: waiting, accept: true } })).rejects.toMatchObject({
      code: 'four-eyes',
    });
    expect(await play.call(BOB, 'settleConfirmations', { body: { ids: waiting, accept: true } })).toEqual({ settled: 2 });

    const { law } = play.deps;
    const read = law.reading('HP', law.hashOf(MAIN) ?? '');
    expect(read?.limits.find((row) => row.id === 'T-17')).toMatchObject({ confirmed: true });
    expect(read?.limits.find((row) => row.id === 'T-17')?.citation).toContain('văn bản số 15/QĐ-UBND ngày 10/02/2026');
    expect((await play.call(ANN, 'packs')).packs.find((pack) => pack.inForce)?.progress).toMatchObject({ done: 2 });
    expect(law.reading('TN', law.hashOf(MAIN) ?? '')?.limits.find((row) => row.id === 'T-17')?.confirmed).toBe(false);
    expect(((await play.call(ANN, 'lawFile', { params: { sha256: scan } })) as FileAnswer).mime).toBe('application/pdf');

    await play.call(ANN, 'withdrawConfirmation', { params: { id: waiting[1] ?? '' }, body: { reason: 'Ghi nhầm dòng' } });
    expect((await rowOf('V-07')).confirmed).toBe(false);
  });

  it('puts a local value in force by two persons, from its day, and leaves the released pack as it was', async () => {
    const before = play.deps.law.hashOf(MAIN);
    const limit = await rowOf('T-19');
    const body = { ...PAPER, fileSha256: scan, rowKey: limit.key, values: { workingDays: 15, awards: ['BK_TINH'] }, from: '2026-03-02' };
    const { id, summary } = await play.call(ANN, 'proposeLocalRow', { params: { pack: MAIN }, body });
    expect(summary).toBe('1 dòng: T-19 (BK_TINH), áp dụng từ 02/03/2026');
    const [proposal] = (await play.call(BOB, 'lawProposals')).proposals;
    expect(proposal).toMatchObject({ id, status: 'proposed', whyNotSettle: null });
    await expect(play.call(ANN, 'settleLawProposal', { params: { id }, body: { accept: true } })).rejects.toMatchObject({
      code: 'four-eyes',
    });
    await play.call(BOB, 'settleLawProposal', { params: { id }, body: { accept: true } });

    const now = packOn(play.deps.law, localDate(2026, 3, 2), 'HP').pack;
    expect(now).toMatchObject({ province: 'HP', basedOn: MAIN });
    expect(now.limits.filter((row) => row.id === 'T-19').map((row) => [row.amount.value, row.awards.includes('BK_TINH')])).toEqual([
      [20, false],
      [15, true],
    ]);
    expect(packOn(play.deps.law, localDate(2026, 3, 1), 'HP').pack.id).toBe(MAIN);
    expect(packOn(play.deps.law, localDate(2026, 3, 2), 'TN').pack.id).toBe(MAIN);
    expect(play.deps.law.hashOf(MAIN)).toBe(before);
    const local = await rowOf('T-19', 'BK_TINH', now.id);
    expect(local).toMatchObject({ local: true, confirmed: true });
    expect(local.citation).toBe('Văn bản số 15/QĐ-UBND ngày 10/02/2026 của UBND thành phố Hải Phòng');
    expect((await rowOf('T-17', undefined, now.id)).confirmed).toBe(true);
  });

  it('refuses a local row of authority and names the row it departs from', async () => {
    const authority = await rowOf('AU-07');
    const body = { ...PAPER, fileSha256: scan, rowKey: authority.key, values: { level: 'XA' }, from: '2026-03-02' };
    await expect(play.call(ANN, 'proposeLocalRow', { params: { pack: MAIN }, body })).rejects.toMatchObject({
      code: 'authority-not-local',
      details: { ruleId: 'AU-07', citation: 'điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP' },
    });
  });

  it('switches the strict reading of article 80 on by two persons, and the commune decides no CSTĐ cơ sở from then', async () => {
    const tn = packOn(play.deps.law, localDate(2026, 3, 20), 'HP').pack.id;
    const body = { ...PAPER, number: '18/CV', fileSha256: scan, overlayId: 'strict-80-3', from: '2026-03-20' };
    const { id, summary } = await play.call(ANN, 'proposeOverlay', { params: { pack: MAIN }, body });
    expect(summary).toBe('Cách đọc strict-80-3, áp dụng từ 20/03/2026');
    await play.call(BOB, 'settleLawProposal', { params: { id }, body: { accept: true } });
    const { pack, hash } = packOn(play.deps.law, localDate(2026, 3, 20), 'HP');
    expect(pack.id).toContain(tn);
    const lines = await play.rows<{ id: string }>(`select distinct id from authority_rule where pack_hash = $1 and award = 'CSTDCS'`, [
      hash,
    ]);
    expect(lines.map((line) => line.id).toSorted()).toEqual(['AU-01', 'AU-02', 'AU-06']);
    expect(packOn(play.deps.law, localDate(2026, 3, 19), 'HP').pack.authorities.some((row) => row.id === 'AU-05')).toBe(true);
    await expect(
      play.call(ANN, 'proposeOverlay', { params: { pack: MAIN }, body: { ...body, overlayId: 'strict-81' } }),
    ).rejects.toMatchObject({ code: 'law-rows-invalid' });
  });

  it('refuses a diagram that lets another position decide, and names the row with its citation', async () => {
    const files = readWorkflowFiles().processes.find((one) => one.folder === 'dot-xet-tinh');
    const forms = Object.fromEntries(Object.entries(files?.forms ?? {}).map(([id, text]) => [id, JSON.parse(text) as JsonObject]));
    const lint = async (xml: string): Promise<readonly Refusal[]> =>
      (await play.deps.definitions.lint('HP', xml, { forms, decisions: files?.decisions ?? {} })).filter(
        (one) => one.code === 'wrong-decider',
      );
    const xml = files?.xml ?? '';
    expect(await lint(xml)).toEqual([]);
    const redrawn = xml
      .replace('level="TINH" role="chair" power="decide"', 'level="XA" role="chair" power="decide"')
      .replaceAll('+ province + &quot;/chair&quot;', '+ commune + &quot;/chair&quot;');
    expect((await lint(redrawn)).map(({ detail }) => [detail['reason'], detail['ruleId'], detail['citation'], detail['decider']])).toEqual([
      ['other-level', 'AU-07', 'điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP', 'Chủ tịch UBND cấp tỉnh'],
      ['other-row', 'AU-07', 'điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP', 'Chủ tịch UBND cấp tỉnh'],
      ['other-body', 'AU-07', 'điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP', 'Chủ tịch UBND cấp tỉnh'],
    ]);
  });

  it('reads a table back line by line, writes nothing for a preview, and takes all lines or none', async () => {
    const { bytes } = (await play.call(ANN, 'packSheet', { params: { pack: MAIN } })) as FileAnswer;
    const upload = async (change: (sheet: string, rowId: string, key: string) => string | number | undefined): Promise<string> => {
      const tables = await play.deps.sheets.read(bytes);
      const changed = tables.map(({ name, rows: [head = [], ...lines] }) => ({
        name,
        columns: head.map((title) => ({ title: String(title), type: 'text' as const })),
        rows: lines.map((line) => line.map((cell, at) => change(name, String(line[0]), String(head[at])) ?? cell)),
      }));
      return (await play.call(ANN, 'uploadLawFile', { file: { name: 'goi.xlsx', bytes: await play.deps.sheets.write(changed) } })).sha256;
    };
    const preview = (sheetSha256: string): ReturnType<typeof play.call<'readSheet'>> =>
      play.call(ANN, 'readSheet', { params: { pack: MAIN }, body: { sheetSha256, from: '2026-03-10' } });

    const same = await preview(await upload(() => undefined));
    expect(same.counts).toEqual({ same: sheetsToRows(await play.deps.sheets.read(bytes)).length, changed: 0, added: 0, wrong: 0 });

    const wrong = await upload((sheet, rowId, key) =>
      sheet === 'Thời hạn' && rowId === 'T-17' && key.includes('workingDays')
        ? 'tám'
        : rowId === 'AU-07' && key.includes('(level)')
          ? 'XA'
          : undefined,
    );
    const refused = await preview(wrong);
    expect(refused.counts).toMatchObject({ changed: 0, wrong: 2 });
    expect(refused.rows.filter((row) => row.verdict === 'wrong').map((row) => [row.rowId, row.problems[0]])).toEqual([
      [
        'AU-07',
        'dòng AU-07 khác quy định gốc (căn cứ điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP); thẩm quyền không giao cho địa phương, trả dòng về như cũ',
      ],
      ['T-17', 'workingDays: phải là số nguyên không âm, không có dấu nháy'],
    ]);
    const paper = { ...PAPER, number: '20/QĐ-UBND', fileSha256: scan };
    const propose = (sheetSha256: string): Promise<{ id: string }> =>
      play.call(ANN, 'proposeSheet', { params: { pack: MAIN }, body: { ...paper, sheetSha256, from: '2026-03-10' } });
    const count = async (): Promise<number> => (await play.call(ANN, 'lawProposals')).proposals.length;
    const before = await count();
    await expect(propose(wrong)).rejects.toMatchObject({ code: 'law-rows-invalid' });
    expect(await count()).toBe(before);

    const good = await upload((sheet, rowId, key) =>
      sheet === 'Thời hạn' && rowId === 'T-17' && key.includes('workingDays') ? 8 : undefined,
    );
    expect((await preview(good)).counts).toMatchObject({ changed: 1, wrong: 0 });
    const { id } = await propose(good);
    await play.call(BOB, 'settleLawProposal', { params: { id }, body: { accept: true } });
    const chain = packOn(play.deps.law, localDate(2026, 3, 10), 'HP').pack;
    expect(chain.limits.find((row) => row.id === 'T-17')?.amount.value).toBe(8);
    expect(chain.limits.filter((row) => row.id === 'T-19')).toHaveLength(2);
    await expect(
      play.call(ANN, 'readSheet', { params: { pack: MAIN }, body: { sheetSha256: scan, from: '2026-03-10' } }),
    ).rejects.toMatchObject({ code: 'sheet-unreadable' });
  });

  it('tells what a change touches, and lets a dossier follow the kinder law until it is voted on', async () => {
    const { dossierId, roundId } = await received(play, 'gp.mn', [{ name: 'Được Lợi Hơn', award: 'GK_XA' }]);
    const pinned = (await play.rows<{ hash: string }>('select pack_hash as hash from dossier where id = $1', [dossierId]))[0]?.hash;
    const pack = play.deps.law.packs.get(pinned ?? '');
    const impact = async (to: string): ReturnType<typeof play.call<'packDifference'>> =>
      play.call(ANN, 'packDifference', { query: { from: pack?.id ?? '', to } });
    // Only the provincial limit differs: a Giấy khen of the commune is not touched.
    expect((await impact('vn-2026-l2026')).impact.dossiers).toEqual([]);
    const difference = await impact('vn-2024-nd98');
    expect(difference.changes.length).toBeGreaterThan(0);
    expect(difference.impact.dossiers.map((one) => one.id)).toContain(dossierId);
    expect(difference.impact.rounds.map((one) => one.id)).toContain(roundId);
    expect(difference.impact.counts.tasks).toBeGreaterThan(0);

    const kinder = (packId: string): Promise<{ packId: string; rows: number }> =>
      play.call('gp.chuyenvien', 'applyKinderLaw', {
        params: { id: dossierId },
        body: {
          packId,
          reason: 'Tiêu chuẩn mới có lợi hơn cho người được đề nghị',
          citation: 'Điều khoản chuyển tiếp, Luật số 06/2026/QH16',
        },
      });
    await expect(kinder('vn-2026-l2026')).rejects.toMatchObject({ code: 'kinder-law-refused', details: { reason: 'pack-not-begun' } });
    await expect(kinder('vn-2024-nd98')).rejects.toMatchObject({ code: 'kinder-law-refused', details: { reason: 'pack-not-later' } });
    await play.advance(instantOf(localDate(2026, 10, 1), 9) - play.deps.clock.nowMs());
    await expect(
      play.call('gp.chutich', 'applyKinderLaw', {
        params: { id: dossierId },
        body: { packId: 'vn-2026-l2026', reason: 'x', citation: 'y' },
      }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await kinder('vn-2026-l2026')).toEqual({ packId: 'vn-2026-l2026', rows: 1 });
    const [now] = await play.rows<{ hash: string; round: string }>(
      `select d.pack_hash as hash, o.pack_hash as round from dossier d join nominee_row r on r.dossier_id = d.id
         join round_row p on p.row_id = r.id join review_round o on o.id = p.round_id where d.id = $1`,
      [dossierId],
    );
    expect(now).toEqual({ hash: play.deps.law.hashOf('vn-2026-l2026'), round: play.deps.law.hashOf('vn-2026-l2026') });
    expect(await play.deps.stores.kinderLaw.ofDossier('HP', dossierId)).toHaveLength(1);
  });
});
