import { pdfWith } from '../../../../test/harness/attachment-files';
import { randomUUID } from 'node:crypto';
import { ROUTES, type DossierView, type FileAnswer, type TaskView, type TimelineEntry } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';

let harness: RoundPlay;

beforeAll(async () => {
  harness = await RoundPlay.open();
}, 60_000);
afterAll(() => harness.close());

const SCHOOL_CLERK = 'gp.thcs.nguoilap';
const DESK = 'gp.chuyenvien';
const WORK = 'Xây dựng kho học liệu số dùng chung cho toàn trường, được nhân rộng trong xã.';
const SCAN = { name: 'to-trinh.pdf', bytes: pdfWith({ text: 'to trinh' }) };

const orgOf = async (username: string): Promise<string> => (await harness.actor(username)).positions[0]?.orgId ?? '';
const refused = (code: string, details: JsonObject = {}): object =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as unknown }) as object;

function row(name: string, more: object = {}): object {
  return { kind: 'individual', name, title: 'Giáo viên', scope: 'inside', award: 'GK_XA', achievement: WORK, ...more };
}

async function body(unit: string, rows: readonly object[], more: object = {}): Promise<object> {
  return { orgId: await orgOf(unit), occasion: 'ad-hoc', year: 2026, title: 'Đề nghị tặng Giấy khen', rows, ...more };
}

async function launch(rows: readonly object[], more: object = {}, clerk = SCHOOL_CLERK): Promise<string> {
  return (await harness.call(clerk, 'launchDossier', { body: await body(clerk, rows, more) })).dossierId;
}

const view = (username: string, id: string): Promise<DossierView> => harness.call(username, 'dossier', { params: { id } });
const trail = async (username: string, id: string): Promise<TimelineEntry[]> =>
  (await harness.call(username, 'dossierTimeline', { params: { id } })).entries;

/** Tables with a row that holds the words, as text or inside a file. */
async function tablesWith(words: string): Promise<string[]> {
  const tables = await harness.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const hex = Buffer.from(words).toString('hex');
  const found: string[] = [];
  for (const { name } of tables) {
    const [hit] = await harness.rows<{ n: number }>(
      `select count(*)::int as n from "${name}" x where x::text ilike '%' || $1 || '%' or x::text like '%' || $2 || '%'`,
      [words, hex],
    );
    if ((hit?.n ?? 0) > 0) {
      found.push(name);
    }
  }
  return found;
}

describe('the menu a body opens', () => {
  it('says who receives, who decides, until when, and why the rest is not on it', async () => {
    const query = { orgId: await orgOf(SCHOOL_CLERK), occasion: 'annual', year: 2025 };
    const menu = await harness.call(SCHOOL_CLERK, 'intakeMenu', { query });
    expect(menu).toMatchObject({ receiver: 'UBND xã Gia Phúc', desk: 'UBND xã Gia Phúc', mayDecideItself: true });
    const line = (code: string): object | undefined => menu.awards.find((one) => one.code === code);
    expect(line('CSTDCS')).toMatchObject({ decider: { ruleId: 'AU-05' }, due: { ruleId: 'T-16', on: '2026-03-30' }, refusal: null });
    expect(line('GK_UNIT')).toMatchObject({ refusal: { reason: 'head-decides', ruleId: 'AU-01' } });
    expect(line('COTINH')).toMatchObject({ ofCluster: true, due: null });
    const own = await harness.call(SCHOOL_CLERK, 'intakeMenu', { query: { ...query, route: 'own' } });
    expect(own).toMatchObject({ receiver: null, desk: null });
    expect(own.awards.filter((one) => one.refusal === null).map((one) => one.code)).toEqual(
      expect.arrayContaining(['LDTT', 'TTLDTT', 'CSTDCS', 'GK_UNIT']),
    );
  });

  it('is closed to strangers and for bodies there are not', async () => {
    const query = { orgId: await orgOf('gp.mn.nguoilap'), occasion: 'annual', year: 2025 };
    await expect(harness.call(SCHOOL_CLERK, 'intakeMenu', { query })).rejects.toEqual(refused('forbidden'));
    await expect(harness.call(SCHOOL_CLERK, 'intakeMenu', { query: { ...query, orgId: randomUUID() } })).rejects.toEqual(
      refused('not-found'),
    );
  });
});

