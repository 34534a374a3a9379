import { HP, RoundPlay } from '../../../../test/harness/round-play';
import {
  appraised,
  COMMUNE,
  COMMUNE_MEMBERS,
  councilHeld,
  PROVINCE,
  received,
  STANDING_MEMBERS,
} from '../../../../test/harness/round-story';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };

jest.setTimeout(90_000);

describe('taking back an award of the Prime Minister', () => {
  let play: RoundPlay;
  let upper: string;
  let rowId: string;
  let revocationId: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    const { dossierId, roundId } = await received(play, 'gp.htx', [{ name: 'Hoàng Công Tráng', award: 'BK_TTG' }], {
      occasion: 'unspecified',
      movementId: 'gp-dmst-cds-2025-2030',
    });
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await play.does('gp.chutich', 'Ký tờ trình lên cấp trên', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số tờ trình', roundId, { mode: 'own' });
    upper = (await play.rows<{ id: string }>('select upper_round_id as id from review_round where id = $1', [roundId]))[0]?.id ?? '';
    await appraised(play, PROVINCE, upper);
    const all = [...STANDING_MEMBERS, 'hp.uyvien3', 'hp.uyvien4', 'hp.uyvien5', 'hp.uyvien6', 'hp.uyvien7'];
    await councilHeld(play, { bench: PROVINCE, members: all, chair: 'hp.chutich' }, upper);
    await play.does('hp.chutich', 'Ký tờ trình Thủ tướng Chính phủ', upper, SIGN);
    await play.does('hp.vanthu', 'Cấp số tờ trình', upper, { mode: 'own' });
    await play.does('hp.snv.chuyenvien', 'Ghi nhận đã gửi Bộ Nội vụ', upper, { date: '2026-03-02' });
    rowId = (await play.rows<{ id: string }>('select id from nominee_row where dossier_id = $1', [dossierId]))[0]?.id ?? '';
    await play.call('hp.snv.chuyenvien', 'recordCentralPaper', {
      params: { id: upper },
      body: { kind: 'decision', date: '2026-03-02', numberText: '318/QĐ-TTg', results: { [rowId]: true } },
    });
    await play.work();
    const [decision] = await play.rows<{ id: string }>('select decision_id as id from nominee_row where id = $1', [rowId]);
    ({ revocationId } = await play.call('hp.snv.chuyenvien', 'openRevocation', {
      params: { id: decision?.id ?? '' },
      body: {
        rowIds: [rowId],
        ground: 'standard-not-met',
        conclusion: {
          text: 'Có kết luận vi phạm trong thời gian tính thành tích.',
          number: '88/KL-TTr',
          date: '2026-03-02',
          body: 'Thanh tra Chính phủ',
        },
      },
    }));
    await play.work();
  }, 180_000);
  afterAll(() => play.close());

  const record = async (body: object): Promise<void> => {
    await play.call('hp.snv.chuyenvien', 'recordRevocationPaper', { params: { id: revocationId }, body });
    await play.work();
  };
  const stateOf = async (): Promise<string | undefined> =>
    (await play.rows<{ state: string }>('select state from nominee_row where id = $1', [rowId]))[0]?.state;
  const sent = async (): Promise<void> => {
    await play.does('hp.chutich', 'Ký tờ trình đề nghị hủy bỏ', upper, SIGN);
    await play.does('hp.vanthu', 'Cấp số tờ trình hủy bỏ', upper, { mode: 'own' });
    await play.does('hp.snv.chuyenvien', 'Gửi Bộ Nội vụ hồ sơ đề nghị hủy bỏ', upper, { date: '2026-03-02', numberText: '20/SNV' });
  };

  it('awaits no paper of the centre before anything was sent', async () => {
    const early = { kind: 'decision', date: '2026-03-02', body: 'Thủ tướng Chính phủ', numberText: '1/QĐ-TTg', granted: true };
    await expect(record(early)).rejects.toMatchObject({ code: 'state-conflict', details: { reason: 'nothing-sent' } });
  });

  it('goes back to the province when it is returned with its ground, and is sent again', async () => {
    await sent();
    await expect(record({ kind: 'returned', date: '2026-03-02', body: 'Bộ Nội vụ' })).rejects.toMatchObject({ code: 'request-invalid' });
    await record({ kind: 'returned', date: '2026-03-02', body: 'Bộ Nội vụ', ground: 'Thiếu bản sao kết luận.' });
    await play.does('hp.snv.chuyenvien', 'Hoàn thiện hồ sơ đề nghị hủy bỏ', upper, { note: 'Đã bổ sung bản sao kết luận.' });
    await sent();
    const papers = await play.rows<{ number: string }>(
      `select number_text as number from paper where kind = 'to-trinh-huy-bo' and province_id = $1 order by slot`,
      [HP],
    );
    expect(papers.map((paper) => paper.number)).toEqual(['02/TTr-UBND', '03/TTr-UBND']);
  });

  it('is taken back by the recorded decision of the centre, never by a signature here', async () => {
    await record({ kind: 'decision', date: '2026-03-02', body: 'Thủ tướng Chính phủ', numberText: '400/QĐ-TTg', granted: true });
    expect(await stateOf()).toBe('revoked');
    expect(await play.rows('select 1 from revoking_decision')).toEqual([]);
    const dossier = await play.call('hp.snv.chuyenvien', 'revocation', { params: { id: revocationId } });
    expect(dossier).toMatchObject({
      status: 'recovering',
      path: 'central',
      revokedOn: '2026-03-02',
      may: { restore: true, recover: true },
    });
  });

  it('sends what came back on to Bộ Nội vụ, and says what did not', async () => {
    await play.does('hp.snv.chuyenvien', 'Thu hồi hiện vật, tiền thưởng', upper, {
      outcome: 'short',
      reason: 'Người được khen đã chuyển nơi cư trú.',
    });
    await play.does('hp.snv.chuyenvien', 'Chuyển Bộ Nội vụ hiện vật thu hồi', upper, { date: '2026-03-02', note: 'Không có hiện vật.' });
    await play.does('hp.snv.chuyenvien', 'Công khai việc hủy bỏ, cập nhật sổ', upper, {
      where: 'Cổng thông tin thành phố',
      date: '2026-03-02',
    });
    expect(await play.call('hp.snv.chuyenvien', 'revocation', { params: { id: revocationId } })).toMatchObject({ status: 'recovered' });
  });

  it('stands again when the honour is restored, with its paper', async () => {
    await record({ kind: 'restoration', date: '2026-03-02', body: 'Chủ tịch nước', numberText: '12/QĐ-CTN' });
    expect(await stateOf()).toBe('awarded');
    const history = await play.rows<{ canceled: boolean }>(
      'select canceled_at is not null as canceled from award_history where row_id = $1 order by canceled_at nulls last',
      [rowId],
    );
    expect(history).toEqual([{ canceled: true }, { canceled: false }]);
    const restored = await play.call('hp.snv.chuyenvien', 'revocation', { params: { id: revocationId } });
    expect(restored).toMatchObject({ status: 'restored', may: { restore: false } });
    await expect(record({ kind: 'restoration', date: '2026-03-02', body: 'Chủ tịch nước' })).rejects.toMatchObject({
      code: 'state-conflict',
    });
  });
});
