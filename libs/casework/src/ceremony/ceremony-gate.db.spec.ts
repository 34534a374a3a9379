import type { CeremonyEvent } from '@thidua/contract';
import { RoundPlay } from '../../../../test/harness/round-play';

const APPRAISER = 'gp.chuyenvien';

describe('papers of a ceremony', () => {
  let play: RoundPlay;
  let annual: string;
  let sudden: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    annual = await open('annual');
    sudden = await open('ad-hoc');
  }, 60_000);
  afterAll(() => play.close());

  async function open(occasion: string): Promise<string> {
    const orgId = (await play.actor(APPRAISER)).positions[0]?.orgId ?? '';
    const body = { orgId, occasion, year: 2025, title: `Đợt ${occasion}`, closesAt: '2026-03-20T17:00:00+07:00' };
    return (await play.call(APPRAISER, 'openRound', { body })).roundId;
  }

  const ask = (kind: string, change: Partial<CeremonyEvent> = {}, username = APPRAISER): Promise<{ id: string }> => {
    const event: CeremonyEvent = {
      roundId: annual,
      event: 'Hội nghị tổng kết phong trào thi đua năm 2025',
      separate: false,
      date: '2026-03-12',
      startTime: '08:00',
      place: 'Hội trường xã',
      chair: 'Chủ tịch UBND xã',
      presenter: '',
      guests: ['Phạm Quang Hưng, Chủ tịch'],
      inviteHonourees: true,
      notes: [],
      items: [{ time: '08:00', content: 'Khai mạc', by: '' }],
      ...change,
    };
    return play.call(username, 'orderPrint', { body: { kind, params: event } });
  };

  it('stand alone for sudden achievements only (R-22)', async () => {
    await expect(ask('chuong-trinh-hoi-nghi', { separate: true })).rejects.toMatchObject({
      code: 'ceremony-not-separate',
      details: { ruleId: 'R-22', citation: 'khoản 3, khoản 5 Điều 29, khoản 1 Điều 30 Nghị định số 152/2025/NĐ-CP' },
    });
    await expect(ask('chuong-trinh-hoi-nghi', { separate: true, roundId: sudden })).resolves.toBeDefined();
  });

  it('call nobody before an award is given', async () => {
    await expect(ask('kich-ban-trao-thuong')).rejects.toMatchObject({ code: 'request-invalid', details: { fields: ['rows'] } });
    await expect(ask('giay-moi', { guests: [] })).rejects.toMatchObject({ code: 'request-invalid', details: { fields: ['guests'] } });
    await expect(ask('giay-moi')).resolves.toBeDefined();
    await expect(ask('bang-ten')).resolves.toBeDefined();
  });

  it.each([
    [{ startTime: '25:00' }, 'startTime'],
    [{ date: '12/03/2026' }, 'date'],
    [{ event: 'x' }, 'event'],
    [{ items: [{ time: '', content: '', by: '' }] }, 'items.0.content'],
    [{ chair: 'Chủ tịch\u0007' }, 'chair'],
  ])('are refused with %j', async (change, field) => {
    await expect(ask('chuong-trinh-hoi-nghi', change)).rejects.toMatchObject({ code: 'request-invalid', details: { fields: [field] } });
  });

  it('say which certificates can be printed, and how far a batch of papers of the round is', async () => {
    const shown = (): Promise<unknown> => play.call(APPRAISER, 'roundCertificates', { params: { id: annual } });
    expect(await shown()).toMatchObject({ certificates: [], mayPrint: true, making: null });
    const [instance] = await play.rows<{ id: string }>('select id from process_instance where round_id = $1 limit 1', [annual]);
    await play.rows(
      `insert into job (province_id, id, instance_id, element_id, type, headers, variables, status, attempts, retries, next_at, lease_token, lease_until, sheets_done, sheets_total)
       select province_id, gen_random_uuid(), id, 'x', 'issue-papers', '{}', '{}', 'open', 1, 3, clock_timestamp(), gen_random_uuid(), clock_timestamp() + interval '1 minute', 5, 30
       from process_instance where id = $1`,
      [instance?.id],
    );
    expect(await shown()).toMatchObject({ making: { done: 5, total: 30 } });
  });

  it('are printed by those who prepare them, and there is no round for others', async () => {
    await expect(ask('chuong-trinh-hoi-nghi', {}, 'gp.chutich')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ask('chuong-trinh-hoi-nghi', {}, 'mt.chuyenvien')).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask('chuong-trinh-hoi-nghi', {}, 'gp.vanthu')).resolves.toBeDefined();
  });
});
