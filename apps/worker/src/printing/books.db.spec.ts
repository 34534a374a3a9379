import { join } from 'node:path';
import { PaperTemplates, type PaperKind, type PaperMaker } from '@thidua/documents';
import { FactsStore, type ClaimedPrint } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received } from '../../../../test/harness/round-story';
import type { TaskRoom } from '../service-tasks/service-task';
import { controlSlip, followBook, registerBook } from './books';

jest.setTimeout(90_000);

describe('books and slips on request', () => {
  let play: RoundPlay;
  let room: TaskRoom;
  let orgId: string;
  let dossierId: string;
  let html = '';

  beforeAll(async () => {
    play = await RoundPlay.open();
    orgId = (await play.actor('gp.chutich')).positions[0]?.orgId ?? '';
    const templates = new PaperTemplates(join(__dirname, '../../../../workflows/papers'));
    // The templates are filled as for print; only the browser is left out.
    const make = ({ kind, version, data }: { kind: PaperKind; version: number; data: never }): Promise<object> => {
      html = templates.fill(kind, version, data).html;
      return Promise.resolve({ bytes: Buffer.from(html) });
    };
    room = { deps: play.deps, facts: new FactsStore(play.deps.database), maker: { make } as unknown as PaperMaker } as TaskRoom;
    let roundId: string;
    ({ dossierId, roundId } = await received(play, 'gp.mn', [{ name: 'Nguyễn Thị Sen', award: 'GK_XA' }]));
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, { outcome: 'sign', signatureMode: 'digital' });
    await play.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
  }, 90_000);
  afterAll(() => play.close());

  const order = (kind: string, params: ClaimedPrint['params']): ClaimedPrint => ({
    provinceId: HP,
    id: 'x',
    kind,
    params,
    askedBy: 'x',
    positionId: null,
    total: 0,
    attempts: 1,
    leaseToken: 'x',
  });
  const progress = (): Promise<void> => Promise.resolve();
  const text = (): string =>
    html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/\s+/g, ' ');

  async function asked(username: string, kind: string, params: object): Promise<unknown> {
    return play.call(username, 'orderPrint', { body: { kind, params } });
  }

  it('list every number of the year by type, with who signed and who gets it', async () => {
    await registerBook(room, order('so-dang-ky-van-ban', { orgId, year: 2026, documentType: '' }), progress);
    expect(text()).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
    expect(text()).toMatch(/1\. Biên bản của Hội đồng Thi đua - Khen thưởng \(Từ số 01 đến số 02\)/);
    expect(text()).toContain('01/QĐ-UBND');
    expect(text()).toContain('02/3/2026');
    await registerBook(room, order('so-dang-ky-van-ban', { orgId, year: 2025, documentType: '' }), progress);
    expect(text()).toContain('Trong năm chưa có văn bản nào');
  });

  it('follow what a desk took in, with the day its receipt promised', async () => {
    const [receipt] = await play.rows<{ due: string | null }>(
      `select f.body #>> '{data,dueDate}' as due from paper p join payload f on f.hash = p.data_hash where p.kind = 'giay-tiep-nhan' and p.dossier_id = $1`,
      [dossierId],
    );
    await followBook(room, order('so-theo-doi', { orgId, year: 2026 }), progress);
    const [dossier] = await play.rows<{ code: string }>('select code from dossier where id = $1', [dossierId]);
    expect(text()).toContain(dossier?.code);
    expect(text()).toContain('Trường Mầm non Hoa Sen');
    expect(receipt === undefined || (await play.deps.stores.oneStop.promised(HP, dossierId)) === receipt.due).toBe(true);
  });

  it('follow a dossier from hand to hand, and name no voter', async () => {
    await controlSlip(room, order('phieu-kiem-soat', { dossierId, orgId }), progress);
    expect(text()).toContain('Thẩm định hồ sơ');
    expect(text()).toContain('Cấp số quyết định');
    expect(text()).toMatch(/Người giao: .+ Người nhận: /);
    expect(text()).not.toContain('Bỏ phiếu');
  });

  it('are ordered by those whose books they are, and by nobody else', async () => {
    await expect(asked('gp.vanthu', 'so-dang-ky-van-ban', { orgId })).resolves.toBeDefined();
    await expect(asked('gp.chuyenvien', 'so-theo-doi', { orgId })).resolves.toBeDefined();
    await expect(asked('gp.chuyenvien', 'phieu-kiem-soat', { dossierId })).resolves.toBeDefined();
    await expect(asked('gp.chuyenvien', 'so-dang-ky-van-ban', { orgId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asked('mt.chuyenvien', 'so-theo-doi', { orgId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asked('gp.mn.nguoilap', 'phieu-kiem-soat', { dossierId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asked('mt.chuyenvien', 'phieu-kiem-soat', { dossierId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
