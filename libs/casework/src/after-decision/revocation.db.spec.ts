import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received } from '../../../../test/harness/round-story';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const CONCLUSION = {
  text: 'Giải pháp được khen do tập thể xây dựng, không phải của riêng cá nhân như đã kê khai.',
  number: '12/KL-TTr',
  date: '2026-03-02',
  body: 'Thanh tra thành phố Hải Phòng',
};

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

interface Awarded {
  readonly dossierId: string;
  readonly roundId: string;
  readonly decisionId: string;
  readonly rowIds: readonly string[];
}

/** Giấy khen of the commune for two people, decided and issued, each with a certificate. */
async function awarded(play: RoundPlay, unit: string, names: readonly string[]): Promise<Awarded> {
  const { dossierId, roundId } = await received(
    play,
    unit,
    names.map((name) => ({ name, award: 'GK_XA' })),
  );
  await appraised(play, COMMUNE, roundId);
  await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
  await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
  await play.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
  const rows = await play.rows<{ id: string; decision: string; org: string }>(
    `select n.id, n.decision_id as decision, d.org_id as org from nominee_row n join decision d on d.id = n.decision_id where n.dossier_id = $1 order by n.seq`,
    [dossierId],
  );
  for (const row of rows) {
    await play.rows(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, row_id, round_id, decision_id)
       values ($1, $2, $3, 'giay-khen', $4, 'Giấy khen', 'issued', 'h', '1', $5, now(), $6, $7, $8)`,
      [HP, randomUUID(), row.org, `giay-khen:${row.id}`, `certificate-${row.id}`, row.id, roundId, row.decision],
    );
  }
  // The first has been paid.
  await play.rows(
    `insert into fund_entry (province_id, id, org_id, year, kind, amount, decision_id, row_id, award, at)
     select province_id, gen_random_uuid(), org_id, year, 'pay', amount, decision_id, row_id, award, at from fund_entry
     where kind = 'commit' and row_id = $1`,
    [rows[0]?.id],
  );
  return { dossierId, roundId, decisionId: rows[0]?.decision ?? '', rowIds: rows.map((row) => row.id) };
}

describe('taking an award back', () => {
  let play: RoundPlay;
  let given: Awarded;

  beforeAll(async () => {
    play = await RoundPlay.open();
    given = await awarded(play, 'gp.ck', ['Kê Khai Sai', 'Khen Đúng']);
  }, 120_000);
  afterAll(() => play.close());

  const open = (username: string, rowIds: readonly string[], more: JsonObject = {}): Promise<{ revocationId: string; code: string }> =>
    play.call(username, 'openRevocation', {
      params: { id: given.decisionId },
      body: { rowIds, ground: 'false-declaration', conclusion: CONCLUSION, ...more },
    });
  const verified = (row: string): Promise<{ status: string }> =>
    play.call('gp.vanthu', 'verifyPaper', { params: { token: `certificate-${row}` } });
  const states = async (): Promise<readonly string[]> =>
    (await play.rows<{ state: string }>('select state from nominee_row where dossier_id = $1 order by seq', [given.dossierId])).map(
      (row) => row.state,
    );
  const view = (id: string): ReturnType<RoundPlay['call']> => play.call('gp.chuyenvien', 'revocation', { params: { id } });

  it('wants a ground, rows of the decision, and a conclusion not older than the decision', async () => {
    await expect(open('gp.chuyenvien', [randomUUID()])).rejects.toMatchObject({ code: 'not-found' });
    const early = { conclusion: { ...CONCLUSION, date: '2026-03-01' } };
    await expect(open('gp.chuyenvien', given.rowIds, early)).rejects.toMatchObject({
      code: 'revocation-not-possible',
      details: { reason: 'conclusion-before-decision' },
    });
    const future = { conclusion: { ...CONCLUSION, date: '2026-03-03' } };
    await expect(open('gp.chuyenvien', given.rowIds, future)).rejects.toMatchObject({ code: 'request-invalid' });
  });

  it('is not for another commune, nor for a council member', async () => {
    await expect(open('mt.chuyenvien', given.rowIds)).rejects.toMatchObject({ code: 'not-found' });
    await expect(open('gp.uyvien1', given.rowIds)).rejects.toMatchObject({ code: 'forbidden' });
  });

  describe('of one nominee', () => {
    let revocationId: string;

    beforeAll(async () => {
      ({ revocationId } = await open('gp.ck.thutruong', given.rowIds.slice(0, 1)));
      await play.work();
    });

    it('is proposed by the unit that had asked for the award, and by nobody twice', async () => {
      await expect(open('gp.chuyenvien', given.rowIds.slice(0, 1))).rejects.toMatchObject({ details: { reason: 'under-way' } });
      await play.does('gp.ck.thutruong', 'Ký tờ trình đề nghị hủy bỏ', given.roundId, SIGN);
      await play.does('gp.ck.vanthu', 'Cấp số tờ trình hủy bỏ', given.roundId, { mode: 'own' });
      expect(await view(revocationId)).toMatchObject({ status: 'deciding', ruleId: 'R-23', path: 'here' });
    });

    it('changes nothing before the decider has signed and the number is taken', async () => {
      expect(await states()).toEqual(['awarded', 'awarded']);
      expect(await verified(given.rowIds[0] ?? '')).toMatchObject({ status: 'in-force' });
    });

    it('is decided by whoever may give that award today, and by no other', async () => {
      const task = await play.task('gp.chutich', 'Ký quyết định hủy bỏ khen thưởng', given.roundId);
      await expect(play.complete('gp.chuyenvien', task, SIGN)).rejects.toMatchObject({ code: 'not-your-task' });
      await expect(play.complete('gp.chutich', task, { outcome: 'refuse' })).rejects.toMatchObject({ code: 'form-invalid' });
      await play.does('gp.chutich', 'Ký quyết định hủy bỏ khen thưởng', given.roundId, SIGN);
      const [row] = await play.rows<{ rule: string; role: string }>(
        'select authority_rule_id as rule, role from revoking_decision where revocation_id = $1',
        [revocationId],
      );
      expect(row).toEqual({ rule: 'AU-04', role: 'chair' });
      await play.does('gp.vanthu', 'Cấp số quyết định hủy bỏ', given.roundId, { mode: 'own' });
    });

    it('marks the row, its certificate and a part of the decision, and leaves the other nominee alone', async () => {
      expect(await states()).toEqual(['revoked', 'awarded']);
      expect(await verified(given.rowIds[0] ?? '')).toEqual({
        kind: 'certificate',
        name: 'Kê Khai Sai',
        awards: ['Giấy khen của Chủ tịch Ủy ban nhân dân xã'],
        decision: { numberText: '01/QĐ-UBND', date: '2026-03-02' },
        status: 'revoked',
      });
      expect(await verified(given.rowIds[1] ?? '')).toMatchObject({ status: 'in-force' });
      const [decision] = await play.rows<{ canceled: Date | null; kind: string; state: string }>(
        `select d.canceled_at as canceled, m.kind, p.state from decision d join paper p on p.id = d.paper_id join paper_mark m on m.paper_id = p.id where d.id = $1`,
        [given.decisionId],
      );
      expect(decision).toEqual({ canceled: null, kind: 'revoked-in-part', state: 'issued' });
    });

    it('gives fifteen working days to bring back items and money (T-24), in parts', async () => {
      expect(await view(revocationId)).toMatchObject({ status: 'recovering', recoverBy: '2026-03-23', rows: [{ moneyDue: 710_000 }] });
      const record = (kind: 'item' | 'money', amount: number): Promise<unknown> =>
        play.call('gp.chuyenvien', 'recordRecovery', {
          params: { id: revocationId },
          body: { rowId: given.rowIds[0], kind, amount, receivedOn: '2026-03-02', receipt: 'PT-01' },
        });
      await record('money', 300_000);
      const task = await play.task('gp.chuyenvien', 'Thu hồi hiện vật, tiền thưởng', given.roundId);
      await expect(play.complete('gp.chuyenvien', task, { outcome: 'complete' })).rejects.toMatchObject({
        code: 'recovery-incomplete',
        details: { rows: [{ moneyLeft: 410_000, itemLeft: true }] },
      });
      await expect(record('money', 500_000)).rejects.toMatchObject({ code: 'recovery-not-due' });
      await record('money', 410_000);
      await record('item', 0);
      await expect(record('item', 0)).rejects.toMatchObject({ code: 'recovery-not-due' });
    });

    it('ends when all is back and the revocation is public', async () => {
      await play.does('gp.chuyenvien', 'Công khai việc hủy bỏ, cập nhật sổ', given.roundId, {
        where: 'Cổng thông tin xã',
        date: '2026-03-02',
      });
      await play.does('gp.chuyenvien', 'Thu hồi hiện vật, tiền thưởng', given.roundId, { outcome: 'complete' });
      expect(await view(revocationId)).toMatchObject({
        status: 'recovered',
        publishedWhere: 'Cổng thông tin xã',
        publishedOn: '2026-03-02',
      });
    });

    it('cannot be done again on the same row', async () => {
      await expect(open('gp.chuyenvien', given.rowIds.slice(0, 1))).rejects.toMatchObject({ details: { reason: 'not-awarded' } });
    });
  });

  it('stands when the decider refuses, with his reason, and another case may follow', async () => {
    const { revocationId } = await open('gp.chuyenvien', given.rowIds.slice(1));
    await play.work();
    await play.does('gp.ck.thutruong', 'Ký tờ trình đề nghị hủy bỏ', given.roundId, SIGN);
    await play.does('gp.ck.vanthu', 'Cấp số tờ trình hủy bỏ', given.roundId, { mode: 'own' });
    await play.does('gp.chutich', 'Ký quyết định hủy bỏ khen thưởng', given.roundId, {
      outcome: 'refuse',
      reason: 'Kết luận không nêu người này.',
    });
    expect(await view(revocationId)).toMatchObject({ status: 'kept', refusal: 'Kết luận không nêu người này.' });
    expect(await states()).toEqual(['revoked', 'awarded']);
    expect(await open('gp.chuyenvien', given.rowIds.slice(1))).toMatchObject({ code: expect.stringMatching(/^HB-HP-2026-/) as string });
  });

  it('cancels the decision itself when no row of it stands any more', async () => {
    await play.work();
    await play.does('gp.ck.thutruong', 'Ký tờ trình đề nghị hủy bỏ', given.roundId, SIGN);
    await play.does('gp.ck.vanthu', 'Cấp số tờ trình hủy bỏ', given.roundId, { mode: 'own' });
    await play.does('gp.chutich', 'Ký quyết định hủy bỏ khen thưởng', given.roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số quyết định hủy bỏ', given.roundId, { mode: 'own' });
    const [decision] = await play.rows<{ canceled: boolean; state: string }>(
      `select d.canceled_at is not null as canceled, p.state from decision d join paper p on p.id = d.paper_id where d.id = $1`,
      [given.decisionId],
    );
    expect(decision).toEqual({ canceled: true, state: 'canceled' });
  });

  it('is not judged by the one whose own award it is while a deputy may (H-01)', async () => {
    const chair = await play.actor('gp.chutich');
    const { dossierId, roundId } = await received(play, 'gp.thcs', [
      { name: 'Chủ tịch', award: 'GK_XA', personId: chair.personId },
      { name: 'Khác', award: 'GK_XA' },
    ]);
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await play.does('gp.phochutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    const [row] = await play.rows<{ id: string; decision: string }>(
      'select id, decision_id as decision from nominee_row where dossier_id = $1 order by seq',
      [dossierId],
    );
    await play.call('gp.chuyenvien', 'openRevocation', {
      params: { id: row?.decision ?? '' },
      body: { rowIds: [row?.id], ground: 'false-declaration', conclusion: CONCLUSION },
    });
    await play.work();
    await play.does('gp.thcs.thutruong', 'Ký tờ trình đề nghị hủy bỏ', roundId, SIGN);
    await play.does('gp.thcs.vanthu', 'Cấp số tờ trình hủy bỏ', roundId, { mode: 'own' });
    const task = await play.task('gp.chutich', 'Ký quyết định hủy bỏ khen thưởng', roundId);
    for (const data of [SIGN, { outcome: 'refuse', reason: 'Không hủy bỏ.' }]) {
      await expect(play.complete('gp.chutich', task, data)).rejects.toMatchObject({ code: 'own-row', details: { ruleId: 'H-01' } });
    }
    await play.complete('gp.phochutich', task, SIGN);
  });

  it('is refused by the database itself to a post that may not give the award', async () => {
    const [lawful] = await play.rows<JsonObject>('select * from revoking_decision limit 1');
    const [clerk] = (await play.actor('gp.chuyenvien')).positions;
    const forged = { ...lawful, id: randomUUID(), position_id: clerk?.id ?? '', person_id: (await play.actor('gp.chuyenvien')).personId };
    const columns = Object.keys(forged);
    await expect(
      play.rows(
        `insert into revoking_decision (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
        Object.values(forged),
      ),
    ).rejects.toThrow('may not decide');
  });
});