describe('a nominee at launch', () => {
  it('brings type, period, truy tặng and what the proposal rests on', async () => {
    const person = (await harness.actor('gp.thcs.thutruong')).personId;
    const evidence = randomUUID();
    await harness.rows(
      `insert into initiative (province_id, id, person_id, name, year, kind, source, created_by, created_at)
       values ($1, $2, $3, 'Kho học liệu số', 2025, 'initiative', 'manual', $3, '2026-03-02')`,
      [HP, evidence, person],
    );
    const more = {
      posthumous: true,
      achievementFrom: '2025-01-01',
      achievementTo: '2025-12-31',
      evidence: [{ kind: 'initiative', id: evidence }],
    };
    const id = await launch([row('Ngô Văn Trung', { ...more, personId: person })]);
    expect((await view(SCHOOL_CLERK, id)).rows[0]).toMatchObject({ intake: { awardType: 'sudden', ...more } });
  });

  it.each([
    [{ achievementFrom: '2026-02-01', achievementTo: '2026-01-01' }, 'achievementTo'],
    [{ achievementTo: '2027-01-01' }, 'achievementTo'],
    [{ evidence: [{ kind: 'award', id: '018f0000-0000-7000-8000-00000000dead' }] }, 'evidence.0.id'],
    [{ subjectOrgId: '018f0000-0000-7000-8000-00000000dead' }, 'subjectOrgId'],
  ])('is refused field by field: %j', async (more, path) => {
    await expect(launch([row('Trần An', more)])).rejects.toMatchObject({
      code: 'request-invalid',
      details: { fields: [{ path: `rows.0.${path}` }] },
    });
  });

  it('goes the simplified way on a ground of the statute that fits its type, and the ground is kept', async () => {
    const id = await launch([row('Lê Cứu Người')], { simplified: 'life-or-property' });
    expect(await view(SCHOOL_CLERK, id)).toMatchObject({ intake: { procedure: 'simplified', ground: 'life-or-property' } });
    await expect(launch([row('Lê Cứu Người')], { simplified: 'service' })).rejects.toEqual(
      refused('simplified-ground', { ruleId: 'W-85', citation: 'Điều 85 Luật Thi đua, khen thưởng năm 2022', awardType: 'sudden' }),
    );
    const yearly = { simplified: 'found-by-head', occasion: 'annual', year: 2025 };
    await expect(launch([row('Lê Chăm', { award: 'LDTT' })], yearly)).rejects.toEqual(
      refused('simplified-ground', { award: 'LDTT', ruleId: 'R-14' }),
    );
  });

  it('for the flag of the province stands on the vote of its cluster', async () => {
    const flag = (subjectOrgId: string): object => row('Tập thể', { kind: 'collective', award: 'COTINH', subjectOrgId });
    const yearly = { occasion: 'annual', year: 2025 };
    const [leader, other] = [await orgOf(SCHOOL_CLERK), await orgOf('gp.mn.nguoilap')];
    await expect(launch([flag(other)], yearly)).rejects.toEqual(
      refused('award-not-on-menu', { reason: 'cluster-only', ruleId: 'AW-COTINH' }),
    );
    expect(await view(SCHOOL_CLERK, await launch([flag(leader)], yearly))).toMatchObject({ rowCount: 1 });
  });

  it('of a unit whose head decides goes no further than the unit', async () => {
    const asked = await body(SCHOOL_CLERK, [row('Trần Nội Bộ', { award: 'GK_UNIT', awardType: 'merit' })], {
      route: 'own',
      occasion: 'annual',
      year: 2025,
    });
    const { dossierId } = await harness.call(SCHOOL_CLERK, 'launchDossier', { body: asked });
    const [kept] = await harness.rows('select route, receiver_org_id as receiver from dossier where id = $1', [dossierId]);
    expect(kept).toEqual({ route: 'own', receiver: null });
    const thon = await body('gp.thon.nguoilap', [row('Trần Thôn', { award: 'GK_UNIT' })], { route: 'own' });
    await expect(harness.call('gp.thon.nguoilap', 'launchDossier', { body: thon })).rejects.toEqual(
      refused('award-not-on-menu', { reason: 'no-legal-person' }),
    );
  });

  it('is launched once, however often the button is pressed', async () => {
    const key = randomUUID();
    const asked = await body(SCHOOL_CLERK, [row('Bấm Hai Lần')]);
    const [first, second] = await Promise.all([
      harness.call(SCHOOL_CLERK, 'launchDossier', { body: asked, key }),
      harness.call(SCHOOL_CLERK, 'launchDossier', { body: asked, key }),
    ]);
    expect(second).toEqual(first);
  });
});

