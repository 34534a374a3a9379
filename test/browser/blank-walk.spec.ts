import type { Locator, Page } from '@playwright/test';
import type { AnswerOf } from '@thidua/contract';
import { roundOf } from '../../apps/cli/src/cases/finish';
import { GIA_PHUC } from '../../apps/cli/src/people/cast';
import { individual } from '../../apps/cli/src/people/nominees';
import { appraiseAndVote, communeBench, communeDecision, signAndNumberRound } from '../../apps/cli/src/steps/round';
import { launchAndSubmit, receive } from '../../apps/cli/src/steps/unit';
import { until } from '../../apps/cli/src/until';
import { readLayout } from '../../libs/documents/src/layout/read-layout';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';
import { fillDay } from './hands/work';

const NAME = 'Phôi giấy khen khổ A4 ngang';
const SHEETS = 30;
const NAMED = 'Bà Nguyễn Thị Ánh Tuyết';

type Layout = Awaited<ReturnType<typeof readLayout>>;
const mm = (points: number): number => (points * 25.4) / 72;

test('kéo trường 5 mm trên phôi, lưu, in thử thấy chữ dời 5 mm; in 30 tờ theo danh sách', async ({ stage }) => {
  test.setTimeout(900_000);
  const page = await stage.enter('gp.chuyenvien');
  await test.step('thêm phôi', () => addBlank(page));
  const before = await test.step('in thử trước khi kéo', () => testPrint(stage, page));
  await test.step('kéo họ tên 5 mm bằng chuột', () => dragByMouse(page));
  await test.step('dời chức vụ bằng phím', () => moveByKeys(page));
  await test.step('lưu, mở lại vẫn ở chỗ mới', () => saveAndReload(page));
  const after = await test.step('in thử sau khi kéo', () => testPrint(stage, page));
  const [from, to] = [lineOf(before, NAMED), lineOf(after, NAMED)];
  expect(mm(to.x0 - from.x0), 'ngang').toBeCloseTo(5, 1);
  expect(mm(to.y - from.y), 'dọc').toBeCloseTo(5, 1);
  const title = [lineOf(before, 'Giáo viên'), lineOf(after, 'Giáo viên')] as const;
  expect(mm(title[1].x0 - title[0].x0), 'phím mũi tên').toBeCloseTo(5.5, 1);
  const numbers = after.pages[0]?.lines.map((line) => line.text).join(' ') ?? '';
  expect(numbers, 'số của lưới mi-li-mét').toMatch(/\b100\b[^]*\b290\b/);
  await test.step('in 30 tờ', () => printThirty(stage, page));
});

async function addBlank(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Phôi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Phôi giấy khen, bằng khen' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Thêm phôi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên phôi').fill(NAME);
  await look(page, '60-them-phoi');
  await dialog.getByRole('button', { name: 'Thêm phôi này' }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(field(page, 'Họ tên, tập thể')).toBeVisible();
}

const field = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Phôi và các trường' }).getByRole('button', { name: new RegExp(`^${name}:`) });
const left = (page: Page, name: string): Locator => page.getByRole('spinbutton', { name: `${name}: Trái (mm)` });
const top = (page: Page, name: string): Locator => page.getByRole('spinbutton', { name: `${name}: Trên (mm)` });
const valueOf = async (box: Locator): Promise<number> => Number((await box.inputValue()).replace(',', '.'));

async function dragByMouse(page: Page): Promise<void> {
  const name = 'Họ tên, tập thể';
  const [x, y] = [await valueOf(left(page, name)), await valueOf(top(page, name))];
  await field(page, name).scrollIntoViewIfNeeded();
  const box = await field(page, name).boundingBox();
  const perMm = (box?.width ?? 0) / (await valueOf(page.getByRole('spinbutton', { name: `${name}: Rộng (mm)` })));
  const [fromX, fromY] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 8];
  // Without the guides: the hand goes exactly 5 mm.
  await page.keyboard.down('Alt');
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + 2 * perMm, fromY + perMm, { steps: 3 });
  await page.mouse.move(fromX + 5 * perMm, fromY + 5 * perMm, { steps: 5 });
  await look(page, '61-dang-keo');
  await page.mouse.up();
  await page.keyboard.up('Alt');
  expect([await valueOf(left(page, name)), await valueOf(top(page, name))]).toEqual([expect.closeTo(x + 5, 5), expect.closeTo(y + 5, 5)]);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect(await valueOf(left(page, name))).toBeCloseTo(x, 5);
  await page.getByRole('button', { name: 'Làm lại' }).click();
  expect(await valueOf(left(page, name))).toBeCloseTo(x + 5, 5);
}

