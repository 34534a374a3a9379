import type { JsonObject } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received } from '../../../../test/harness/round-story';
import { takeNumber } from '../papers/take-numbers';
import { dayOf } from '@thidua/kernel';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const CORRECTION = [{ place: 'Dòng số 1', printed: 'Trường Mầm non', right: 'Trường Tiểu học' }];

jest.setTimeout(60_000);

describe('after a paper was issued', () => {
  let play: RoundPlay;
  let roundId: string;
  let dossierId: string;
  let decision: string;
  let decisionId: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    ({ roundId, dossierId } = await received(play, 'gp.mn', [{ name: 'Được Khen', award: 'GK_XA' }]));
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    const [paper] = await play.rows<{ id: string; decision: string }>(
      `select id, decision_id as decision from paper where kind = 'quyet-dinh' and round_id = $1`,
      [roundId],
    );
    [decision, decisionId] = [paper?.id ?? '', paper?.decision ?? ''];
    const [row] = await play.rows<{ id: string }>('select id from nominee_row where dossier_id = $1', [dossierId]);
    await play.rows(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, row_id, round_id, decision_id)
       select province_id, gen_random_uuid(), org_id, 'giay-khen', 'giay-khen:x', 'Giấy khen: Được Khen', 'issued', 'h', '1', 'certificate-token-of-test', now(), $2, round_id, decision_id
       from paper where id = $1`,
      [decision, row?.id],
    );
  }, 120_000);
  afterAll(() => play.close());

  const ask = (paperId: string, body: JsonObject, username = 'gp.vanthu'): Promise<{ changeId: string }> =>
    play.call(username, 'changePaper', { params: { id: paperId }, body: { reason: 'Sai tên đơn vị.', ...body } });
  const asked = async (paperId: string, body: JsonObject): Promise<void> => {
    await ask(paperId, body);
    await play.work();
  };
  const changes = (paperId: string, username = 'gp.vanthu'): ReturnType<typeof read> => read(paperId, username);
  async function read(paperId: string, username: string) {
    return play.call(username, 'paperChanges', { params: { id: paperId } });
  }
  const paperRow = async (id: string): Promise<{ state: string; number: string | null; hash: string } | undefined> =>
    (
      await play.rows<{ state: string; number: string | null; hash: string }>(
        'select state, number_text as number, data_hash as hash from paper where id = $1',
        [id],
      )
    )[0];

  describe('nothing opens a numbered step again', () => {
    it('not its signature, its number, its draft nor its file', async () => {
      const before = await paperRow(decision);
      const { papers } = play.deps.stores;
      const nowMs = play.deps.clock.nowMs();
      const [clerk] = (await play.actor('gp.vanthu')).positions;
      const by = { mode: 'digital', positionId: clerk?.id ?? '', personId: clerk?.id ?? '', decisionId: null, atMs: nowMs } as const;
      const file = { sha256: 'x', docxSha256: null, pages: 1, templateVersion: '1', issued: true, atMs: nowMs };
      await play.deps.database.inTransaction(async (tx) => {
        expect(await papers.sign(tx, HP, decision, by)).toBe(false);
        expect(await papers.number(tx, HP, decision, { n: 9, text: '09/QĐ-UBND', date: '2026-03-02' })).toBe(false);
        await papers.keepDraft(tx, HP, decision, file);
        await papers.keepFinal(tx, HP, decision, { ...file, finalHash: null });
      });
      expect(await paperRow(decision)).toEqual(before);
    });

    it('not a second number, which would be a second line in the register', async () => {
      const paper = await play.deps.stores.papers.byId(HP, decision);
      const nowMs = play.deps.clock.nowMs();
      if (paper === undefined) {
        throw new Error('the decision was issued above');
      }
      const numbering = { provinceId: HP, paper, takenBy: paper.signerPosition ?? '', today: dayOf(nowMs), nowMs };
      await expect(play.deps.database.inTransaction((tx) => takeNumber(play.deps, tx, numbering))).rejects.toThrow('number_register_paper');
    });

    it('not a completed task', async () => {
      const [task] = await play.rows<{ id: string; version: number }>(
        `select id, version from task where name = 'Ký quyết định khen thưởng' and round_id = $1 and status = 'completed'`,
        [roundId],
      );
      const told = {
        params: { id: task?.id ?? '' },
        body: { version: task?.version ?? 0, data: { outcome: 'send-back', reason: 'Xem lại.' } },
      };
      await expect(play.call('gp.chutich', 'completeTask', told)).rejects.toMatchObject({ code: 'task-not-open' });
    });

    it('not a line withdrawn from the register once the paper has left the house', async () => {
      const cancel = play.call('gp.vanthu', 'cancelNumber', { params: { id: decision }, body: { reason: 'Cấp nhầm số.' } });
      await expect(cancel).rejects.toMatchObject({ code: 'change-not-possible', details: { reason: 'already-issued' } });
    });

    it('and an award decision is not cancelled as a paper: only by the decider, on a ground of R-23', async () => {
      await expect(ask(decision, { action: 'cancel' })).rejects.toMatchObject({
        code: 'change-not-possible',
        details: { reason: 'award-decision' },
      });
    });
  });

  it('is changed by nobody but the body that issued it', async () => {
    await expect(ask(decision, { action: 'copy' }, 'gp.mn.vanthu')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ask(decision, { action: 'copy' }, 'mt.vanthu')).rejects.toMatchObject({ code: 'not-found' });
    expect((await changes(decision, 'gp.mn.vanthu')).may.every((one) => one.whyNot !== null)).toBe(true);
  });

  it('is corrected in its content by a decision of the same decider, with a number of its own', async () => {
    await expect(ask(decision, { action: 'correct-content' })).rejects.toMatchObject({ code: 'request-invalid' });
    await asked(decision, { action: 'correct-content', corrections: CORRECTION });
    await expect(ask(decision, { action: 'correct-content', corrections: CORRECTION })).rejects.toMatchObject({
      details: { reason: 'under-way' },
    });
    await play.does('gp.chutich', 'Ký văn bản đính chính, hủy bỏ, sao y', roundId, { outcome: 'send-back', reason: 'Ghi rõ dòng.' });
    await play.does('gp.chuyenvien', 'Hoàn thiện văn bản', roundId, { note: 'Đã ghi rõ.' });
    await play.does('gp.chutich', 'Ký văn bản đính chính, hủy bỏ, sao y', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số văn bản', roundId, { mode: 'own' });
    expect(await changes(decision)).toMatchObject({
      changes: [{ action: 'correct-content', status: 'done', made: { numberText: '02/QĐ-UBND' } }],
      marks: [{ kind: 'corrected', numberText: '02/QĐ-UBND' }],
    });
    expect(await paperRow(decision)).toMatchObject({ state: 'issued', number: '01/QĐ-UBND' });
  });

  it('is corrected in its form by an official letter', async () => {
    await asked(decision, { action: 'correct-form', corrections: CORRECTION, to: ['Trường Mầm non Gia Phúc'] });
    await play.does('gp.chutich', 'Ký văn bản đính chính, hủy bỏ, sao y', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số văn bản', roundId, { mode: 'own' });
    expect((await changes(decision)).changes.at(-1)).toMatchObject({ status: 'done', made: { numberText: '01/UBND-TĐKT' } });
  });

  it('is copied by the records clerk, in a series of its own, and the first paper says nothing of it', async () => {
    await asked(decision, { action: 'copy', copies: 3, purpose: 'bổ sung hồ sơ' });
    await play.does('gp.vanthu', 'Ký văn bản đính chính, hủy bỏ, sao y', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số văn bản', roundId, { mode: 'own' });
    const { changes: all, marks } = await changes(decision);
    expect(all.at(-1)).toMatchObject({ action: 'copy', made: { numberText: '01/SY-UBND' } });
    expect(marks.map((mark) => mark.kind)).toEqual(['corrected', 'corrected']);
  });

  it('is issued again as a certificate without a new number, and falls with its decision like the first', async () => {
    const [certificate] = await play.rows<{ id: string }>(`select id from paper where kind = 'giay-khen'`);
    await expect(ask(decision, { action: 'replace' })).rejects.toMatchObject({ details: { reason: 'not-a-certificate' } });
    await asked(certificate?.id ?? '', { action: 'replace', reason: 'Giấy khen bị ướt, rách.' });
    await play.does('gp.chutich', 'Ký giấy chứng nhận cấp lại', roundId, SIGN);
    const [again] = await play.rows<{ number: string | null; decision: string; title: string; state: string }>(
      `select number_text as number, decision_id as decision, title, state from paper where kind = 'giay-cap-lai'`,
    );
    expect(again).toEqual({ number: null, decision: decisionId, title: 'Cấp lại: Giấy khen: Được Khen', state: 'issued' });
    expect(await play.call('gp.vanthu', 'verifyPaper', { params: { token: 'certificate-token-of-test' } })).toMatchObject({
      status: 'replaced',
      decision: { numberText: '01/QĐ-UBND' },
    });
  });

  it('stays as it is when the signer refuses, with his reason', async () => {
    const [submission] = await play.rows<{ id: string }>(`select id from paper where kind = 'to-trinh' and dossier_id = $1`, [dossierId]);
    const id = submission?.id ?? '';
    await play.call('gp.mn.vanthu', 'changePaper', { params: { id }, body: { action: 'cancel', reason: 'Trùng tờ trình.' } });
    await play.work();
    await play.does('gp.mn.thutruong', 'Ký văn bản đính chính, hủy bỏ, sao y', dossierId, { outcome: 'refuse', reason: 'Không trùng.' });
    expect((await changes(id, 'gp.mn.vanthu')).changes).toMatchObject([{ status: 'refused', refusal: 'Không trùng.' }]);
    expect(await paperRow(id)).toMatchObject({ state: 'issued' });
  });

  it('is cancelled by its own body: the line in the register stays, and its number is never given again', async () => {
    const [submission] = await play.rows<{ id: string; number: string }>(
      `select id, number_text as number from paper where kind = 'to-trinh' and dossier_id = $1`,
      [dossierId],
    );
    const id = submission?.id ?? '';
    await play.call('gp.mn.vanthu', 'changePaper', { params: { id }, body: { action: 'cancel', reason: 'Ban hành nhầm.' } });
    await play.work();
    await play.does('gp.mn.thutruong', 'Ký văn bản đính chính, hủy bỏ, sao y', dossierId, SIGN);
    await play.does('gp.mn.vanthu', 'Cấp số văn bản', dossierId, { mode: 'own' });
    expect(await paperRow(id)).toMatchObject({ state: 'canceled', number: submission?.number });
    const [line] = await play.rows<{ text: string; reason: string; canceled: boolean }>(
      `select number_text as text, cancel_reason as reason, canceled_at is not null as canceled from number_register where paper_id = $1`,
      [id],
    );
    expect(line).toEqual({ text: submission?.number, reason: 'Ban hành nhầm.', canceled: true });
    const reuse = play.rows(
      `insert into number_register (province_id, series_id, n, number_text, date, paper_id, taken_at, taken_by)
       select province_id, series_id, n, number_text, date, gen_random_uuid(), now(), taken_by from number_register where paper_id = $1`,
      [id],
    );
    await expect(reuse).rejects.toThrow('number_register');
    expect((await changes(id, 'gp.mn.vanthu')).may.filter((one) => one.whyNot === null)).toEqual([]);
  });

  it('loses its number by a line in the register while it waits for its scan, and not later', async () => {
    const [org] = await play.rows<{ id: string; clerk: string }>(
      `select o.id, p.id as clerk from org o join position p on p.org_id = o.id and p.role = 'records-clerk' where o.name = 'UBND xã Gia Phúc'`,
    );
    const [made] = await play.rows<{ id: string }>(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, signature_mode, signer_position, signed_at)
       values ($1, gen_random_uuid(), $2, 'to-trinh', 'to-trinh:hand', 'Tờ trình', 'signed', 'h', '1', 'hand-signed-token', now(), 'wet-ink', $3, now()) returning id`,
      [HP, org?.id, org?.clerk],
    );
    const id = made?.id ?? '';
    const paper = await play.deps.stores.papers.byId(HP, id);
    const nowMs = play.deps.clock.nowMs();
    if (paper === undefined) {
      throw new Error('the paper was made above');
    }
    const numbering = { provinceId: HP, paper, takenBy: org?.clerk ?? '', today: dayOf(nowMs), nowMs };
    const text = await play.deps.database.inTransaction((tx) => takeNumber(play.deps, tx, numbering));
    const cancel = (): Promise<unknown> => play.call('gp.vanthu', 'cancelNumber', { params: { id }, body: { reason: 'Ghi sai ngày.' } });
    await expect(cancel()).rejects.toMatchObject({ details: { reason: 'being-issued' } });
    await play.rows(`update paper set file_sha256 = 'printed' where id = $1`, [id]);
    await cancel();
    expect(await paperRow(id)).toMatchObject({ state: 'canceled', number: text });
    await expect(cancel()).rejects.toMatchObject({ details: { reason: 'canceled' } });
  });
});