describe('last year’s dossier', () => {
  it('is the beginning of this year’s, without what each did', async () => {
    const id = await launch([row('Trần Chép Lại')]);
    const copy = await harness.call(SCHOOL_CLERK, 'dossierCopy', { params: { id } });
    expect(copy).toMatchObject({ year: 2026, rows: [{ name: 'Trần Chép Lại', award: 'GK_XA' }] });
    expect(JSON.stringify(copy)).not.toContain('học liệu');
  });
});

describe('a list from a sheet', () => {
  const HEAD = [
    'Họ và tên, tên tập thể',
    'Đối tượng (cá nhân, tập thể, hộ gia đình)',
    'Danh hiệu, hình thức đề nghị',
    'Tóm tắt thành tích',
    'Thành tích đến ngày',
  ];
  const read = async (rows: readonly (readonly (string | null)[])[], username = SCHOOL_CLERK) => {
    const columns = HEAD.map((title) => ({ title, type: 'text' as const }));
    const bytes = await harness.deps.sheets.write([{ name: 'Danh sách', columns, rows }]);
    const query = { orgId: await orgOf(SCHOOL_CLERK), occasion: 'annual', year: 2025 };
    return harness.call(username, 'readNomineeSheet', { query, file: { name: 'danh-sach.xlsx', bytes } });
  };

  it('is judged line by line, forty at a time, names in any normal form', async () => {
    const good = Array.from({ length: 37 }, (_one, index) => [`Nguyễn Văn Số ${String(index)}`, 'cá nhân', 'LDTT', WORK, '31/12/2025']);
    const { lines } = await read([
      ...good,
      ['Trường Mầm non Hoa Sen'.normalize('NFD'), 'tập thể', 'Tập thể lao động tiên tiến', WORK, null],
      ['Trần Sai', 'cá nhân', 'Cờ thi đua', WORK, null],
      ['Gia đình ông Ba', 'hộ gia đình', 'LDTT', 'ngắn', 'ngày mai'],
    ]);
    expect(lines).toHaveLength(40);
    expect(lines[0]).toMatchObject({
      line: 2,
      verdict: 'look',
      problems: [{ code: 'not-in-register' }],
      row: { award: 'LDTT', achievementTo: '2025-12-31' },
    });
    expect(lines[37]).toMatchObject({
      verdict: 'ok',
      name: 'Trường Mầm non Hoa Sen',
      row: { award: 'TTLDTT', subjectOrgId: await orgOf('gp.mn.nguoilap') },
    });
    expect(lines[38]).toMatchObject({ verdict: 'wrong', row: null, problems: [{ column: 'award', code: 'unknown-award' }] });
    expect(lines[39]).toMatchObject({ verdict: 'wrong', problems: [{ column: 'achievementTo', code: 'not-a-date' }] });
  });

  it('tells a name that stands there twice, and an award not on the menu with its row', async () => {
    const { lines } = await read([
      ['Phạm Hai Dòng', 'cá nhân', 'LDTT', WORK, null],
      ['Phạm Hai Dòng', 'cá nhân', 'LDTT', WORK, null],
      ['Phạm Hộ', 'hộ gia đình', 'LDTT', WORK, null],
    ]);
    expect(lines[1]?.problems.map((one) => one.code)).toContain('twice-in-sheet');
    expect(lines[2]).toMatchObject({ verdict: 'wrong', problems: [{ column: 'kind', code: 'nominee-kind', ruleId: 'AW-LDTT' }] });
  });

  it('is no sheet: another file, or one without the columns', async () => {
    const query = { orgId: await orgOf(SCHOOL_CLERK), occasion: 'annual', year: 2025 };
    await expect(harness.call(SCHOOL_CLERK, 'readNomineeSheet', { query, file: SCAN })).rejects.toEqual(refused('file-not-what-it-says'));
    const bytes = await harness.deps.sheets.write([{ name: 'Khác', columns: [{ title: 'Cột', type: 'text' }], rows: [['x']] }]);
    const strange = harness.call(SCHOOL_CLERK, 'readNomineeSheet', { query, file: { name: 'a.xlsx', bytes } });
    await expect(strange).rejects.toMatchObject({ code: 'sheet-unreadable' });
    await expect(read([], 'gp.mn.nguoilap')).rejects.toEqual(refused('forbidden'));
  });

  it('has a form whose own example is read', async () => {
    const form = (await harness.call(SCHOOL_CLERK, 'nomineeSheetForm')) as FileAnswer; // a route of bytes
    const query = { orgId: await orgOf(SCHOOL_CLERK), occasion: 'annual', year: 2025 };
    const { lines } = await harness.call(SCHOOL_CLERK, 'readNomineeSheet', { query, file: { name: form.fileName, bytes: form.bytes } });
    expect(lines).toMatchObject([{ name: 'Nguyễn Văn Mẫu', verdict: 'look' }]);
  });
});

