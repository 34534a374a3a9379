import type { CalendarView, DefinitionView, PackList } from '@thidua/contract';
import { Session } from '../../apps/cli/src/session';
import { until } from '../../apps/cli/src/until';
import { SETUP_PASSWORD, fillFirst } from './hands/first-administrators';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';

// The last file of all, by its name: it empties the system that the others share.
const KEY = 'thu-hoi-khen-thuong';
const OWN = 'Thu hồi khen thưởng, bản của thành phố';

test('xóa dữ liệu mẫu và bắt đầu: người, hồ sơ mẫu mất; gói quy định, lịch, sơ đồ riêng còn; cài đặt lần đầu mở ra', async ({ stage }) => {
  test.setTimeout(240_000);
  await test.step('thành phố có sơ đồ riêng', () => publishOwn(stage));
  const before = await lawOf(await stage.cast.as('hp.quantri1'));
  const page = await stage.enter('hp.quantri1');
  await page.goto('/quan-tri');
  await page.getByRole('button', { name: 'Xóa dữ liệu mẫu và bắt đầu' }).click();
  const dialog = page.getByRole('dialog', { name: 'Xóa dữ liệu mẫu và bắt đầu' });
  const clear = dialog.getByRole('button', { name: 'Xóa dữ liệu mẫu và bắt đầu' });
  await test.step('nói rõ mất gì, còn gì; phải gõ lại mới bấm được', async () => {
    await expect(dialog).toContainText('Sẽ mất: mọi người, tài khoản, cơ quan');
    await expect(dialog).toContainText('Giữ lại: các gói quy định, lịch làm việc, sơ đồ');
    await expect(clear).toBeDisabled();
    await dialog.getByRole('textbox').fill('xóa');
    await expect(clear).toBeDisabled();
    await expectAccessible(page);
    await look(page, '121-xoa-du-lieu-mau');
  });

  await dialog.getByRole('textbox').fill('xóa dữ liệu mẫu');
  await clear.click();
  await test.step('mã cài đặt hiện một lần, hệ thống khởi động lại', async () => {
    await expect(page.getByRole('heading', { level: 2, name: 'Đã xóa dữ liệu mẫu' })).toBeVisible();
    await expect(page.getByText(/^\w{4}-\w{4}-\w{4}$/)).toBeVisible();
    await look(page, '122-da-xoa');
    await expect(page.getByText('Hệ thống đã sẵn sàng.')).toBeVisible({ timeout: 90_000 });
    await expectAccessible(page);
    await expectNoSideways(page);
  });
  await test.step('khai tỉnh và hai quản trị viên', async () => {
    await fillFirst(page, 'Thái Nguyên');
    await page.getByRole('button', { name: 'Lập tỉnh, thành phố và hai quản trị viên' }).click();
    await page.getByRole('button', { name: 'Vào các bước cài đặt' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt lần đầu' })).toBeVisible();
    await expect(page.getByText('Đồng hồ mô phỏng')).toHaveCount(0);
    await look(page, '123-bat-dau');
  });

  const admin = await Session.signIn(stage.base, 'quantri1', SETUP_PASSWORD);
  expect((await admin.call<{ total: number }>('people', { query: {} })).total).toBe(2);
  await expect(Session.signIn(stage.base, 'hp.quantri1', 'thidua')).rejects.toMatchObject({ status: 401 });
  await expect(Session.anonymous(stage.base).call('demoAccounts')).rejects.toMatchObject({ code: 'not-found' });
  const after = await lawOf(admin);
  expect(after.years).toEqual(before.years);
  expect(after.packs.length).toBeGreaterThan(0);
  expect(before.packs).toEqual(expect.arrayContaining([...after.packs]));
  await test.step('sơ đồ riêng còn, sau bản đi kèm', async () => {
    const kept = await until('sơ đồ riêng', async () => {
      const { definitions } = await admin.call<{ definitions: readonly { id: string; key: string; version: number }[] }>('definitions');
      return definitions.find((one) => one.key === KEY && one.version === 2);
    });
    expect((await admin.call<DefinitionView>('definition', { params: { id: kept.id } })).xml).toContain(OWN);
  });
});

async function lawOf(session: Session): Promise<{ readonly packs: readonly string[]; readonly years: CalendarView['years'] }> {
  const { packs } = await session.call<PackList>('packs');
  const { years } = await session.call<CalendarView>('workingCalendar');
  // A province's own pack goes with its province.
  return { packs: packs.filter((pack) => pack.province === null).map((pack) => `${pack.id} ${pack.hash}`), years };
}

async function publishOwn(stage: Stage): Promise<void> {
  const [first, second] = [await stage.cast.as('hp.quantri1'), await stage.cast.as('hp.quantri2')];
  const { id } = await first.call<{ id: string }>('createDraft', { body: { key: KEY } });
  const params = { id };
  const { xml, rev } = await first.call<DefinitionView>('definition', { params });
  const renamed = xml.replace(/(<bpmn:process [^>]*name=")[^"]*/, `$1${OWN}`);
  await first.call('saveDiagram', { params, body: { xml: renamed, rev } });
  await first.call('proposeDefinition', { params, body: { note: 'Công văn số 12/VP' } });
  await second.call('publishDefinition', { params, body: { note: 'Đồng ý' } });
}
