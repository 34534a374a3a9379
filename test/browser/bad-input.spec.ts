import type { DossierView, TaskView } from '@thidua/contract';
import { Refused } from '../../apps/cli/src/session';
import { individual } from '../../apps/cli/src/people/nominees';
import { awaitTask, complete } from '../../apps/cli/src/steps/tasks';
import { holdReviewMeeting, launch, writeReport, type UnitPlan } from '../../apps/cli/src/steps/unit';
import { until } from '../../apps/cli/src/until';
import { look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';
import { expectDone, work } from './hands/work';

const plan: UnitPlan = {
  unit: 'mt.yt',
  title: 'Đề nghị khen thưởng công tác tiêm chủng',
  occasion: 'ad-hoc',
  year: 2026,
  rows: [individual('Bùi Đình Khoa', 'Trưởng trạm', 'GK_XA', 'Quản lý hồ sơ sức khỏe điện tử cho 98% dân số.')],
};

test('mục thiếu và mục quá dài được nêu tên bằng tiếng Việt, không ghi gì', async ({ stage }) => {
  const { dossierId } = await launch(stage.cast, plan);
  await writeReport(stage.cast, plan, dossierId);
  const clerk = await stage.cast.as('mt.yt.nguoilap');
  const task = await awaitTask(clerk, 'Ghi kết quả họp bình xét', { dossierId });

  const page = await stage.enter('mt.yt.nguoilap');
  await page.goto(`/viec/${task.id}`);
  await work(page).getByRole('button', { name: 'Ghi kết quả bình xét' }).click();
  const summary = work(page).getByRole('alert');
  await expect(summary).toContainText('Địa điểm: chưa điền. Hãy điền mục này.');
  await expect(summary).toContainText('Thời gian họp: chưa điền.');
  await look(page, '40-muc-thieu');
  await summary.getByRole('link', { name: /Địa điểm/ }).click();
  const place = page.getByLabel('Địa điểm');
  await expect(place).toBeFocused();
  await expect(place).toHaveAttribute('aria-invalid', 'true');

  // Browsers cut what is typed at the field's limit; a page that does not is told all the same.
  await place.evaluate((field) => {
    field.removeAttribute('maxlength');
  });
  await place.fill('Hội trường lớn '.repeat(20));
  await work(page).getByRole('button', { name: 'Ghi kết quả bình xét' }).click();
  await expect(summary).toContainText(/Địa điểm: dài nhất 200 ký tự, hiện có \d+\./);
  await stage.leave(page);

  const refusal = await refusalOf(complete(clerk, task, { place: 'x'.repeat(201) }));
  expect([refusal.status, refusal.code]).toEqual([422, 'form-invalid']);
  expect(JSON.stringify(refusal.details)).toMatch(/"path":"place","code":"too-long"/);
  expect((await clerk.call<TaskView>('task', { params: { id: task.id } })).version).toBe(task.version);
});

test('trang cũ, hai lần gửi và người ngoài: nói rõ ai đang giữ, không ghi hai lần', async ({ stage }) => {
  const { dossierId } = await launch(stage.cast, plan);
  await writeReport(stage.cast, plan, dossierId);
  await holdReviewMeeting(stage.cast, plan, dossierId);
  const signing = await awaitTask(await stage.cast.as('mt.yt.thutruong'), 'Ký tờ trình', { dossierId });

  const stale = await stage.enter('mt.yt.thutruong');
  await stale.goto(`/viec/${signing.id}`);
  const sign = work(stale).getByRole('button', { name: 'Ký', exact: true });
  await expect(sign).toBeVisible();
  await signedOnce(stage, dossierId);
  await awaitTask(await stage.cast.as('mt.yt.vanthu'), 'Cấp số tờ trình', { dossierId });
  await sign.click();
  const refusal = work(stale).getByRole('alert').filter({ hasText: 'Việc này đã được xử lý hoặc thu lại.' });
  await expect(refusal).toContainText(`Người đang giữ: ${stage.account('mt.yt.vanthu').fullName}`);
  await expect(refusal).toContainText('task-not-open');
  await expect(stale.getByText('Việc này đã được hoàn thành.')).toBeVisible();
  await expect(sign).toBeHidden();
  await look(stale, '41-trang-cu');
  await stage.leave(stale);

  const stranger = await stage.enter('gp.mn.nguoilap');
  await stranger.goto(`/viec/${signing.id}`);
  await expect(stranger.getByRole('alert')).toContainText('không thuộc thẩm quyền');
  await look(stranger, '42-viec-nguoi-khac');
  await stranger.goto(`/ho-so/${dossierId}`);
  await expect(stranger.getByRole('alert')).toContainText('không thuộc thẩm quyền');
  await stage.leave(stranger);
});

/** Two requests at once, each with a key of its own: one signature. */
async function signedOnce(stage: Stage, dossierId: string): Promise<void> {
  const head = await stage.cast.as('mt.yt.thutruong');
  const signing = await awaitTask(head, 'Ký tờ trình', { dossierId });
  const press = (): Promise<'signed' | Refused> =>
    complete(head, signing, { outcome: 'sign', signatureMode: 'wet-ink' }).then(
      () => 'signed' as const,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Refused);
        return error as Refused;
      },
    );
  const outcomes = await Promise.all([press(), press()]);
  expect(outcomes.filter((outcome) => outcome === 'signed')).toHaveLength(1);
  const refused = outcomes.find((outcome) => outcome !== 'signed');
  expect(['task-not-open', 'task-changed']).toContain(refused?.code);
}