describe('nhập thay', () => {
  async function entered(rows: readonly object[] = [row('Đỗ Thị Bản Giấy')], unit = 'gp.thon.nguoilap'): Promise<string> {
    const asked = { ...(await body(unit, rows)), deliveredOn: '2026-02-27' };
    return (await harness.call(DESK, 'enterPaperDossier', { body: asked })).dossierId;
  }
  const scan = (id: string, kind: string, username = DESK, file = SCAN): Promise<unknown> =>
    harness.call(username, 'uploadPaperPart', { params: { id }, query: { kind, number: '12/TTr', date: '2026-02-26' }, file });

  it('stands at the desk with its scans, is received by a second pair of eyes, and the unit sees it all', async () => {
    const id = await entered();
    await expect(harness.call(DESK, 'submitPaperDossier', { params: { id } })).rejects.toMatchObject({ code: 'supplement-missing' });
    const { missing } = await harness.call(DESK, 'paperEntry', { params: { id } });
    expect(missing).toEqual(expect.arrayContaining(['to-trinh']));
    for (const kind of missing) {
      await scan(id, kind);
    }
    await harness.call(DESK, 'submitPaperDossier', { params: { id } });
    await harness.work();
    const task = await harness.task(DESK, 'Tiếp nhận, kiểm tra thành phần hồ sơ', id);
    await expect(harness.complete(DESK, task, { outcome: 'accept' })).rejects.toEqual(refused('four-eyes', { reason: 'paper-entry' }));
    await expect(harness.call(DESK, 'checkPaperEntry', { params: { id } })).rejects.toEqual(refused('four-eyes'));
    await harness.call('gp.thuky', 'checkPaperEntry', { params: { id } });
    await harness.complete(DESK, task, { outcome: 'accept' });
    await harness.work();
    const seen = await view('gp.thon.nguoilap', id);
    expect(seen).toMatchObject({ status: 'accepted', stage: 'XA', intake: { enteredBy: 'UBND xã Gia Phúc' } });
    expect(seen.papers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'to-trinh', state: 'issued', numberText: '12/TTr' }),
        expect.objectContaining({ kind: 'giay-tiep-nhan' }),
      ]),
    );
    expect((await trail('gp.thon.nguoilap', id)).map((entry) => entry.text)).toEqual(
      expect.arrayContaining(['Nhập thay hồ sơ nộp bản giấy', 'Nộp bản giấy', 'Đối chiếu hồ sơ nhập thay với bản giấy']),
    );
    expect(await harness.call('gp.thuky', 'paperEntry', { params: { id } })).toMatchObject({
      missing: [],
      submitted: true,
      may: { check: false },
    });
  });

  it('offers the desk its own bodies, and nobody else any', async () => {
    const { units } = await harness.call(DESK, 'intakeUnits');
    expect(units[0]).toMatchObject({ name: 'UBND xã Gia Phúc', own: true });
    expect(units.map((one) => one.name)).toEqual(expect.arrayContaining(['Thôn Đông Hào', 'Trường Mầm non Hoa Sen']));
    expect(units.map((one) => one.name)).not.toContain('Trường Tiểu học Minh Tân');
    expect(await harness.call(SCHOOL_CLERK, 'intakeUnits')).toEqual({ units: [] });
  });

  it('proposes for residents who belong to no unit', async () => {
    const id = await entered([row('Ông Ba Nông Dân', { kind: 'household', title: '' })], DESK);
    await harness.call(DESK, 'submitPaperDossier', { params: { id } });
    await harness.work();
    expect(await view(DESK, id)).toMatchObject({ status: 'submitted', orgName: 'UBND xã Gia Phúc' });
  });

  it('keeps the figures of the minutes, and no more votes than people', async () => {
    const meeting = { invited: 10, present: 9, votes: [{ yes: 9, no: 0, blank: 0 }] };
    const asked = { ...(await body('gp.thon.nguoilap', [row('Có Biên Bản')])), deliveredOn: '2026-02-27', meeting };
    const { dossierId } = await harness.call(DESK, 'enterPaperDossier', { body: asked });
    const [kept] = await harness.rows('select details from nominee_row where dossier_id = $1', [dossierId]);
    expect(kept).toEqual({ details: { review: { yes: 9, no: 0, blank: 0, present: 9, invited: 10 } } });
    const wrong = { ...asked, meeting: { ...meeting, votes: [{ yes: 9, no: 1, blank: 0 }] } };
    await expect(harness.call(DESK, 'enterPaperDossier', { body: wrong })).rejects.toMatchObject({ code: 'request-invalid' });
    const tomorrow = { ...asked, deliveredOn: '2026-03-03' };
    await expect(harness.call(DESK, 'enterPaperDossier', { body: tomorrow })).rejects.toMatchObject({ code: 'request-invalid' });
  });

  it('is for the receiving desk alone, with real scans', async () => {
    const asked = { ...(await body('gp.thon.nguoilap', [row('Không Phải Việc')])), deliveredOn: '2026-02-27' };
    for (const username of ['gp.thon.nguoilap', 'gp.chutich', 'mt.chuyenvien']) {
      await expect(harness.call(username, 'enterPaperDossier', { body: asked })).rejects.toEqual(refused('forbidden'));
    }
    const id = await entered();
    await expect(scan(id, 'to-trinh', DESK, { name: 'a.pdf', bytes: Buffer.from('MZ not a pdf') })).rejects.toEqual(
      refused('file-not-what-it-says'),
    );
    await expect(scan(id, 'to-trinh', 'gp.thuky')).rejects.toEqual(refused('forbidden'));
    await expect(scan(id, 'to-trinh', 'mt.chuyenvien')).rejects.toEqual(refused('not-found'));
    await harness.call('gp.thuky', 'checkPaperEntry', { params: { id } });
    await scan(id, 'to-trinh');
    expect(await harness.call('gp.thuky', 'paperEntry', { params: { id } })).toMatchObject({ checkedBy: null, may: { check: true } });
  });
});

