import { docxWith, pdfWith } from '../../../../test/harness/attachment-files';
import { RoundPlay } from '../../../../test/harness/round-play';
import { entries } from '../../../../test/harness/round-story';

const CLERK = 'gp.mn.nguoilap';
const SIGNED = { name: 'to-trinh.pdf', bytes: pdfWith({ text: 'to trinh da ky' }) };

jest.setTimeout(120_000);

describe('a unit that brings its own files', () => {
  let play: RoundPlay;
  let dossierId = '';
  let rowId = '';

  const bring = (query: object, file: object = SIGNED, username = CLERK): Promise<{ paperId: string }> =>
    play.call(username, 'useOwnFile', { params: { id: dossierId }, query, file } as never);
  const papers = (kind: string): Promise<{ state: string; version: string; number: string | null }[]> =>
    play.rows(
      `select state, template_version as version, number_text as number from paper where dossier_id = $1 and kind = $2 order by created_at, slot`,
      [dossierId, kind],
    );

  beforeAll(async () => {
    play = await RoundPlay.open();
    const clerk = await play.actor(CLERK);
    const row = { kind: 'individual', name: 'Bùi Thị Tệp', title: 'Giáo viên', scope: 'inside', award: 'GK_XA' };
    const launched = await play.call(CLERK, 'launchDossier', {
      body: {
        ...{ orgId: clerk.positions[0]?.orgId, occasion: 'ad-hoc', year: 2026, title: 'Đề nghị khen thưởng' },
        rows: [{ ...row, achievement: 'Thành tích của người có tệp riêng, đủ dài.' }],
      },
    });
    dossierId = launched.dossierId;
    rowId = (await play.rows<{ id: string }>('select id from nominee_row where dossier_id = $1', [dossierId]))[0]?.id ?? '';
  });
  afterAll(() => play.close());

  it('is the unit itself, and says of which row a report is', async () => {
    await expect(bring({ kind: 'to-trinh' }, SIGNED, 'gp.chuyenvien')).rejects.toMatchObject({ code: 'not-found' });
    await expect(bring({ kind: 'to-trinh' }, SIGNED, 'gp.mn.vanthu')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(bring({ kind: 'bao-cao-thanh-tich' }, { name: 'a.docx', bytes: docxWith() })).rejects.toMatchObject({
      code: 'request-invalid',
    });
  });

  it('brings a Word file for a report, and none for what must be signed', async () => {
    const word = { name: 'bao-cao.docx', bytes: docxWith() };
    await bring({ kind: 'bao-cao-thanh-tich', rowId, subject: 'Báo cáo của cô Tệp' }, word);
    await expect(bring({ kind: 'to-trinh' }, { ...word, name: 'to-trinh.docx' })).rejects.toMatchObject({ code: 'file-not-what-it-says' });
    expect(await play.call(CLERK, 'ownFiles', { params: { id: dossierId } })).toMatchObject({
      files: [{ kind: 'bao-cao-thanh-tich', rowId, subject: 'Báo cáo của cô Tệp', mime: expect.stringContaining('word') as unknown }],
      rows: [{ id: rowId, name: 'Bùi Thị Tệp' }],
      mayChange: true,
    });
  });

  it('brings a signed paper in the place of the draft, and signs and numbers nothing of ours', async () => {
    await bring({ kind: 'bien-ban-binh-xet' }, { name: 'bien-ban.pdf', bytes: pdfWith({ text: 'bien ban' }) });
    await play.does(CLERK, 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    await play.does(CLERK, 'Ghi kết quả họp bình xét', dossierId, (task) => ({
      ...{
        heldAt: '2026-02-27',
        place: 'Phòng họp',
        chair: 'Hiệu trưởng',
        secretary: 'Thư ký',
        invited: 10,
        present: 10,
        method: 'ballot',
      },
      rows: entries(task, () => ({ yes: 10, no: 0, blank: 0 })),
    }));
    // Nothing of ours is made beside what was brought.
    expect(await papers('bien-ban-binh-xet')).toEqual([{ state: 'issued', version: 'scan', number: null }]);
    expect(await papers('to-trinh')).toMatchObject([{ state: 'drafted' }]);
    const { paperId } = await bring({ kind: 'to-trinh', number: '07/TTr-MNHS', date: '2026-02-27', signedBy: 'Đào Thị Ký' });
    expect(await papers('to-trinh')).toEqual([{ state: 'issued', version: 'scan', number: '07/TTr-MNHS' }]);
    expect(await play.call(CLERK, 'paperFile', { params: { id: paperId } })).toMatchObject({ uploaded: true, pages: 1, scan: 'unscanned' });
    const picture = (await play.call(CLERK, 'paperPreview', { params: { id: paperId }, query: {} })) as { bytes: Uint8Array };
    expect(Buffer.from(picture.bytes).toString('latin1', 1, 4)).toBe('PNG');
    await expect(play.call(CLERK, 'paperPreview', { params: { id: paperId }, query: { page: 2 } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('takes a wrong file back, and may bring another', async () => {
    const { paperId } = await bring({ kind: 'xac-nhan', subject: 'Nhầm' }, { name: 'nham.pdf', bytes: pdfWith({ text: 'nham' }) });
    await play.call(CLERK, 'dropOwnFile', { params: { id: dossierId }, body: { paperId } });
    await expect(play.call(CLERK, 'dropOwnFile', { params: { id: dossierId }, body: { paperId } })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await papers('xac-nhan')).toMatchObject([{ state: 'canceled' }]);
    await bring({ kind: 'xac-nhan', subject: 'Đúng' });
  });

  it('hands the dossier in with them, and changes nothing any more', async () => {
    await play.does('gp.mn.thutruong', 'Ký tờ trình', dossierId, { outcome: 'sign', signatureMode: 'wet-ink' });
    await play.does('gp.mn.vanthu', 'Cấp số tờ trình', dossierId, { mode: 'own' });
    const task = await play.task('gp.chuyenvien', 'Tiếp nhận, kiểm tra thành phần hồ sơ', dossierId);
    expect(task).toBeDefined();
    expect(await papers('to-trinh')).toEqual([{ state: 'issued', version: 'scan', number: '07/TTr-MNHS' }]);
    expect(await papers('bien-ban-binh-xet')).toHaveLength(1);
    await expect(bring({ kind: 'to-trinh' })).rejects.toMatchObject({ code: 'state-conflict' });
  });
});