async function moveByKeys(page: Page): Promise<void> {
  const name = 'Chức vụ, đơn vị';
  const x = await valueOf(left(page, name));
  await field(page, name).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(field(page, name)).toBeFocused();
  expect(await valueOf(left(page, name))).toBeCloseTo(x + 5.5, 5);
  await expect(page.getByRole('status').filter({ hasText: name })).toBeVisible();
}

async function saveAndReload(page: Page): Promise<void> {
  const name = 'Họ tên, tập thể';
  const x = await valueOf(left(page, name));
  await expect(page.getByRole('button', { name: /In thử có lưới/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Lưu phôi' }).click();
  await expect(page.getByRole('button', { name: /In thử có lưới/ })).toBeEnabled();
  await page.reload();
  await expect(field(page, name)).toBeVisible();
  expect(await valueOf(left(page, name))).toBeCloseTo(x, 5);
  await uploadPicture(page);
  await expectAccessible(page);
  await expectNoSideways(page);
  await look(page, '62-phoi');
}

/** A red frame on cream, as a pre-printed sheet has one. */
async function uploadPicture(page: Page): Promise<void> {
  const png = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1188;
    canvas.height = 840;
    const pen = canvas.getContext('2d');
    if (pen !== null) {
      pen.fillStyle = '#fdf6e3';
      pen.fillRect(0, 0, 1188, 840);
      pen.strokeStyle = '#b3151b';
      pen.lineWidth = 14;
      pen.strokeRect(30, 30, 1128, 780);
      pen.fillStyle = '#c4161c';
      pen.font = 'bold 96px serif';
      pen.textAlign = 'center';
      pen.fillText('GIẤY KHEN', 594, 300);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  await page.getByLabel('Tải ảnh phôi').setInputFiles({ name: 'phoi.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
  await expect(page.getByRole('checkbox', { name: 'Hiện ảnh phôi' })).toBeChecked();
  await expect(page.locator('.blank-sheet > img')).toBeVisible();
}

/** Presses the button, waits for the file, and reads where its words lie. */
async function testPrint(stage: Stage, page: Page): Promise<Layout> {
  await page.getByRole('button', { name: /In thử có lưới/ }).click();
  const link = page.getByRole('link', { name: /^Mở tệp: In thử/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  return layoutAt(stage, link);
}

async function layoutAt(stage: Stage, link: Locator): Promise<Layout> {
  const id = /print-orders\/([\w-]+)\//.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  const person = await stage.cast.as('gp.chuyenvien');
  return readLayout(await person.bytes('printContent', { params: { id } }));
}

function lineOf(layout: Layout, text: string): Layout['pages'][number]['lines'][number] {
  const line = layout.pages[0]?.lines.find((one) => one.text.includes(text));
  if (line === undefined) {
    throw new Error(`không thấy “${text}” trên tờ in`);
  }
  return line;
}

async function printThirty(stage: Stage, page: Page): Promise<void> {
  const { cast } = stage;
  const names = FAMILIES.flatMap((family) => GIVEN.map((given) => `${family} Thị ${given}`));
  const rows = names.map((name) => individual(name, 'Công nhân', 'GK_XA', 'Có sáng kiến rút ngắn một nửa thời gian giải quyết công việc.'));
  const { dossierId } = await launchAndSubmit(cast, {
    unit: 'gp.ck',
    title: 'Đề nghị tặng Giấy khen ba mươi công nhân',
    occasion: 'ad-hoc',
    year: 2026,
    rows,
  });
  await receive(cast, 'gp', dossierId, 'accept');
  const appraiser = await cast.as('gp.chuyenvien');
  const roundId = await roundOf(appraiser, dossierId, 0);
  await appraiseAndVote(cast, communeBench(cast, GIA_PHUC), roundId, {});
  await page.goto(`/dot-xet/${roundId}`);
  const told = new Set<string>();
  const signing = signAndNumberRound(cast, roundId, communeDecision('gp'));
  await until(
    'đủ giấy khen',
    async () => {
      const { certificates, making } = await appraiser.call<AnswerOf<'roundCertificates'>>('roundCertificates', {
        params: { id: roundId },
      });
      if (making !== null) {
        told.add(`${making.done}/${making.total}`);
      }
      return certificates.length === SHEETS ? true : undefined;
    },
    180,
  );
  await signing;
  expect(told.size, 'tiến độ lập giấy khen đọc được').toBeGreaterThan(1);
  expect(
    [...told].some((progress) => Number(progress.split('/')[1]) >= SHEETS),
    [...told].join(' '),
  ).toBe(true);
  await page.reload();
  const panel = page.getByRole('region', { name: 'In trên phôi' });
  await expect(panel.getByRole('row')).toHaveCount(SHEETS + 1);
  await panel.getByRole('button', { name: `In ${SHEETS} tờ trên phôi` }).click();
  await expect(panel.getByText(new RegExp(`Đã làm \\d+/${SHEETS}`)).first()).toBeVisible({ timeout: 30_000 });
  const link = panel.getByRole('link', { name: /^Mở tệp/ });
  await expect(link).toBeVisible({ timeout: 90_000 });
  await expect(panel.getByText(`Đã làm ${SHEETS}/${SHEETS}`)).toBeVisible();
  await look(page, '64-in-30-to');
  await expectAccessible(page);
  const { pages } = await layoutAt(stage, link);
  expect(pages.map((one) => names.find((name) => one.lines.some((line) => line.text.includes(name))))).toEqual(names);
  await test.step('lễ trao thưởng', () => ceremony(stage, page));
  expect(pages.every((one) => Math.abs(mm(one.width) - 297) < 0.5 && Math.abs(mm(one.height) - 210) < 0.5)).toBe(true);
}

/** Said once, printed as running order, cards, invitations and programme. */
async function ceremony(stage: Stage, page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Lễ trao thưởng' });
  await panel.getByRole('button', { name: 'Chuẩn bị lễ trao thưởng' }).click();
  await expect(panel.getByRole('button', { name: 'In kịch bản trao thưởng' })).toBeDisabled();
  await panel.getByLabel('Hội nghị, dịp trao thưởng').fill('Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm 2026');
  await fillDay(panel, 'Ngày', '20/03/2026');
  await panel.getByLabel('Địa điểm').fill('Hội trường UBND xã Gia Phúc');
  await panel.getByLabel('Chủ trì', { exact: true }).fill('Chủ tịch Ủy ban nhân dân xã Gia Phúc');
  const words = {
    'In kịch bản trao thưởng': 'KỊCH BẢN TRAO THƯỞNG',
    'In bảng tên': 'Đặng Thị Ánh',
    'In giấy mời': 'GIẤY MỜI',
    'In chương trình': 'CHƯƠNG TRÌNH',
  };
  for (const [label, word] of Object.entries(words)) {
    await panel.getByRole('button', { name: label }).click();
    const link = panel.getByRole('link', { name: `Mở tệp: ${label}` });
    await expect(link).toBeVisible({ timeout: 60_000 });
    const layout = await layoutAt(stage, link);
    expect(layout.pages[0]?.lines.map((line) => line.text).join(' ')).toContain(word);
    expect(layout.pages.length).toBe({ 'In giấy mời': SHEETS, 'In bảng tên': 4 }[label] ?? layout.pages.length);
  }
  await look(page, '65-le-trao-thuong');
  await expectAccessible(page);
  await page.goto('/phoi');
  await page.getByRole('button', { name: 'EN' }).click();
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('button', { name: 'Save the blank' })).toBeVisible();
  await expectAccessible(page);
  await look(page, '66-blank-english');
}

const FAMILIES = ['Đặng', 'Bùi', 'Ngô'];
const GIVEN = ['Ánh', 'Bưởi', 'Cẩm', 'Điệp', 'Hường', 'Khuyên', 'Lượng', 'Mỵ', 'Nguyệt', 'Oanh'];