describe('a one-time link', () => {
  async function linked(days = 7): Promise<{ id: string; rowId: string; token: string }> {
    const id = await launch([row('Phạm Tự Viết')]);
    const rowId = (await view(SCHOOL_CLERK, id)).rows[0]?.id ?? '';
    const { token } = await harness.call(SCHOOL_CLERK, 'createReportLink', { params: { id: rowId }, body: { days } });
    return { id, rowId, token };
  }
  const OWN = 'Tôi đã cùng tổ chuyên môn xây dựng 40 bài giảng số dùng chung.';
  const confirm = (token: string): Promise<unknown> =>
    harness.call(SCHOOL_CLERK, 'confirmNomineeReport', {
      params: { token },
      body: { achievement: OWN, achievementFrom: '2025-09-01', achievementTo: '2026-01-31', name: 'Phạm Tự Viết', agreed: true },
    });

  it('shows one report, takes the nominee’s own words once, and tells who confirmed', async () => {
    const { id, rowId, token } = await linked();
    expect(await harness.call(DESK, 'nomineeReport', { params: { token } })).toMatchObject({ name: 'Phạm Tự Viết', achievement: WORK });
    await confirm(token);
    await expect(confirm(token)).rejects.toEqual(refused('link-not-valid'));
    await expect(harness.call(DESK, 'nomineeReport', { params: { token } })).rejects.toEqual(refused('link-not-valid'));
    expect((await view(SCHOOL_CLERK, id)).rows[0]).toMatchObject({
      achievement: OWN,
      intake: { achievementFrom: '2025-09-01', achievementTo: '2026-01-31' },
    });
    const task = await harness.task(SCHOOL_CLERK, 'Hoàn thiện báo cáo thành tích', id);
    expect(task.values).toMatchObject({ rows: [{ achievement: OWN }] });
    const { links } = await harness.call(SCHOOL_CLERK, 'reportLinks', { params: { id: rowId } });
    expect(links).toMatchObject([{ state: 'used', signedName: 'Phạm Tự Viết' }]);
    expect(await trail(SCHOOL_CLERK, id)).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: 'Người được đề nghị xác nhận báo cáo thành tích', person: null })]),
    );
  });

  it('is kept by its hash alone', async () => {
    const { token } = await linked();
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(await tablesWith(token)).toEqual([]);
  });

  it('ends when it is taken back, when a new one is made, when its days are over and when the report is', async () => {
    const taken = await linked();
    await harness.call(SCHOOL_CLERK, 'revokeReportLinks', { params: { id: taken.rowId } });
    await expect(confirm(taken.token)).rejects.toEqual(refused('link-not-valid'));
    const old = await linked();
    const { token } = await harness.call(SCHOOL_CLERK, 'createReportLink', { params: { id: old.rowId }, body: { days: 1 } });
    await expect(confirm(old.token)).rejects.toEqual(refused('link-not-valid'));
    await harness.call(SCHOOL_CLERK, 'withdrawDossier', { params: { id: old.id }, body: { reason: 'Đơn vị rút hồ sơ' } });
    await harness.work();
    await expect(confirm(token)).rejects.toEqual(refused('link-not-valid'));
    const late = await linked(1);
    await harness.advance(86_400_000);
    await expect(confirm(late.token)).rejects.toEqual(refused('link-not-valid'));
    await expect(confirm('khong-co')).rejects.toEqual(refused('link-not-valid'));
  });

  it('is given by the unit alone', async () => {
    const { rowId } = await linked();
    for (const username of ['gp.mn.nguoilap', DESK]) {
      const asked = harness.call(username, 'createReportLink', { params: { id: rowId }, body: { days: 7 } });
      await expect(asked).rejects.toEqual(refused('not-found'));
    }
  });

  it('is not found by trying', async () => {
    const misses = await Promise.all(
      Array.from({ length: 80 }, () =>
        harness
          .call(DESK, 'nomineeReport', { params: { token: randomUUID() } })
          .catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error)),
      ),
    );
    expect(misses).toContain('too-many-attempts');
    const { token } = await linked();
    expect(await harness.call(DESK, 'nomineeReport', { params: { token } })).toMatchObject({ name: 'Phạm Tự Viết' });
  });
});

