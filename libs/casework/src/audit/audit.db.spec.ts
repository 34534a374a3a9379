import type { AnswerOf, AuditLineView, FileAnswer, TrailCheckView } from '@thidua/contract';
import { sealTrail } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { trailSubject } from './trail-subject';

jest.setTimeout(120_000);

const ADMIN = 'hp.quantri1';

describe('the trail, to administrators', () => {
  let play: RoundPlay;
  let dossierId: string;

  const lines = (query: Record<string, unknown>, who = ADMIN): Promise<AnswerOf<'auditLines'>> => play.call(who, 'auditLines', { query });
  const check = async (subjectId: string | null = null): Promise<TrailCheckView> => {
    const { id } = await play.call(ADMIN, 'checkTrail', { body: { subjectId } });
    for (;;) {
      const view = await play.call(ADMIN, 'trailCheck', { params: { id } });
      if (view.status !== 'running') {
        return view;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  /** As the owner of the database; put back afterwards. */
  const tampered = async <T>(text: string, values: readonly unknown[], work: () => Promise<T>): Promise<T> => {
    const kept = `create table kept_audit as table audit`;
    await play.deps.database.inTransaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(kept);
      await tx.query(text, [...values]);
    });
    const seen = await work();
    await play.deps.database.inTransaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query('create table noted as select * from audit where id > (select max(id) from kept_audit)');
      await tx.query('delete from audit');
      await tx.query('insert into audit overriding system value select * from kept_audit union all select * from noted');
      await tx.query('drop table kept_audit, noted');
    });
    return seen;
  };

  beforeAll(async () => {
    play = await RoundPlay.open();
    const launched = await play.call('gp.thcs.nguoilap', 'launchDossier', {
      body: {
        orgId: (await play.actor('gp.thcs.nguoilap')).positions[0]?.orgId,
        ...{ occasion: 'ad-hoc', year: 2026, title: 'Đề nghị khen thưởng đột xuất' },
        rows: [
          {
            kind: 'individual',
            name: 'Nguyễn Văn An',
            title: 'Giáo viên',
            scope: 'inside',
            award: 'GK_XA',
            achievement: 'Cứu người đuối nước ở sông.',
          },
        ],
      },
    });
    dossierId = launched.dossierId;
    await play.work();
    await play.call(ADMIN, 'addPerson', { body: { fullName: 'Trần Thị Mới', gender: null, born: null } });
    await sealTrail(play.deps.database, play.deps.clock.nowMs());
  });
  afterAll(() => play.close());

  it('tells acts as sentences: who, from which post, what, to what, newest first', async () => {
    const { code } = await play.call('gp.thcs.nguoilap', 'dossier', { params: { id: dossierId } });
    const found = await lines({ subject: code });
    const launched = found.lines.find((line) => line.action === 'dossier-launched');
    expect(launched).toMatchObject({
      text: 'Lập hồ sơ',
      person: expect.stringMatching(/\S \S/) as string,
      position: expect.stringMatching(/\S/) as string,
      subject: { kind: 'Hồ sơ', name: expect.stringContaining(code) as string, link: { page: 'dossier', id: dossierId } },
    });
    expect(found.lines.map((line) => line.at)).toEqual(
      found.lines
        .map((line) => line.at)
        .toSorted()
        .toReversed(),
    );
    expect((await lines({ subject: code, type: 'dossier' })).lines).toEqual(found.lines);
    const whole = await lines({ subjectId: dossierId });
    expect(whole.lines).toEqual(found.lines);
  });

  it('is found by person and post without marks, by kind, by subject and by days', async () => {
    const [added] = (await lines({ action: 'person-added' })).lines;
    expect(added).toMatchObject({ text: 'Thêm người', subject: { kind: 'Người', name: 'Trần Thị Mới' } });
    expect((await lines({ subject: 'tran thi moi' })).lines.map((line) => line.action)).toContain('person-added');
    const admin = added?.person ?? '';
    const plain = admin.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
    const his = await lines({ person: plain, type: 'person' });
    expect(his.lines.map((line) => line.person)).toEqual([admin]);
    expect((await lines({ post: added?.position ?? '?', type: 'person' })).lines).toHaveLength(1);
    expect((await lines({ person: 'không có ai tên này' })).lines).toEqual([]);
    const { today } = await play.call(ADMIN, 'auditKinds');
    expect((await lines({ from: today, to: today, action: 'person-added' })).lines).toHaveLength(1);
    expect((await lines({ to: '2020-01-01' })).lines).toEqual([]);
  });

  it('goes on where the page before ended, missing nothing and repeating nothing', async () => {
    const seen: AuditLineView[] = [];
    let after: string | null = null;
    do {
      const page: AnswerOf<'auditLines'> = await lines({ limit: 7, ...(after === null ? {} : { after }) });
      seen.push(...page.lines);
      after = page.next;
    } while (after !== null);
    const [all] = await play.rows<{ n: number }>('select count(*)::int as n from audit where province_id = $1', [HP]);
    expect(new Set(seen.map((line) => line.number)).size).toBe(seen.length);
    expect(seen).toHaveLength(all?.n ?? 0);
    expect(seen.filter((line) => line.text === 'Việc khác' || line.subject.kind === 'Đối tượng khác')).toEqual([]);
    await expect(lines({ after: 'x' })).rejects.toMatchObject({ code: 'request-invalid' });
  });

  it('is for administrators, each for the own province', async () => {
    await expect(lines({}, 'gp.chutich')).rejects.toMatchObject({ code: 'forbidden' });
    expect((await lines({ subjectId: dossierId }, 'tn.quantri1')).lines).toEqual([]);
    const mine = await play.call(ADMIN, 'checkTrail', { body: { subjectId: null } });
    await expect(play.call('tn.quantri1', 'trailCheck', { params: { id: mine.id } })).rejects.toMatchObject({ code: 'not-found' });
    await expect(play.call('gp.chutich', 'checkTrail', { body: { subjectId: null } })).rejects.toMatchObject({ code: 'forbidden' });
    await check();
  });

  it('leaves as a table whose codes are text and whose days are days, and keeps that it left', async () => {
    const sheet = (await play.call(ADMIN, 'auditSheet', { query: { action: 'dossier-launched' } })) as FileAnswer;
    const [page] = await play.deps.sheets.read(sheet.bytes);
    expect(page?.rows).toHaveLength(2);
    const [day, time, , , , text, kind] = page?.rows[1] ?? [];
    expect([day instanceof Date, time, text, kind]).toEqual([true, expect.stringMatching(/^\d\d:\d\d$/), 'Lập hồ sơ', 'Hồ sơ']);
    expect((await lines({ action: 'audit-exported' })).lines[0]).toMatchObject({
      text: 'Xuất nhật ký ra bảng tính',
      subject: { kind: 'Nhật ký' },
    });
  });

  it('checks all chains, says how many, and keeps the result with the seal it saw', async () => {
    const seen = await check();
    expect(seen).toMatchObject({ status: 'done', brokenCount: 0, broken: [], seal: { n: expect.any(Number) as number } });
    expect([seen.total > 3, seen.chains > 2, seen.done]).toEqual([true, true, seen.total]);
    const [kept] = (await lines({ action: 'chains-checked' })).lines;
    expect(kept).toMatchObject({ text: 'Kiểm tra chuỗi nhật ký', subject: { id: trailSubject(HP) } });
    expect(kept?.facts).toContainEqual({ name: 'Số chuỗi có lỗi', value: '0' });
    expect((await check(dossierId)).chains).toBeLessThan(seen.chains);
  });

  it('fails at the very line that was edited by SQL, with what stands around it (check 45)', async () => {
    const [line] = await play.rows<{ id: string }>(`select id from audit where action = 'dossier-launched'`, []);
    const seen = await tampered(`update audit set facts = '{"x": 1}' where id = $1`, [line?.id], () => check());
    expect(seen).toMatchObject({
      brokenCount: 1,
      broken: [{ fault: 'content', number: line?.id, subject: { kind: 'Hồ sơ', link: { id: dossierId } } }],
    });
    expect(seen.broken[0]?.around.map((one) => one.number)).toContain(line?.id);
    const alone = await tampered(`update audit set facts = '{"x": 1}' where id = $1`, [line?.id], () => check(dossierId));
    expect(alone.broken).toMatchObject([{ fault: 'content', number: line?.id }]);
    expect((await check()).brokenCount).toBe(0);
  });
});
