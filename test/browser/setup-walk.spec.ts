import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import type { LaunchProposal, MovementDetail, PackRows, PlanDraftView, SessionView, SetupProgress } from '@thidua/contract';
import { awaitClosed, roundOf } from '../../apps/cli/src/cases/finish';
import { Cast } from '../../apps/cli/src/people/cast';
import { collective, individual } from '../../apps/cli/src/people/nominees';
import { Session } from '../../apps/cli/src/session';
import { appraiseAndVote, communeBench, communeDecision, signAndNumberRound } from '../../apps/cli/src/steps/round';
import { launchAndSubmit, receive } from '../../apps/cli/src/steps/unit';
import { issuePaper, workOf } from '../../apps/cli/src/steps/works';
import { until } from '../../apps/cli/src/until';
import { makeDemoCertificate } from '../harness/certificates';
import { sheets } from '../harness/sheets';
import { SETUP_PASSWORD, fillFirst } from './hands/first-administrators';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { COMMUNES, PEOPLE, PREFIX, UNITS, WITHOUT_CLERK, filled, organisations, people, rosters } from './hands/province-sheets';

const PLAN = join(__dirname, '../../apps/cli/plans/000_8955408b60bb73bc.txt');
const PASSWORD = SETUP_PASSWORD;
const PROVINCE = 'UBND tỉnh Thái Nguyên';
const DEPARTMENT = 'Sở Nội vụ tỉnh Thái Nguyên';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface House {
  readonly url: string;
  readonly code: string;
  readonly stop: () => Promise<void>;
}

