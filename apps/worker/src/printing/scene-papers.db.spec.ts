import { join } from 'node:path';
import { PaperTemplates, type PaperKind, type PaperMaker } from '@thidua/documents';
import { FactsStore, type ClaimedPrint } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, received } from '../../../../test/harness/round-story';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { PRINT_KINDS } from './print-kinds';

jest.setTimeout(90_000);

describe('forms and slips made from the facts as they stand', () => {
  let play: RoundPlay;
  let room: TaskRoom;
  let dossierId: string;
  let roundId: string;
  let html = '';

  beforeAll(async () => {
    play = await RoundPlay.open();
    const templates = new PaperTemplates(join(__dirname, '../../../../workflows/papers'));
    // The templates are filled as for print; only the browser is left out.
    const make = ({ kind, version, data }: { kind: PaperKind; version: number; data: never }): Promise<object> => {
      html = templates.fill(kind, version, data).html;
      return Promise.resolve({ bytes: Buffer.from(html), text: '', html });
    };
    room = { deps: play.deps, facts: new FactsStore(play.deps.database), maker: { make } as unknown as PaperMaker } as TaskRoom;
    ({ dossierId, roundId } = await received(play, 'gp.mn', [{ name: 'Nguyễn Thị Sen', award: 'GK_XA' }]));
    await appraised(play, COMMUNE, roundId);
  }, 90_000);
  afterAll(() => play.close());

  async function printed(kind: string, params: ClaimedPrint['params']): Promise<string> {
    const order = { provinceId: HP, id: 'x', kind, params, askedBy: 'x', positionId: null, total: 0, attempts: 1, leaseToken: 'x' };
    await PRINT_KINDS[kind]?.(room, order, () => Promise.resolve());
    return html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  }

  async function asked(username: string, kind: string, params: object): Promise<unknown> {
    return play.call(username, 'orderPrint', { body: { kind, params } });
  }

  it('are a secret ballot per member of the council before the session, without a name', async () => {
    const council = await play.deps.stores.councils.inForce(HP, (await play.actor('gp.chutich')).positions[0]?.orgId ?? '', '2026-03-02');
    const text = await printed('phieu-bieu-quyet', { roundId });
    expect(text.match(/PHIẾU BIỂU QUYẾT/g)).toHaveLength(council?.members.length ?? 0);
    expect(text).toContain('Nguyễn Thị Sen');
    expect(text).toContain('Phiếu không ghi họ tên, không ký tên.');
    expect(council?.members.some(({ fullName }) => text.includes(fullName))).toBe(false);
  });

  it('are an opinion form with the name of each member', async () => {
    const text = await printed('phieu-xin-y-kien', { roundId });
    expect(text).toContain('NGƯỜI CHO Ý KIẾN');
    expect(text).toContain('Kính gửi: ');
  });

  it('are a draft that renews the council with its present members', async () => {
    const text = await printed('quyet-dinh-thanh-lap-hoi-dong', { roundId });
    expect(text).toContain('Chủ tịch Hội đồng');
    expect(text).toContain('Phòng Văn hóa - Xã hội là cơ quan thường trực');
  });

  it('are nothing when no answer is overdue', async () => {
    await expect(printed('cong-van-don-doc', { roundId })).rejects.toThrow(GiveUp);
  });

  it('are an apology with the promised day, the reason and the new one', async () => {
    const text = await printed('phieu-xin-loi', { dossierId, promised: '2026-02-27', newDueOn: '2026-03-09', reason: 'Hội đồng hoãn họp' });
    expect(text).toContain('Thời gian hẹn trả kết quả: ngày 27/02/2026.');
    expect(text).toContain('Hội đồng hoãn họp.');
    expect(text).toContain('ngày 09/3/2026');
  });

  it('are ordered by the office that prepares the round, and by nobody else', async () => {
    await expect(asked('gp.chuyenvien', 'phieu-bieu-quyet', { roundId })).resolves.toBeDefined();
    await expect(asked('gp.mn.nguoilap', 'phieu-bieu-quyet', { roundId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('promise no new day while the first has not passed', async () => {
    const delay = { dossierId, newDueOn: '2026-12-31', reason: 'Chậm' };
    await expect(asked('gp.chuyenvien', 'phieu-xin-loi', delay)).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(asked('gp.mn.nguoilap', 'phieu-xin-loi', delay)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