describe('a nominee from outside', () => {
  it('is without data until who manages them confirms, and is asked about once', async () => {
    const outsider = { managingBody: 'UBND xã An Khánh, tỉnh Thái Nguyên', address: 'Xã An Khánh' };
    const id = await launch([row('Người Ngoài', { scope: 'outside', outsider }), row('Không Rõ', { scope: 'outside' })]);
    expect((await view(SCHOOL_CLERK, id)).rows.map((one) => one.verdicts.find((line) => line.ruleId === 'L2022-83.1')?.verdict)).toEqual([
      'missing-data',
      'missing-data',
    ]);
    const rows = (await view(SCHOOL_CLERK, id)).rows;
    const [first, second] = [rows[0]?.id ?? '', rows[1]];
    await harness.call(SCHOOL_CLERK, 'setOutsider', {
      params: { id: second?.id ?? '' },
      body: { version: second?.version, managingBody: 'Công ty TNHH Bắc Hà', address: 'Hà Nội', taxCode: '0101234567' },
    });
    await expect(harness.call(DESK, 'askConfirmation', { params: { id: first } })).rejects.toMatchObject({ code: 'not-found' });
    const list = await harness.call(SCHOOL_CLERK, 'outsiders', { params: { id } });
    expect(list).toMatchObject({
      mayAsk: false,
      outsiders: [{ managingBody: outsider.managingBody }, { managingBody: 'Công ty TNHH Bắc Hà' }],
    });
  });
});

