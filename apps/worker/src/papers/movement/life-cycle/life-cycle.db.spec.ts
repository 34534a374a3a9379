import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMovement, type Movement } from '@thidua/awards';
import { PaperTemplates } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { FactsStore } from '@thidua/store';
import { settledDraft } from '../../../../../../test/harness/plan-drafts';
import { HP, RoundPlay } from '../../../../../../test/harness/round-play';
import type { SceneRoom } from '../../load-scene';
import { movementPlans } from '../movement-plans';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../../../../../..');
const DAY = 86_400_000;
const DUE = '2026-03-16';

describe('a movement of xã Gia Phúc from launch to close', () => {
  let play: RoundPlay;
  let movementId = '';
  let planWork = '';
  const texts = new Map<string, string>();

  beforeAll(async () => {
    play = await RoundPlay.open();
    await play.at(Date.UTC(2026, 2, 2, 2));
    const templates = new PaperTemplates(join(ROOT, 'workflows/papers'));
    const room: SceneRoom = { deps: play.deps, facts: new FactsStore(play.deps.database) };
    // The real builders and templates; only the browser is left out.
    play.plansOf = async (job) => {
      const plans = (await movementPlans(room, job)) ?? [];
      for (const plan of plans) {
        const { html } = templates.fill(plan.kind, 1, plan.data as never);
        texts.set(
          plan.kind,
          html
            .replace(/<style[\s\S]*?<\/style>/g, '')
            .replace(/<[^>]+>/g, ' ')
            .replace(/\s+/g, ' '),
        );
      }
      return plans;
    };
  });
  afterAll(() => play.close());

  const draft = (orgName: string, movement: Movement, more: { amends?: string; names?: readonly string[] } = {}): Promise<string> =>
    settledDraft(play, 'gp.chuyenvien', { orgName, movement, ...more });

  async function issue(people: { desk: string; signer: string; clerk: string }, about: string): Promise<void> {
    await play.does(people.desk, 'Xem dự thảo, trình ký', about, { outcome: 'submit' });
    await play.does(people.signer, 'Ký văn bản', about, { outcome: 'sign', signatureMode: 'wet-ink' });
    await play.does(people.clerk, 'Cấp số văn bản', about, { mode: 'own' });
  }

  const commune = { desk: 'gp.chuyenvien', signer: 'gp.chutich', clerk: 'gp.vanthu' };
  const works = (kind: string) =>
    play.rows<{ id: string; org: string; status: string; facts: JsonObject }>(
      `select w.id, o.name as org, w.status, w.facts from movement_work w join org o on o.province_id = w.province_id and o.id = w.org_id
     where w.movement_id = $1 and w.kind = $2 order by o.name`,
      [movementId, kind],
    );

  it('proposes to whom and in which words, and is planned until its plan is issued', async () => {
    const id = await draft('UBND xã Gia Phúc', theirs(), { names: ['Bình dân học vụ số'] });
    const proposal = await play.call('gp.chuyenvien', 'launchProposal', { params: { id } });
    expect(proposal.recipients.find((one) => one.orgName === 'Ủy ban MTTQ Việt Nam xã Gia Phúc')).toMatchObject({
      ...{ asked: 'cooperation', fixed: true, suggested: true, reason: expect.stringContaining('dòng 517') as string },
    });
    const recipients = proposal.recipients.filter((one) => one.suggested).map(({ orgId, asked, reason }) => ({ orgId, asked, reason }));
    const body = { draftId: id, parentId: null, unitPlansDue: DUE, texts: proposal.texts, alreadyIssued: false };
    const ordered = recipients.map((one) => ({ ...one, asked: 'duty' as const }));
    await expect(play.call('gp.chuyenvien', 'launchMovement', { body: { ...body, recipients: ordered } })).rejects.toMatchObject({
      code: 'front-not-ordered',
    });
    await expect(play.call('gp.thcs.nguoilap', 'launchMovement', { body: { ...body, recipients } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    ({ movementId, workId: planWork } = await play.call('gp.chuyenvien', 'launchMovement', { body: { ...body, recipients } }));
    await play.work();
    await expect(play.deps.stores.movements.byId(HP, movementId)).resolves.toMatchObject({ state: 'planned' });
    await expect(play.deps.stores.planDrafts.byId(HP, id)).resolves.toMatchObject({ state: 'submitted', movementId });
    expect(await works('unit-plan')).toEqual([]);
    expect(texts.get('ke-hoach-phong-trao')).toContain('Cờ thi đua của Ủy ban nhân dân thành phố');
    expect(texts.get('ke-hoach-phong-trao')).toContain('chậm nhất ngày 16/03/2026');
    expect(texts.get('ke-hoach-phong-trao')).toContain(
      '“Cả nước thi đua đổi mới sáng tạo và chuyển đổi số” và “Bình dân học vụ số” như sau',
    );
    expect(texts.get('ke-hoach-phong-trao')).toContain('TM. ỦY BAN NHÂN DÂN');
  });

  it('comes into force by the signed and numbered plan; bodies with a duty get theirs with the plan’s day', async () => {
    await issue(commune, planWork);
    const record = await play.deps.stores.movements.byId(HP, movementId);
    expect(record).toMatchObject({ state: 'in-force', version: 1 });
    expect(record?.content.plan.number).toMatch(/\/KH-UBND$/u);
    const second = await play.deps.stores.movements.byId(HP, 'gia-phuc-binh-dan-hoc-vu-so');
    expect(second).toMatchObject({ state: 'in-force', planPaperId: record?.planPaperId });
    const given = await works('unit-plan');
    expect(given.every((work) => work.facts['asked'] === 'duty' && work.status === 'open')).toBe(true);
    expect(given.map((work) => work.org)).toContain('Trường Trung học cơ sở Gia Phúc');
    expect(given.map((work) => work.org)).not.toContain('Hợp tác xã Nông nghiệp Gia Phúc');
  });

  it('asks others to join in by a letter of their own, without an order', async () => {
    await issue(commune, planWork);
    const asked = (await works('unit-plan')).filter((work) => work.facts['asked'] === 'cooperation');
    expect(asked.map((work) => work.org)).toContain('Hợp tác xã Nông nghiệp Gia Phúc');
    expect(texts.get('cong-van-phoi-hop')).toContain('trân trọng đề nghị');
    const work = asked.find((one) => one.org === 'Hợp tác xã Nông nghiệp Gia Phúc');
    await play.does('gp.htx.nguoilap', 'Trả lời đề nghị phối hợp', work?.id ?? '', { outcome: 'agree', note: 'Vận động xã viên tham gia' });
    await expect(play.deps.stores.works.byId(HP, work?.id ?? '')).resolves.toMatchObject({
      status: 'done',
      facts: { answer: { outcome: 'agree' } },
    });
  });

  it('has a unit’s own plan as a movement under it, with the unit’s own audiences', async () => {
    const work = (await works('unit-plan')).find((one) => one.org === 'Trường Trung học cơ sở Gia Phúc');
    const own = theirs();
    const draftId = await draft('Trường Trung học cơ sở Gia Phúc', {
      ...own,
      carriedOutBy: { ...own.carriedOutBy, level: 'UNIT', body: 'Trường Trung học cơ sở Gia Phúc' },
      audiences: own.audiences.slice(0, 1),
    });
    const task = await play.task('gp.thcs.nguoilap', 'Xây dựng kế hoạch của đơn vị', work?.id ?? '');
    expect(JSON.stringify(task)).toContain(draftId);
    await play.does('gp.thcs.nguoilap', 'Xây dựng kế hoạch của đơn vị', work?.id ?? '', { draftId, mode: 'issue' });
    const [plan] = await play.rows<{ id: string }>(
      `select w.id from movement_work w join org o on o.province_id = w.province_id and o.id = w.org_id
       where w.kind = 'plan' and o.name = 'Trường Trung học cơ sở Gia Phúc'`,
    );
    await issue({ desk: 'gp.thcs.nguoilap', signer: 'gp.thcs.thutruong', clerk: 'gp.thcs.vanthu' }, plan?.id ?? '');
    await expect(play.deps.stores.works.byId(HP, work?.id ?? '')).resolves.toMatchObject({ status: 'done' });
    const { recipients } = await play.call('gp.chuyenvien', 'movementRecipients', { params: { id: movementId } });
    expect(recipients.find((one) => one.orgName === 'Trường Trung học cơ sở Gia Phúc')?.child).toMatchObject({ state: 'in-force' });
    const { nodes } = await play.call('gp.chuyenvien', 'movementCascade', { params: { id: movementId } });
    expect(nodes.map((node) => [node.body, node.here])).toEqual([
      ['Thủ tướng Chính phủ', false],
      ['Ủy ban nhân dân xã Gia Phúc', true],
      ['Trường Trung học cơ sở Gia Phúc', false],
    ]);
  });

  it('shows on the day after who has none, and one letter names them', async () => {
    await play.pass(15 * DAY);
    await play.work();
    const { works: late, mayUrge } = await play.call('gp.chuyenvien', 'movementOverdue', { params: { id: movementId } });
    expect(mayUrge).toBe(true);
    expect(late.map((one) => one.orgName)).toContain('Trường Mầm non Hoa Sen');
    expect(late.map((one) => one.orgName)).not.toContain('Trường Trung học cơ sở Gia Phúc');
    await play.does('gp.chuyenvien', 'Xem danh sách chậm, đôn đốc', planWork, {
      outcome: 'send',
      deadline: '2026-03-31',
      consequence: 'Không xét khen thưởng',
    });
    const [letter] = await works('urging');
    await issue(commune, letter?.id ?? '');
    expect(texts.get('cong-van-don-doc')).toMatch(/Trường Mầm non Hoa Sen.*Quá hạn 0\d ngày làm việc/u);
    await expect(play.deps.stores.works.byId(HP, letter?.id ?? '')).resolves.toMatchObject({ status: 'done' });
    const again = await play.call('gp.chuyenvien', 'movementOverdue', { params: { id: movementId } });
    expect(again.works[0]?.urgedOn).toBe('2026-03-17');
  });

  it('reads anew only by an issued amendment, which shows what changes', async () => {
    const record = await play.deps.stores.movements.byId(HP, movementId);
    const content = record?.content ?? theirs();
    const draftId = await draft(
      'UBND xã Gia Phúc',
      { ...content, reportDates: content.reportDates.map((one) => ({ ...one, before: '10-25' })) },
      { amends: movementId },
    );
    const { changes } = await play.call('gp.chuyenvien', 'amendmentProposal', { params: { id: movementId, draft: draftId } });
    expect(changes.map((one) => [one.before.slice(-5), one.after.slice(-5)])).toEqual([['05/11', '25/10']]);
    const opened = await play.call('gp.chuyenvien', 'amendMovement', {
      params: { id: movementId },
      body: { draftId, reason: 'theo hướng dẫn của thành phố', alreadyIssued: false },
    });
    await play.work();
    await expect(play.deps.stores.movements.byId(HP, movementId)).resolves.toMatchObject({ version: 1 });
    await issue(commune, opened.workId);
    expect(texts.get('ke-hoach-dieu-chinh')).toMatch(/trước ngày 05\/11.*trước ngày 25\/10/u);
    const { versions } = await play.call('gp.chuyenvien', 'movementVersions', { params: { id: movementId } });
    expect(versions.map((one) => [one.version, one.changes.length])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it('lets a body off, and closes before its final review only for a reason its signer agrees to', async () => {
    const open = (await works('unit-plan')).filter((one) => one.status === 'open');
    await play.call('gp.chuyenvien', 'exemptRecipient', { params: { id: open[0]?.id ?? '' }, body: { reason: 'Sáp nhập trong tháng' } });
    await play.work();
    await expect(play.deps.stores.works.byId(HP, open[0]?.id ?? '')).resolves.toMatchObject({ status: 'canceled' });
    await expect(play.call('gp.chuyenvien', 'closeMovement', { params: { id: movementId }, body: { reason: null } })).rejects.toMatchObject(
      {
        code: 'closing-needs-reason',
      },
    );
    const { workId } = await play.call('gp.chuyenvien', 'closeMovement', {
      params: { id: movementId },
      body: { reason: 'Thành phố dừng phong trào' },
    });
    await play.work();
    await play.does('gp.chutich', 'Cho ý kiến kết thúc phong trào khi chưa tổng kết', workId, { outcome: 'agree' });
    await expect(play.deps.stores.movements.byId(HP, movementId)).resolves.toMatchObject({ state: 'closed' });
    expect((await works('unit-plan')).filter((one) => one.status === 'open')).toEqual([]);
    const [left] = await play.rows<{ n: string }>(
      `select count(*) as n from task t join movement_work w on w.province_id = t.province_id and w.instance_id = t.instance_id
       where w.movement_id = $1 and t.status = 'open'`,
      [movementId],
    );
    expect(left?.n).toBe('0');
  });
});

function theirs(): Movement {
  const read = readMovement(readFileSync(join(ROOT, 'workflows/movements/gp-dmst-cds-2025-2030.yaml'), 'utf8'));
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
