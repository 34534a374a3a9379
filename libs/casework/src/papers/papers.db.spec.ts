import { pdfWith } from '../../../../test/harness/attachment-files';
import { randomUUID } from 'node:crypto';
import { dayOf, type JsonObject } from '@thidua/kernel';
import { HP, madeFile, RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, elsewhere, received } from '../../../../test/harness/round-story';
import type { PaperPlan } from './paper-plan';
import { JobFenced, preparePapers } from './prepare-papers';
import { recordPapers } from './record-papers';
import { takeNumber } from './take-numbers';

const PDF = pdfWith({ text: 'scan' });

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

describe('papers', () => {
  let play: RoundPlay;
  let orgId: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    orgId = (await play.actor('mt.chuyenvien')).positions[0]?.orgId ?? '';
  }, 60_000);
  afterAll(() => play.close());

  /** A signed paper of UBND xã Minh Tân that no process knows. */
  async function signed(kind: string): Promise<string> {
    const [chair] = (await play.actor('mt.chutich')).positions;
    const id = randomUUID();
    await play.rows(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, signature_mode,
         signer_position, signed_at) values ($1, $2, $3, $4, $5, 'x', 'signed', 'h', '1', $5, now(), 'digital', $6, now())`,
      [HP, id, orgId, kind, `${kind}:${id}`, chair?.id],
    );
    return id;
  }

  async function number(paperId: string, external?: { number: string; date: string }, undo = false): Promise<string> {
    const paper = await play.deps.stores.papers.byId(HP, paperId);
    const [clerk] = (await play.actor('mt.vanthu')).positions;
    const nowMs = play.deps.clock.nowMs();
    return play.deps.database.inTransaction(async (tx) => {
      if (paper === undefined) {
        throw new Error('the paper was made above');
      }
      const numbering = { provinceId: HP, paper, takenBy: clerk?.id ?? '', today: dayOf(nowMs), nowMs };
      const text = await takeNumber(play.deps, tx, external === undefined ? numbering : { ...numbering, external });
      if (undo) {
        throw new Error('undone');
      }
      return text;
    });
  }

  it('take gapless numbers that are never given twice, whatever is undone meanwhile', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => signed('to-trinh')));
    const taken = await Promise.allSettled(ids.map((id, index) => number(id, undefined, index % 3 === 0)));
    const texts = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(texts.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `${String(n + 1).padStart(2, '0')}/TTr-UBND`));
    const [series] = await play.rows<{ n: number }>(`select n from series where org_id = $1 and document_type = 'TTr'`, [orgId]);
    expect(series?.n).toBe(20);
  });

  it('take a number of another system once in its body, type and year', async () => {
    const [one, two, three] = [await signed('quyet-dinh'), await signed('quyet-dinh'), await signed('quyet-dinh')];
    await elsewhere(play, 'mt', 'QĐ', 2025);
    expect(await number(one, { number: '100', date: '2026-03-02' })).toBe('100/QĐ-UBND');
    await expect(number(two, { number: '0100', date: '2026-03-01' })).rejects.toMatchObject({
      code: 'number-taken',
      details: { number: '100/QĐ-UBND', paperId: one, title: 'x', canceled: false },
    });
    expect(await number(three, { number: '100', date: '2025-12-31' })).toBe('100/QĐ-UBND');
  });

  it('take no number of ours where they come from another system, and none of its where they are ours', async () => {
    const [own, foreign] = [await signed('quyet-dinh'), await signed('to-trinh')];
    await expect(number(own)).rejects.toMatchObject({ code: 'number-source', details: { mode: 'external' } });
    await expect(number(foreign, { number: '900', date: '2026-03-02' })).rejects.toMatchObject({
      code: 'number-source',
      details: { mode: 'own' },
    });
  });

  it('are given one number only', async () => {
    const id = await signed('to-trinh');
    const twice = await Promise.allSettled([number(id), number(id)]);
    expect(twice.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const lines = await play.rows('select 1 from number_register where paper_id = $1', [id]);
    expect(lines).toHaveLength(1);
  });

  describe('of one job', () => {
    async function draftJob(): Promise<{ roundId: string; dossierId: string }> {
      const story = await received(play, 'mt.yt', [{ name: 'A', award: 'GK_XA' }]);
      await play.does('mt.chuyenvien', 'Đóng nhận hồ sơ', story.roundId, {});
      const task = await play.task('mt.chuyenvien', 'Thẩm định hồ sơ', story.roundId);
      const rows = task.values['rows'];
      const first = Array.isArray(rows) ? (rows[0] as { rowId: string }) : { rowId: '' };
      await play.complete('mt.chuyenvien', task, { rows: [{ rowId: first.rowId, verdict: 'met' }] });
      return story;
    }
    const plan = (roundId: string, text: string): PaperPlan => ({
      kind: 'phieu-tham-dinh',
      slot: `phieu-tham-dinh:${roundId}:${orgId}`,
      orgId,
      title: 'Phiếu thẩm định',
      data: { text },
      roundId,
      unconfirmed: ['V-10'],
    });
    const prepare = (job: Parameters<typeof preparePapers>[2], text: string): ReturnType<typeof preparePapers> =>
      play.deps.database.inTransaction((tx) => preparePapers(play.deps, tx, job, [plan(job.variables['round'] as string, text)]));

    it('are found again in their slot when it is done anew, with what is true then', async () => {
      const { roundId } = await draftJob();
      const job = await play.claim('make-papers', roundId);
      const [first] = await prepare(job, 'lần một');
      const [second] = await prepare(job, 'lần hai');
      expect(second?.paperId).toBe(first?.paperId);
      const [paper] = await play.rows<{ body: { data: object } }>(
        `select f.body from paper p join payload f on f.hash = p.data_hash where p.id = $1`,
        [first?.paperId],
      );
      expect(paper?.body.data).toEqual({ text: 'lần hai' });
    });

    it('are made beside what was issued, never over it', async () => {
      const { roundId } = await draftJob();
      const job = await play.claim('make-papers', roundId);
      const [first] = await prepare(job, 'một');
      await play.rows(`update paper set state = 'issued' where id = $1`, [first?.paperId]);
      const [second] = await prepare(job, 'hai');
      expect(second?.slot).toBe(`${first?.slot ?? ''}#2`);
      await play.rows(`update paper set state = 'issued' where id = $1`, [second?.paperId]);
      expect((await prepare(job, 'ba'))[0]?.slot).toBe(`${first?.slot ?? ''}#3`);
    });

    it('are not touched by a worker whose lease went to another', async () => {
      const { roundId } = await draftJob();
      const late = await play.claim('make-papers', roundId);
      const [paper] = await prepare(late, 'một');
      await play.rows(`update job set lease_until = clock_timestamp() - interval '1 second' where id = $1`, [late.id]);
      const now = await play.claim('make-papers', roundId);
      await expect(prepare(late, 'trễ')).rejects.toThrow(JobFenced);
      await expect(recordPapers(play.deps, late, [madeFile(paper?.paperId ?? '', 'draft', 'trễ')])).rejects.toThrow(JobFenced);
      const [before] = await play.rows('select draft_sha256 as sha from paper where id = $1', [paper?.paperId]);
      expect(before).toEqual({ sha: null });
      await recordPapers(play.deps, now, [madeFile(paper?.paperId ?? '', 'draft', 'đúng')]);
      await expect(recordPapers(play.deps, now, [])).rejects.toThrow(JobFenced);
      const done = await play.rows('select status from job where id = $1', [now.id]);
      expect(done).toEqual([{ status: 'done' }]);
    });
  });

  it('signed by hand wait for their scan, which must be what it says', async () => {
    const { roundId, dossierId } = await received(play, 'gp.mn', [{ name: 'A', award: 'GK_XA' }]);
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, { outcome: 'sign', signatureMode: 'wet-ink' });
    await elsewhere(play, 'gp', 'QĐ', 2026);
    const numbering = await play.task('gp.vanthu', 'Cấp số quyết định', roundId);
    expect(numbering.values).toMatchObject({ mode: 'external' });
    await expect(play.complete('gp.vanthu', numbering, { mode: 'own' })).rejects.toMatchObject({ code: 'number-source' });
    const wrongs: readonly JsonObject[] = [
      { mode: 'external', number: '100' },
      { mode: 'external', number: 'x', date: '2026-03-02' },
      { mode: 'external', number: '100', date: '2026-03-03' },
      { mode: 'external', number: '100, 101', date: '2026-03-02' },
    ];
    for (const wrong of wrongs) {
      await expect(play.complete('gp.vanthu', numbering, wrong)).rejects.toMatchObject({ code: 'number-invalid' });
    }
    await play.complete('gp.vanthu', numbering, { mode: 'external', number: '100', date: '2026-03-02' });
    await play.work();
    const clerk = await play.call('gp.vanthu', 'dossier', { params: { id: dossierId } });
    const decision = clerk.papers.find((paper) => paper.kind === 'quyet-dinh');
    expect(decision).toMatchObject({ state: 'numbered', ready: true, numberText: '100/QĐ-UBND' });
    const paperId = decision?.id ?? '';
    const upload = (username: string, bytes: Uint8Array): Promise<unknown> =>
      play.call(username, 'uploadScan', { params: { id: paperId }, file: { name: 'qd.pdf', bytes } });
    await expect(upload('gp.vanthu', Buffer.from('MZ not a scan'))).rejects.toMatchObject({ code: 'file-not-what-it-says' });
    await expect(upload('gp.chuyenvien', PDF)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(upload('mt.vanthu', PDF)).rejects.toMatchObject({ code: 'not-found' });
    const { check, sha256 } = (await upload('gp.vanthu', PDF)) as { sha256: string; check: object };
    expect(check).toMatchObject({ verdict: 'unsure', confirmedAt: null, uploadedBy: expect.any(String) as string });
    expect(await play.call('gp.vanthu', 'paper', { params: { id: paperId } })).toMatchObject({ state: 'numbered', mayUploadScan: true });

    const confirm = (username: string, body: object): Promise<unknown> =>
      play.call(username, 'confirmScan', { params: { id: paperId }, body });
    await expect(confirm('gp.chuyenvien', { scanSha256: sha256 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirm('mt.vanthu', { scanSha256: sha256 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(confirm('gp.vanthu', { scanSha256: 'khác' })).rejects.toMatchObject({ code: 'paper-state' });
    await expect(confirm('gp.vanthu', { scanSha256: sha256 })).rejects.toMatchObject({
      code: 'scan-needs-reason',
      details: { verdict: 'unsure' },
    });
    expect(await play.call('gp.vanthu', 'waitingScan', { params: { id: paperId } })).toMatchObject({ bytes: PDF });
    await confirm('gp.vanthu', { scanSha256: sha256, reason: 'Đã đối chiếu từng trang với bản in' });
    expect(await play.call('gp.vanthu', 'paper', { params: { id: paperId } })).toMatchObject({ state: 'issued', mayUploadScan: false });
    expect(await play.call('gp.vanthu', 'paperContent', { params: { id: paperId } })).toMatchObject({
      bytes: PDF,
      mime: 'application/pdf',
    });
    const trust = await play.call('gp.chuyenvien', 'paperTrust', { params: { id: paperId } });
    expect(trust).toMatchObject({ intact: true, hasPrint: true, mayConfirmScan: false });
    expect(trust.scan).toMatchObject({ reason: 'Đã đối chiếu từng trang với bản in', confirmedBy: trust.scan?.uploadedBy });
    const print = await play.call('gp.chuyenvien', 'paperPrint', { params: { id: paperId } });
    expect(Buffer.from((print as { bytes: Uint8Array }).bytes).toString()).toContain('%PDF-1.7 quyet-dinh');
    await expect(play.call('gp.chuyenvien', 'waitingScan', { params: { id: paperId } })).rejects.toMatchObject({ code: 'not-found' });
    await expect(upload('gp.vanthu', PDF)).rejects.toMatchObject({ code: 'paper-state' });
    await expect(confirm('gp.vanthu', { scanSha256: sha256, reason: 'Lần nữa' })).rejects.toMatchObject({ code: 'paper-state' });

    await play.rows(`update file set bytes = bytes || '\\x20'::bytea where sha256 = $1`, [sha256]);
    expect(await play.call('gp.chuyenvien', 'paperTrust', { params: { id: paperId } })).toMatchObject({ intact: false, signatures: [] });
  });

  it('are shown to the parties of their dossier or round, and are no business of the public unless they decide', async () => {
    const { dossierId, roundId } = await received(play, 'mt.th', [{ name: 'Nguyễn Văn Kín', award: 'GK_XA' }]);
    const [submission] = await play.rows<{ id: string; token: string }>(
      `select id, verify_token as token from paper where dossier_id = $1 and kind = 'to-trinh'`,
      [dossierId],
    );
    const see = (username: string): Promise<unknown> => play.call(username, 'paper', { params: { id: submission?.id ?? '' } });
    await expect(see('mt.chuyenvien')).resolves.toMatchObject({
      kind: 'to-trinh',
      state: 'issued',
      signer: { lines: ['THỦ TRƯỞNG ĐƠN VỊ'] },
    });
    await expect(see('mt.yt.nguoilap')).rejects.toMatchObject({ code: 'not-found' });
    await expect(see('gp.chuyenvien')).rejects.toMatchObject({ code: 'not-found' });
    await expect(play.call('mt.yt.nguoilap', 'verifyPaper', { params: { token: submission?.token ?? '' } })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(play.call('gp.chuyenvien', 'round', { params: { id: roundId } })).rejects.toMatchObject({ code: 'not-found' });
  });
});