describe('a nominee from outside, at the commune', () => {
  /** Through the unit into a round of the commune. */
  async function inRound(rows: readonly object[]): Promise<{ id: string; roundId: string }> {
    const id = await launch(rows, {}, 'gp.mn.nguoilap');
    const entriesOf = (task: TaskView, add: object): JsonObject[] =>
      (task.values['rows'] as JsonObject[]).map((one) => ({ ...one, ...add }));
    await harness.does('gp.mn.nguoilap', 'Hoàn thiện báo cáo thành tích', id, (task) => ({ rows: entriesOf(task, {}) }));
    const meeting = { heldAt: '2026-02-27', place: 'Phòng họp', chair: 'A', secretary: 'B', invited: 10, present: 10, method: 'ballot' };
    const voted = { yes: 10, no: 0, blank: 0 };
    await harness.does('gp.mn.nguoilap', 'Ghi kết quả họp bình xét', id, (task) => ({ ...meeting, rows: entriesOf(task, voted) }));
    await harness.does('gp.mn.thutruong', 'Ký tờ trình', id, { outcome: 'sign', signatureMode: 'digital' });
    await harness.does('gp.mn.vanthu', 'Cấp số tờ trình', id, { mode: 'own' });
    await harness.does(DESK, 'Tiếp nhận, kiểm tra thành phần hồ sơ', id, { outcome: 'accept' });
    return { id, roundId: (await view(DESK, id)).roundIds[0] ?? '' };
  }

  it('comes before the council when the letter has been answered, and not before', async () => {
    const outsider = { managingBody: 'UBND xã An Khánh, tỉnh Thái Nguyên', address: 'Xã An Khánh' };
    const { id, roundId } = await inRound([row('Kỹ Sư Ngoài Tỉnh', { scope: 'outside', outsider })]);
    const rowId = (await view(DESK, id)).rows[0]?.id ?? '';
    await harness.does(DESK, 'Đóng nhận hồ sơ', roundId, {});
    const appraise = (): Promise<void> =>
      harness.does(DESK, 'Thẩm định hồ sơ', roundId, (task) => ({
        rows: (task.values['rows'] as JsonObject[]).map((one) => ({ ...one, verdict: 'met' })),
      }));
    await expect(appraise()).rejects.toEqual(refused('opinion-missing', { ruleId: 'L2022-83.1', names: 'Kỹ Sư Ngoài Tỉnh' }));
    await harness.call(DESK, 'askConfirmation', { params: { id: rowId } });
    await harness.work();
    await expect(harness.call(DESK, 'askConfirmation', { params: { id: rowId } })).rejects.toEqual(
      refused('state-conflict', { reason: 'already-asked' }),
    );
    const [asked] = (await harness.call(DESK, 'outsiders', { params: { id } })).outsiders;
    expect(asked).toMatchObject({ verdict: 'missing-data', answer: null, managingBody: outsider.managingBody });
    await expect(appraise()).rejects.toEqual(refused('opinion-awaited'));
    await harness.does('gp.chutich', 'Ký công văn xin ý kiến', roundId, { outcome: 'sign', signatureMode: 'digital' });
    await harness.does('gp.vanthu', 'Cấp số công văn xin ý kiến', roundId, { mode: 'own' });
    await harness.does(DESK, 'Trả lời, ghi nhận ý kiến', roundId, { answer: 'agree', numberText: '15/UBND-VX', date: '2026-03-02' });
    expect((await view(DESK, id)).rows[0]?.verdicts.find((line) => line.ruleId === 'L2022-83.1')).toMatchObject({ verdict: 'met' });
    await appraise();
    expect(await harness.call(DESK, 'round', { params: { id: roundId } })).toMatchObject({ status: 'council' });
  });
});