test('tệp không phải PDF bị từ chối, bản quét thật được nhận; bấm Ký hai lần chỉ ký một lần', async ({ stage }) => {
  const { dossierId } = await launch(stage.cast, plan);
  await writeReport(stage.cast, plan, dossierId);
  await holdReviewMeeting(stage.cast, plan, dossierId);
  const head = await stage.cast.as('mt.yt.thutruong');
  const signing = await awaitTask(head, 'Ký tờ trình', { dossierId });
  const signer = await stage.enter('mt.yt.thutruong');
  await signer.goto(`/viec/${signing.id}`);
  await signer.getByRole('radio', { name: /Ký tay/ }).check();
  await work(signer).getByRole('button', { name: 'Ký', exact: true }).dblclick();
  await expectDone(signer, 'Ký tờ trình');
  await stage.leave(signer);

  const clerk = await stage.cast.as('mt.yt.vanthu');
  const numbering = await awaitTask(clerk, 'Cấp số tờ trình', { dossierId });
  await complete(clerk, numbering, { mode: 'own' });
  const paper = await until('tờ trình chờ bản quét', async () => {
    const view = await clerk.call<DossierView>('dossier', { params: { id: dossierId } });
    return view.papers.find((one) => one.kind === 'to-trinh' && one.state === 'numbered' && one.ready);
  });
  const printed = await clerk.bytes('paperContent', { params: { id: paper.id } });

  const page = await stage.enter('mt.yt.vanthu');
  await page.goto(`/ho-so/${dossierId}`);
  await page
    .getByRole('row')
    .filter({ hasText: paper.title })
    .getByRole('button', { name: `Xem ${paper.title}` })
    .click();
  const upload = page.locator('input[type=file]');
  await upload.setInputFiles({ name: 'to-trinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0000 đây không phải PDF') });
  await expect(page.getByRole('alert')).toContainText('Tệp không đúng loại như tên của nó');
  await expect(page.getByRole('alert')).toContainText('file-not-what-it-says');
  await look(page, '43-tep-gia');
  await upload.setInputFiles({ name: 'to-trinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from(printed) });
  await page.getByRole('region', { name: 'Đối chiếu bản quét' }).getByRole('button', { name: 'Xác nhận và phát hành' }).click();
  await expect(page.getByRole('row').filter({ hasText: paper.title })).toContainText('Đã ban hành');
  await stage.leave(page);
});

async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Refused);
  return outcome as Refused;
}