const test = base.extend<object, { house: House }>({
  house: [
    // Playwright wants the braces.
    async ({}, use) => {
      const hand = pathToFileURL(join(__dirname, 'hands', 'empty-house.mjs')).href;
      const { emptyHouse } = (await import(hand)) as { emptyHouse: () => Promise<House> }; // as its own comment says
      const house = await emptyHouse();
      await use(house);
      await house.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

test('từ trống đến quyết định đầu tiên: 60 xã, 600 đơn vị, 2.000 người nhập từ bảng tính', async ({ house, browser }) => {
  test.setTimeout(900_000);
  const context = await browser.newContext({ baseURL: house.url });
  const page = await context.newPage();
  const second = await test.step('mã cài đặt, tỉnh, hai quản trị viên', () => firstAdministrators(page, house));
  const admin = await Session.signIn(house.url, 'quantri1', PASSWORD);
  await test.step('cơ quan, đơn vị từ bảng tính', () => importBodies(page, admin));
  await test.step('nhân sự và Hội đồng từ bảng tính, còn thiếu văn thư ở 3 xã', () => importPeople(page, admin));
  await test.step('gói quy định: một người đề xuất, người kia xác nhận', () => confirmLaw(house, admin, second));
  const cast = await test.step('tài khoản nhận bằng mã, chứng thư số', () => activate(house, admin));
  await test.step('phong trào đầu tiên', () => firstMovement(cast, admin));
  await test.step('một hồ sơ được quyết định', () => decideOne(cast));
  await page.goto('/cai-dat/cac-buoc');
  await expect(page.getByText('Đã có 1 quyết định khen thưởng.')).toBeVisible();
  await expect(page.getByText('Đã có 1 phong trào.')).toBeVisible();
  await look(page, '98-cai-dat-xong');
  await context.close();
});

/** Answers the second administrator's code. */
async function firstAdministrators(page: Page, house: House): Promise<string> {
  await page.goto('/dang-nhap');
  await expect(page.getByRole('heading', { level: 1, name: 'Bắt đầu sử dụng Thi Đua' })).toBeVisible();
  await expectAccessible(page);
  await fillFirst(page, 'Thái Nguyên', house.code.toLowerCase());
  await look(page, '90-cai-dat-lan-dau');
  await page.getByRole('button', { name: 'Lập tỉnh, thành phố và hai quản trị viên' }).click();
  const made = page.getByRole('status').filter({ hasText: `Đã lập ${PROVINCE}` });
  const code = (await made.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()) ?? '';
  await look(page, '91-ma-quan-tri-vien-thu-hai');
  await page.getByRole('button', { name: 'Vào các bước cài đặt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt lần đầu' })).toBeVisible();
  await expect(page.getByText('còn thiếu Chủ tịch UBND ở UBND tỉnh, thành phố')).toBeVisible();
  await expectAccessible(page);
  await look(page, '92-cac-buoc-trong');
  return code;
}

async function bring(page: Page, title: RegExp, bytes: Buffer, rows: number): Promise<void> {
  const part = page.locator('details').filter({ has: page.getByText(title) });
  if ((await part.getAttribute('open')) === null) {
    await part.locator('summary').click();
  }
  await part.locator('input[type=file]').setInputFiles({ name: 'bang.xlsx', mimeType: XLSX, buffer: bytes });
  const button = part.getByRole('button', { name: `Nhập ${rows} dòng` });
  await expect(button).toBeEnabled({ timeout: 30_000 });
  await button.click();
  await expect(part.getByRole('status').filter({ hasText: 'Đã nhập' })).toBeVisible({ timeout: 60_000 });
}

const templateOf = (admin: Session, kind: string): Promise<Uint8Array> => admin.bytes('registerTemplate', { query: { kind } });

async function importBodies(page: Page, admin: Session): Promise<void> {
  const template = await templateOf(admin, 'organisations');
  const lines = organisations(PROVINCE);
  const wrong = await filled(template, [...lines.slice(0, 2), { ...lines[2], 'Cấp trên (mã hoặc tên)': 'UBND xã Không Có' }]);
  const part = page.locator('details').filter({ hasText: 'Nhập cơ quan, đơn vị từ bảng tính' });
  await part.locator('summary').click();
  await part.locator('input[type=file]').setInputFiles({ name: 'sai.xlsx', mimeType: XLSX, buffer: wrong });
  await expect(part.getByText('2 dòng mới, 0 dòng đã có, 1 dòng sai.')).toBeVisible();
  await expect(part.getByRole('row').filter({ hasText: 'Sai' })).toContainText('UBND xã Không Có');
  await expect(part.getByRole('button', { name: /^Nhập/ })).toBeDisabled();
  await look(page, '93-bang-co-dong-sai');
  await bring(page, /Nhập cơ quan, đơn vị/, await filled(template, lines), lines.length);
  await expect(page.getByText(`Đã có ${COMMUNES} xã, phường, đặc khu và ${UNITS} đơn vị.`)).toBeVisible();
}

async function importPeople(page: Page, admin: Session): Promise<void> {
  const { first, forgotten } = people(PROVINCE, DEPARTMENT);
  const template = await templateOf(admin, 'people');
  await bring(page, /Nhập nhân sự/, await filled(template, first), first.length);
  await expect(page.getByText(`còn thiếu văn thư ở ${WITHOUT_CLERK} xã, phường, đặc khu`)).toBeVisible();
  await expect(page.getByText(`còn thiếu Hội đồng Thi đua - Khen thưởng ở ${COMMUNES} xã`)).toBeVisible();
  await look(page, '94-con-thieu-van-thu');
  // Resumable: another day, another browser window.
  await page.goto('/quan-tri');
  await expectAccessible(page);
  await look(page, '95-quan-tri');
  await page.getByRole('link', { name: 'Các bước cài đặt' }).click();
  await bring(page, /Nhập nhân sự/, await filled(template, forgotten), forgotten.length);
  await expect(page.getByText('còn thiếu văn thư')).toHaveCount(0);
  const seats = rosters(PROVINCE, [...first, ...forgotten]);
  await bring(page, /Nhập thành viên Hội đồng/, await filled(await templateOf(admin, 'rosters'), seats), seats.length);
  await expect(page.getByText('Mỗi cơ quan đã có đủ người cho các bước của hồ sơ.')).toBeVisible();
  await expect(page.getByText(`Đã có ${PEOPLE + 2} người, ${PEOPLE + 2} tài khoản`)).toBeVisible();
  await expectAccessible(page);
  await look(page, '96-du-nguoi');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await look(page, '97-cac-buoc-dien-thoai');
  await page.setViewportSize({ width: 1366, height: 800 });
}

async function confirmLaw(house: House, first: Session, code: string): Promise<void> {
  await Session.anonymous(house.url).call('activateAccount', { body: { username: 'quantri2', code, password: PASSWORD } });
  const second = await Session.signIn(house.url, 'quantri2', PASSWORD);
  const before = await first.call<SetupProgress>('setupProgress');
  const pack = before.law.pack ?? '';
  const rowsOf = async (): Promise<PackRows['rows']> => (await first.call<PackRows>('packRows', { params: { pack } })).rows;
  const rowKeys = (await rowsOf())
    .filter(({ confirmed }) => !confirmed)
    .slice(0, 2)
    .map(({ key }) => key);
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
  const { sha256: fileSha256 } = await first.call<{ sha256: string }>('uploadLawFile', {
    file: { name: 'van-ban.pdf', bytes: pdf, mime: 'application/pdf' },
  });
  await first.call('proposeConfirmation', {
    params: { pack },
    body: { rowKeys, body: PROVINCE, number: '15/QĐ-UBND', date: '2026-03-02', fileSha256 },
  });
  const ids = (await rowsOf()).flatMap((row) => (row.confirmation?.status === 'proposed' ? [row.confirmation.id] : []));
  expect(ids).toHaveLength(rowKeys.length);
  await expect(first.call('settleConfirmations', { body: { ids, accept: true } })).rejects.toMatchObject({ code: 'four-eyes' });
  await second.call('settleConfirmations', { body: { ids, accept: true } });
  await until('dòng đã xác nhận', async () => {
    const { law } = await first.call<SetupProgress>('setupProgress');
    return law.unconfirmed === before.law.unconfirmed - rowKeys.length ? law : undefined;
  });
}

/** Those who act get in by their slips; the others keep theirs. Four certificates, so that papers are signed and sealed. */
async function activate(house: House, admin: Session): Promise<Cast> {
  const { imports } = await admin.call<{ imports: readonly { id: string; kind: string; waitingAccounts: number }[] }>('registerImports');
  const codes = new Map<string, string>();
  for (const { id } of imports.filter(({ kind, waitingAccounts }) => kind === 'people' && waitingAccounts > 0)) {
    const [sheet] = await sheets.read(await admin.bytes('registerCodes', { params: { id } }));
    const [titles = [], ...rows] = sheet?.rows ?? [];
    const [name, code] = [titles.indexOf('Tên đăng nhập'), titles.indexOf('Mã kích hoạt')];
    for (const row of rows) {
      codes.set(String(row[name]), String(row[code]));
    }
  }
  expect(codes.size).toBe(PEOPLE);
  const unit = ['nguoilap', 'thutruong', 'vanthu'].map((post) => `${PREFIX}.th1.${post}`);
  const posts = ['chutich', 'phochutich', 'thuky', 'chuyenvien', 'vanthu', ...[1, 2, 3, 4, 5, 6].map((n) => `uyvien${n}`)];
  for (const username of [...unit, ...posts.map((post) => `${PREFIX}.${post}`)]) {
    await Session.anonymous(house.url).call('activateAccount', { body: { username, code: codes.get(username) ?? '', password: PASSWORD } });
  }
  const cast = new Cast(house.url, PASSWORD);
  await certify(cast, `${PREFIX}.th1.thutruong`, 'position');
  await certify(cast, `${PREFIX}.th1.vanthu`, 'org');
  await certify(cast, `${PREFIX}.chutich`, 'position');
  await certify(cast, `${PREFIX}.vanthu`, 'org');
  return cast;
}

async function certify(cast: Cast, username: string, ownerKind: 'position' | 'org'): Promise<void> {
  const person = await cast.as(username);
  const { account, positions } = await person.call<SessionView>('me');
  const post = positions.find(({ role }) => role !== 'council-member') ?? positions[0];
  const bytes = await makeDemoCertificate({
    ...{ commonName: ownerKind === 'org' ? (post?.orgName ?? '') : account.fullName, organization: post?.orgName ?? '' },
    ...{ passphrase: 'mot-cum-tu', keyKind: 'ec', notBeforeMs: Date.parse('2026-01-01'), notAfterMs: Date.parse('2027-12-31') },
  });
  const body = { ownerKind, ownerId: (ownerKind === 'org' ? post?.orgId : post?.id) ?? '', passphrase: 'mot-cum-tu' };
  await person.call('uploadP12', { body, file: { name: 'ky.p12', bytes, mime: 'application/x-pkcs12' } });
}

/** The commune's plan as it was written, every field settled, put forward, signed, numbered. */
async function firstMovement(cast: Cast, admin: Session): Promise<void> {
  await until('các quy trình sẵn sàng', async () => {
    const { processes } = await admin.call<SetupProgress>('setupProgress');
    return processes.finished ? processes : undefined;
  });
  const desk = await cast.as(`${PREFIX}.chuyenvien`);
  const { bodies } = await desk.call<{ bodies: readonly { orgId: string }[] }>('planDrafts');
  const file = { name: 'ke-hoach.txt', bytes: readFileSync(PLAN), mime: 'text/plain' };
  const { id } = await desk.call<{ id: string }>('uploadPlan', { query: { orgId: bodies[0]?.orgId ?? '' }, file });
  const draft = await desk.call<PlanDraftView>('planDraft', { params: { id } });
  let { version } = draft;
  for (const state of ['confirmed', 'absent'] as const) {
    const fieldIds = draft.fields
      .filter((field) => field.state === 'proposed' && (field.value === null) === (state === 'absent'))
      .map((field) => field.id);
    ({ version } = await desk.call<{ version: number }>('settlePlanFields', { params: { id }, body: { version, fieldIds, state } }));
  }
  const { texts } = await desk.call<LaunchProposal>('launchProposal', { params: { id } });
  const { workId } = await desk.call<{ workId: string }>('launchMovement', {
    body: { draftId: id, parentId: null, recipients: [], texts, alreadyIssued: false, unitPlansDue: null },
  });
  await issuePaper(cast, workId, { desk: `${PREFIX}.chuyenvien`, signer: `${PREFIX}.chutich`, clerk: `${PREFIX}.vanthu` });
  const { movementId } = await workOf(desk, workId);
  await until('phong trào có hiệu lực', async () => {
    const { state } = await desk.call<MovementDetail>('movementDetail', { params: { id: movementId } });
    return state === 'in-force' ? state : undefined;
  });
}

async function decideOne(cast: Cast): Promise<void> {
  const unit = `${PREFIX}.th1`;
  const { dossierId } = await launchAndSubmit(cast, {
    ...{ unit, title: 'Đề nghị tặng Giấy khen thành tích đột xuất', occasion: 'ad-hoc', year: 2026 },
    rows: [
      collective('Tổ chuyên môn khối 5', 'GK_XA', 'Hoàn thành xuất sắc công trình thư viện xanh của trường.'),
      individual('Vũ Thị Hồng Nhung', 'Giáo viên', 'GK_XA', 'Có sáng kiến dạy học được áp dụng trong toàn phường.'),
    ],
  });
  await receive(cast, PREFIX, dossierId, 'accept');
  const commune = { prefix: PREFIX, province: 'tn' };
  const bench = communeBench(cast, commune);
  const roundId = await roundOf(await cast.as(bench.appraiser), dossierId, 0);
  await appraiseAndVote(cast, bench, roundId, {});
  await signAndNumberRound(cast, roundId, communeDecision(PREFIX));
  const closed = await awaitClosed(await cast.as(`${unit}.nguoilap`), dossierId);
  expect(closed.rows.map((row) => row.state)).toEqual(['awarded', 'awarded']);
}