describe('a state secret', () => {
  const SECRET = 'Chiến công bí mật của đồng chí Nguyễn Văn Tuyệt Mật';

  it('is stopped before anything of it is kept, wherever it is tried', async () => {
    const asked = await body(SCHOOL_CLERK, [row(SECRET, { achievement: SECRET })], { title: SECRET, secrecy: 'toi-mat' });
    await expect(harness.call(SCHOOL_CLERK, 'launchDossier', { body: asked })).rejects.toEqual(
      refused('secret-paper-only', { secrecy: 'toi-mat' }),
    );
    const onPaper = { ...asked, deliveredOn: '2026-02-27' };
    await expect(harness.call(DESK, 'enterPaperDossier', { body: onPaper })).rejects.toEqual(refused('secret-paper-only'));
    const shape = ROUTES.numberSecretDossier.body;
    const number = { orgId: await orgOf(SCHOOL_CLERK), secrecy: 'mat', occasion: 'ad-hoc', year: 2026, shelf: 'TU-01' };
    expect(shape?.safeParse({ ...number, title: SECRET }).success).toBe(false);
    expect(shape?.safeParse({ ...number, shelf: SECRET }).success).toBe(false);
    expect(shape?.safeParse(number).success).toBe(true);
    expect(await tablesWith(SECRET)).toEqual([]);
    expect(await tablesWith('Tuyệt Mật')).toEqual([]);
  });

  it('is a number and a shelf, goes from hand to hand on paper, and ends', async () => {
    const orgId = await orgOf(SCHOOL_CLERK);
    const asked = { orgId, secrecy: 'tuyet-mat', occasion: 'ad-hoc', year: 2026, shelf: 'TU-01/N2' };
    const { dossierId: id, code } = await harness.call(SCHOOL_CLERK, 'numberSecretDossier', { body: asked });
    expect(code).toMatch(/^HP-GP-2026-\d{4}$/);
    expect(await view(SCHOOL_CLERK, id)).toMatchObject({
      title: '',
      rows: [],
      papers: [],
      instanceIds: [],
      intake: { secrecy: 'tuyet-mat', paperOnly: true },
    });
    const lists = await harness.call(SCHOOL_CLERK, 'dossiers');
    expect(lists.dossiers.find((one) => one.id === id)).toMatchObject({ code, title: '', rowCount: 0, awards: [] });
    await expect(view(DESK, id)).rejects.toMatchObject({ code: 'not-found' });
    const commune = await orgOf(DESK);
    await harness.call(SCHOOL_CLERK, 'moveSecretDossier', { params: { id }, body: { holderOrgId: commune, shelf: 'KET-3' } });
    await expect(harness.call(SCHOOL_CLERK, 'closeSecretDossier', { params: { id } })).rejects.toEqual(refused('forbidden'));
    const custody = await harness.call(DESK, 'custody', { params: { id } });
    expect(custody.lines.map(({ holder, shelf }) => `${holder}: ${shelf}`)).toEqual([
      'Trường Trung học cơ sở Gia Phúc: TU-01/N2',
      'UBND xã Gia Phúc: KET-3',
    ]);
    await harness.call(DESK, 'closeSecretDossier', { params: { id } });
    await expect(harness.call(DESK, 'closeSecretDossier', { params: { id } })).rejects.toEqual(refused('state-conflict'));
    expect(await harness.rows('select count(*)::int as n from process_instance where dossier_id = $1', [id])).toEqual([{ n: 0 }]);
  });

  it('cannot be given a name or a paper by any way into the tables', async () => {
    const orgId = await orgOf(SCHOOL_CLERK);
    const { dossierId } = await harness.call(SCHOOL_CLERK, 'numberSecretDossier', {
      body: { orgId, secrecy: 'mat', occasion: 'ad-hoc', year: 2026, shelf: 'A1' },
    });
    const name = harness.rows(
      `insert into nominee_row (province_id, id, dossier_id, seq, kind, name, search_name, title, scope, award, achievement, achievement_hash, stage, state)
       values ($1, $2, $3, 1, 'individual', 'X', 'x', '', 'inside', 'GK_XA', 'X', 'x', 'UNIT', 'open')`,
      [HP, randomUUID(), dossierId],
    );
    await expect(name).rejects.toThrow(/secret/);
    await expect(harness.rows(`update dossier set title = 'X' where id = $1`, [dossierId])).rejects.toThrow(/dossier_secret_on_paper/);
  });
});
