import { pdfWith } from '../../../../test/harness/attachment-files';
import { randomUUID } from 'node:crypto';
import type { DossierView, RowView, VerdictView } from '@thidua/contract';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { cancelAwardHistory } from './award-history';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received } from '../../../../test/harness/round-story';

jest.setTimeout(60_000);

const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const PAPER = { number: '125/QĐ-UBND', date: '2025-01-15', body: 'UBND thành phố Hải Phòng' };
const TEXT = 'Chủ trì số hóa hồ sơ một cửa, rút ngắn thời gian giải quyết thủ tục hành chính từ năm ngày còn hai ngày.';

/** Checks 19 to 22 of the acceptance list, through casework on PostgreSQL. */
describe('verdicts of a proposal', () => {
  let harness: RoundPlay;
  let person: string;
  let school: string;

  beforeAll(async () => {
    harness = await RoundPlay.open();
    const clerk = await harness.actor('gp.thcs.nguoilap');
    school = clerk.positions[0]?.orgId ?? '';
    person = (await harness.actor('gp.thcs.thutruong')).personId;
  }, 60_000);
  afterAll(() => harness.close());

  const launch = async (over: object, row: object, username = 'gp.thcs.nguoilap'): Promise<string> => {
    const orgId = (await harness.actor(username)).positions[0]?.orgId;
    const nominee = {
      ...{ kind: 'individual', name: 'Phạm Công Quân', title: 'Hiệu trưởng', personId: person, scope: 'inside', award: 'LDTT' },
      achievement: TEXT,
      ...row,
    };
    const body = { orgId, occasion: 'annual', year: 2025, title: 'Đề nghị khen thưởng', rows: [nominee], ...over };
    return (await harness.call(username, 'launchDossier', { body })).dossierId;
  };
  const view = (dossierId: string, username = 'gp.thcs.nguoilap'): Promise<DossierView> =>
    harness.call(username, 'dossier', { params: { id: dossierId } });
  const firstRow = async (dossierId: string, username?: string): Promise<RowView> => {
    const [row] = (await view(dossierId, username)).rows;
    if (row === undefined) {
      throw new Error(dossierId);
    }
    return row;
  };
  const verdict = async (dossierId: string, id: string): Promise<VerdictView | undefined> =>
    (await firstRow(dossierId)).verdicts.find((one) => one.criterionId === id);
  const tell = async (username: string, subject: string, fact: object): Promise<{ id: string; confirmed: boolean }> =>
    harness.call(username, 'addEvidence', { params: { id: subject }, body: { paper: PAPER, ...fact } });

  it('22. finds data missing for a year without a rating, and the verdict once the paper was confirmed, for every dossier', async () => {
    const dossierId = await launch({}, {});
    expect(await verdict(dossierId, 'E-01-a')).toMatchObject({ verdict: 'missing-data', missing: ['Xếp loại năm 2025'] });

    const { id, confirmed } = await tell('gp.thcs.nguoilap', person, { kind: 'rating', year: 2025, rating: 'done', maternity: false });
    expect(confirmed).toBe(false);
    expect((await verdict(dossierId, 'E-01-a'))?.verdict).toBe('missing-data');
    await harness.call('gp.chuyenvien', 'confirmEvidence', { params: { id }, body: { kind: 'rating' } });
    expect(await verdict(dossierId, 'E-01-a')).toMatchObject({ verdict: 'not-met', because: [{ kind: 'rating', id }] });
    const later = await launch({}, { award: 'CSTDCS' });
    expect((await verdict(later, 'E-02-b'))?.verdict).toBe('not-met');
    await harness.call('gp.chuyenvien', 'cancelEvidence', { params: { id }, body: { kind: 'rating', reason: 'Ghi nhầm xếp loại' } });
    expect((await verdict(dossierId, 'E-01-a'))?.verdict).toBe('missing-data');
  });

  it('has a fact confirmed by somebody else than who told it, and keeps strangers out', async () => {
    const stranger = harness.call('mt.chuyenvien', 'subjectEvidence', { params: { id: person } });
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' });
    const byHead = tell('gp.chutich', person, { kind: 'rating', year: 2020, rating: 'good', maternity: false });
    await expect(byHead).rejects.toMatchObject({ code: 'forbidden' });
    const { id } = await tell('gp.chuyenvien', person, { kind: 'rating', year: 2020, rating: 'good', maternity: false });
    const own = harness.call('gp.chuyenvien', 'confirmEvidence', { params: { id }, body: { kind: 'rating' } });
    await expect(own).rejects.toMatchObject({ code: 'four-eyes' });
    const twice = tell('gp.chuyenvien', person, { kind: 'rating', year: 2020, rating: 'good', maternity: false });
    await expect(twice).rejects.toMatchObject({ code: 'evidence-twice' });
    const nothing = tell('gp.chuyenvien', person, { kind: 'rating', year: 2019, rating: null, maternity: false });
    await expect(nothing).rejects.toMatchObject({ code: 'request-invalid' });
  });

  it('19. refuses a themed award named as the basis of a merit proposal, in the words of the decree', async () => {
    const { id } = await tell('gp.chuyenvien', person, { kind: 'award', award: 'BK_TINH', awardType: 'movement', year: 2024 });
    const check = await harness.call('gp.thcs.nguoilap', 'nomineeCheck', {
      body: {
        ...{ kind: 'individual', personId: person, name: 'Phạm Công Quân', award: 'CSTDCS', occasion: 'annual', year: 2025 },
        evidence: [{ kind: 'award', id }],
      },
    });
    const finding = check.verdicts.find((one) => one.ruleId === 'R-03');
    expect(finding).toMatchObject({ verdict: 'not-met', because: [{ id }], overridable: false });
    expect(finding?.text).toContain('không dùng làm căn cứ (Đ4.3)');
    expect(check.history.map((one) => one.id)).toContain(id);

    const dossierId = await launch({}, { award: 'CSTDCS', evidence: [{ kind: 'award', id }] });
    expect((await verdict(dossierId, 'R-03'))?.verdict).toBe('not-met');
    await harness.call('gp.chuyenvien', 'cancelEvidence', { params: { id }, body: { kind: 'award', reason: 'Dữ liệu thử' } });
  });

  it('20. warns of the same achievement in another commune with its dossier, and takes a reason', async () => {
    const elsewhere = await launch({ occasion: 'ad-hoc' }, { award: 'GK_XA', name: 'Lê Thị Trùng', personId: undefined }, 'mt.th.nguoilap');
    const code = (await view(elsewhere, 'mt.th.nguoilap')).code;
    const { dossierId } = await received(harness, 'gp.mn', [{ name: 'Lê Thị Trùng', award: 'GK_XA' }]);
    await harness.rows(
      'update nominee_row set achievement = $2, achievement_hash = (select achievement_hash from nominee_row where dossier_id = $3) where dossier_id = $1',
      [dossierId, TEXT, elsewhere],
    );

    const row = await firstRow(dossierId, 'gp.chuyenvien');
    const warning = row.verdicts.find((one) => one.ruleId === 'R-02');
    expect(warning).toMatchObject({ verdict: 'not-met', because: [{ kind: 'dossier', id: elsewhere }], overridable: true, override: null });
    expect(warning?.because?.[0]?.text).toContain(code);

    const override = (username: string, body: object): Promise<unknown> =>
      harness.call(username, 'overrideVerdict', {
        params: { id: row.id },
        body: { version: row.version, reason: 'Hai việc khác nhau, đã đối chiếu.', ...body },
      });
    await expect(override('gp.mn.nguoilap', { ruleId: 'R-02' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(override('gp.chuyenvien', { ruleId: 'R-04' })).rejects.toMatchObject({ code: 'verdict-stands' });
    await override('gp.chuyenvien', { ruleId: 'R-02' });
    const after = (await firstRow(dossierId, 'gp.chuyenvien')).verdicts.find((one) => one.ruleId === 'R-02');
    expect(after).toMatchObject({ verdict: 'not-met', override: { reason: 'Hai việc khác nhau, đã đối chiếu.' } });
    const trail = await harness.rows<{ facts: object }>(`select facts from audit where action = 'verdict-overridden' and subject_id = $1`, [
      dossierId,
    ]);
    expect(trail).toHaveLength(1);

    const third = await launch({ occasion: 'ad-hoc' }, { award: 'GK_XA', name: 'Lê Thị Trùng', personId: undefined }, 'mt.yt.nguoilap');
    const again = (await firstRow(dossierId, 'gp.chuyenvien')).verdicts.find((one) => one.ruleId === 'R-02');
    expect(again).toMatchObject({ override: null, because: [{ id: elsewhere }, { id: third }] });
  });

  it('20. finds the same achievement twice inside one dossier', async () => {
    const rows = [0, 1].map(() => ({
      kind: 'individual',
      name: 'Đỗ Hai Lần',
      title: 'Giáo viên',
      scope: 'inside',
      award: 'GK_XA',
      achievement: TEXT,
    }));
    const dossierId = await launch({ occasion: 'ad-hoc', rows }, {});
    expect(await verdict(dossierId, 'R-02')).toMatchObject({ verdict: 'not-met', because: [{ id: dossierId }] });
  });

  it('21. tells a hold as a finding that no reason sets aside, and forgets it when it is released', async () => {
    const dossierId = await launch({}, {});
    const row = await firstRow(dossierId);
    await harness.rows(`update nominee_row set state = 'held', reason = 'Đang xem xét kỷ luật' where id = $1`, [row.id]);
    expect(await verdict(dossierId, 'R-04')).toMatchObject({
      verdict: 'not-met',
      because: [{ text: 'Đang xem xét kỷ luật' }],
      overridable: false,
    });
    expect((await firstRow(dossierId)).overall).toBe('not-met');
    await harness.rows(`update nominee_row set state = 'open', reason = null where id = $1`, [row.id]);
    expect((await verdict(dossierId, 'R-04'))?.verdict).toBe('met');
  });

  it('shows the appraiser the verdicts of every row of the round', async () => {
    const { roundId } = await received(harness, 'gp.ck', [{ name: 'Nguyễn Cơ Khí', award: 'GK_XA' }]);
    await harness.does('gp.chuyenvien', 'Đóng nhận hồ sơ', roundId, {});
    const task = await harness.task('gp.chuyenvien', 'Thẩm định hồ sơ', roundId);
    const verdicts = task.context['verdicts'] as Record<string, { verdict: string; verdicts: VerdictView[] }>;
    const [of] = Object.values(verdicts);
    expect(of?.verdicts.map((one) => one.criterionId)).toEqual(expect.arrayContaining(['E-13-a', 'E-13-c', 'R-02', 'R-04']));
    expect(of?.verdicts.find((one) => one.criterionId === 'E-13-a')).toMatchObject({ verdict: 'met', because: [{ kind: 'minutes' }] });
  });

  it('writes an awarded row into the register, and later dossiers and prospects find it', async () => {
    const subject = (await harness.actor('gp.ck.vanthu')).personId;
    const { dossierId, roundId } = await received(harness, 'gp.ck', [{ name: 'Người Được Khen', award: 'CSTDCS', personId: subject }], {
      occasion: 'annual',
      year: 2025,
    });
    await appraised(harness, COMMUNE, roundId);
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    const evidence = await harness.call('gp.chuyenvien', 'subjectEvidence', { params: { id: subject } });
    const [fact] = evidence.facts.filter((one) => one.kind === 'award');
    expect(fact).toMatchObject({ source: 'system', confirmed: true, mayCancel: false, year: 2025 });
    expect(fact?.text).toContain('Chiến sĩ thi đua cơ sở năm 2025');
    const again = evidence.prospects.find((one) => one.award === 'CSTDCS' && one.year === 2025);
    expect(again).toMatchObject({
      verdict: 'not-met',
      failed: expect.arrayContaining([expect.objectContaining({ ruleId: 'R-12' })]) as unknown,
    });
    const three = evidence.prospects.find((one) => one.award === 'CSTDT' && one.year === 2025);
    expect(three?.missing).toEqual(expect.arrayContaining(['Chiến sĩ thi đua cơ sở năm 2023', 'Chiến sĩ thi đua cơ sở năm 2024']));
    expect(evidence.yearsWithoutRating).toEqual([2021, 2022, 2023, 2024, 2025]);

    const [row] = await harness.rows<{ id: string }>('select id from nominee_row where dossier_id = $1', [dossierId]);
    const ended = await harness.deps.database.inTransaction((tx) =>
      cancelAwardHistory(harness.deps, tx, { provinceId: HP, rowIds: [row?.id ?? randomUUID()], by: null, atMs: 0, reason: 'Hủy bỏ' }),
    );
    expect(ended).toBe(1);
  });

  it('20. finds one paper that is to prove the achievements of two people', async () => {
    const other = (await harness.actor('gp.thcs.vanthu')).personId;
    const fact = { kind: 'initiative', year: 2025, result: 'initiative', recognisedBy: 'commune' };
    const mine = await tell('gp.chuyenvien', person, { ...fact, name: 'Sáng kiến của hiệu trưởng' });
    const theirs = await tell('gp.chuyenvien', other, { ...fact, name: 'Sáng kiến của văn thư' });
    const scan = { name: 'cong-nhan.pdf', bytes: pdfWith({ text: 'cong nhan' }) };
    for (const { id } of [mine, theirs]) {
      await harness.call('gp.thcs.nguoilap', 'attachEvidence', { params: { id }, query: { kind: 'initiative' }, file: scan });
    }
    const again = { params: { id: mine.id }, query: { kind: 'initiative' }, file: scan };
    await expect(harness.call('gp.thcs.nguoilap', 'attachEvidence', again)).rejects.toMatchObject({ code: 'state-conflict' });
    await expect(harness.call('mt.chuyenvien', 'evidenceScan', again)).rejects.toMatchObject({ code: 'not-found' });

    const rest = {
      award: 'CSTDCS',
      evidence: [{ kind: 'initiative', id: mine.id }],
      achievement: 'Một việc của hiệu trưởng trong năm học.',
    };
    const first = await launch({}, rest);
    const second = await launch(
      {},
      {
        ...{ award: 'CSTDCS', name: 'Ngô Thị Thu Hiền', personId: other, evidence: [{ kind: 'initiative', id: theirs.id }] },
        achievement: 'Việc khác hẳn của văn thư nhà trường.',
      },
    );
    const finding = await verdict(second, 'R-02');
    expect(finding).toMatchObject({ verdict: 'not-met', because: [{ id: first }] });
    expect(finding?.because?.[0]?.text).toContain('cùng minh chứng');
  });

  it('spends an initiative once: on a title, then not on a form', async () => {
    const fact = { kind: 'initiative', year: 2025, name: 'Ngân hàng câu hỏi trực tuyến', result: 'initiative', recognisedBy: 'commune' };
    const { id } = await tell('gp.chuyenvien', person, fact);
    const title = await launch({}, { award: 'CSTDCS', evidence: [{ kind: 'initiative', id }], achievement: `${TEXT} Danh hiệu.` });
    expect(await verdict(title, 'E-02-c')).toMatchObject({ verdict: 'met', because: [{ id }] });
    const form = await launch(
      { occasion: 'ad-hoc' },
      { award: 'GK_XA', evidence: [{ kind: 'initiative', id }], achievement: 'Một thành tích khác hẳn về phong trào.' },
    );
    expect(await verdict(form, 'R-11')).toMatchObject({ verdict: 'not-met', because: [{ id }], overridable: true });
  });

  it('tells a collective its numbers, clusters and what is open to it', async () => {
    const told = await tell('gp.chuyenvien', school, {
      ...{ kind: 'collective', year: 2025, members: 20, women: 15, completed: 20, ldtt: 14, cstdcs: 1, disciplined: 0, directLabour: 18 },
      ...{ partyRating: 'excellent', massRating: null },
    });
    expect(told.confirmed).toBe(true);
    const wrong = tell('gp.chuyenvien', school, {
      ...{ kind: 'collective', year: 2024, members: 20, women: 21, completed: null, ldtt: null, cstdcs: null, disciplined: null },
      ...{ directLabour: null, partyRating: null, massRating: null },
    });
    await expect(wrong).rejects.toMatchObject({ code: 'request-invalid' });
    const evidence = await harness.call('gp.thcs.nguoilap', 'subjectEvidence', { params: { id: school } });
    expect(evidence.subject).toMatchObject({ kind: 'collective', name: 'Trường Trung học cơ sở Gia Phúc' });
    const advanced = evidence.prospects.find((one) => one.award === 'TTLDTT' && one.year === 2025);
    expect(advanced?.met.map((one) => one.ruleId)).toContain('E-05');
    expect(advanced?.missing).toContain('Xếp loại năm 2025');
    expect(evidence.may).toEqual({ add: true, confirm: false });
  });
});
