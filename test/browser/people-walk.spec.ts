import type { SessionView } from '@thidua/contract';
import { awaitClosed, roundOf } from '../../apps/cli/src/cases/finish';
import { GIA_PHUC } from '../../apps/cli/src/people/cast';
import { individual } from '../../apps/cli/src/people/nominees';
import { Session } from '../../apps/cli/src/session';
import { appraiseAndVote, communeBench, communeDecision, signAndNumberRound } from '../../apps/cli/src/steps/round';
import { launchAndSubmit, receive } from '../../apps/cli/src/steps/unit';
import { readPdfText } from '../../libs/documents/src/pdf/text-reader';
import { pdfWith } from '../harness/attachment-files';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test } from './hands/stage';
import { fillDay, pickFound } from './hands/work';

const CHAIR = 'Chủ tịch UBND xã Gia Phúc, Đỗ Đức Chiến';
const LENT_BY = 'Thông báo phân công số 12/TB-UBND ngày 05/01/2026';

test('kiểm tra 13: cấp phó ký thay, văn bản ghi KT. CHỦ TỊCH, nhật ký ghi cả hai người và văn bản giao', async ({ stage }) => {
  const { cast } = stage;
  const { dossierId } = await launchAndSubmit(cast, {
    ...{ unit: 'gp.htx', title: 'Đề nghị khen thưởng tổ rau an toàn', occasion: 'ad-hoc', year: 2026 },
    rows: [individual('Đỗ Văn Hưng', 'Tổ trưởng', 'GK_XA', 'Chuyển đổi 12 ha sang rau an toàn.')],
  });
  await receive(cast, 'gp', dossierId, 'accept');
  const bench = communeBench(cast, GIA_PHUC);
  const roundId = await roundOf(await cast.as(bench.appraiser), dossierId, 0);
  await appraiseAndVote(cast, bench, roundId, {});
  await signAndNumberRound(cast, roundId, communeDecision('gp', { signer: 'gp.phochutich' }));
  const { rows } = await awaitClosed(await cast.as('gp.htx.nguoilap'), dossierId);

  const deputy = await cast.as('gp.phochutich');
  const { papers } = await deputy.call<{ papers: readonly { id: string; kind: string }[] }>('round', { params: { id: roundId } });
  const decision = papers.find((paper) => paper.kind.startsWith('quyet-dinh'));
  const pages = await readPdfText(await deputy.bytes('paperContent', { params: { id: decision?.id ?? '' } }));
  expect(pages.join(' ').replace(/\s+/g, ' ')).toContain('KT. CHỦ TỊCH PHÓ CHỦ TỊCH');
  expect(rows.map((row) => row.state)).toEqual(['awarded']);

  const page = await stage.enter('gp.phochutich');
  await page.goto(`/ho-so/${dossierId}`);
  const log = page.getByRole('region', { name: 'Nhật ký' });
  const line = log.getByRole('listitem').filter({ hasText: `thay cho ${CHAIR} (${LENT_BY})` });
  await expect(line.first()).toContainText('Lê Thị Hồng Loan');
  await look(page, '98-nhat-ky-ky-thay');
});

test('kiểm tra 14: người được ủy quyền không ủy quyền lại; quản trị thấy và chấm dứt việc giao', async ({ stage }) => {
  const { cast } = stage;
  const idOf = async (username: string): Promise<string> => {
    const { positions } = await (await cast.as(username)).call<SessionView>('me');
    return positions.find((post) => post.role !== 'council-member')?.id ?? '';
  };
  const [chair, taker] = [await cast.as('gp.chutich'), await cast.as('gp.chuyenvien')];
  const bounds = { paper: 'Văn bản ủy quyền số 30/UQ-UBND', from: '2026-03-02', to: '2026-12-31', steps: ['numbering'] };
  const post = { fromPosition: await idOf('gp.chutich'), toPosition: await idOf('gp.chuyenvien') };
  const { delegationId } = await chair.call<{ delegationId: string }>('grantDelegation', { body: { ...bounds, ...post, capacity: 'TUQ' } });

  const page = await stage.enter('gp.chuyenvien');
  await page.goto('/giao-ky-thay');
  const mine = page.getByRole('row').filter({ hasText: bounds.paper });
  await mine.getByRole('button', { name: 'Nhận' }).click();
  await expect(mine).toContainText('có hiệu lực');
  await expect(mine.getByRole('button')).toHaveText(['Chấm dứt']);
  const seen = await taker.call<{ delegations: readonly { id: string; mayPassOn: boolean }[] }>('delegations');
  expect(seen.delegations.find((one) => one.id === delegationId)?.mayPassOn).toBe(false);
  const again = { ...bounds, ...post, toPosition: await idOf('gp.vanthu'), capacity: 'TUQ', restsOn: delegationId };
  await expect(taker.call('grantDelegation', { body: again })).rejects.toMatchObject({
    code: 'delegation-refused',
    details: { says: expect.stringContaining('không được ủy quyền lại') },
  });
  await stage.leave(page);

  const admin = await stage.enter('hp.quantri1');
  await admin.goto('/giao-ky-thay/tat-ca');
  await admin.getByLabel('Tìm theo tên, đơn vị, văn bản').fill('30/UQ');
  const kept = admin.getByRole('row').filter({ hasText: bounds.paper });
  await expect(kept).toContainText('có hiệu lực');
  await expectAccessible(admin);
  await look(admin, '99-giao-ky-thay-toan-tinh');
  await kept.getByRole('button', { name: 'Gắn bản quét' }).click();
  const paper = admin.getByRole('dialog', { name: bounds.paper });
  const scan = { name: 'uy-quyen.pdf', mimeType: 'application/pdf', buffer: pdfWith({ text: 'van ban uy quyen so 30' }) };
  await paper.getByLabel('Gắn bản quét', { exact: true }).setInputFiles(scan);
  await expect(paper.getByRole('img', { name: bounds.paper })).toBeVisible();
  await expectAccessible(admin);
  await look(admin, '107-ban-quet-uy-quyen');
  await paper.getByRole('button', { name: 'Đóng', exact: true }).last().click();
  await kept.getByRole('button', { name: 'Chấm dứt' }).click();
  await admin.getByLabel('Lý do chấm dứt').fill('Thu hồi theo văn bản mới');
  await admin.getByRole('dialog').getByRole('button', { name: 'Chấm dứt' }).click();
  await expect(kept).toContainText('đã chấm dứt');
});

test('nhân sự: thêm người, mở tài khoản bằng mã, người dùng đặt mật khẩu', async ({ stage }) => {
  const admin = await stage.enter('hp.quantri1');
  await admin.goto('/nhan-su');
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Thêm người' }).click();
  const form = admin.getByRole('dialog', { name: 'Thêm người' });
  await form.getByLabel('Họ và tên').fill('Trịnh Thử Nghiệm');
  await pickFound(form.getByRole('combobox', { name: 'Đơn vị' }), 'nong nghiep gia phuc');
  await form.getByLabel('Chức vụ').fill('Kế toán Hợp tác xã');
  await pickFound(form.getByRole('combobox', { name: 'Vai trò trong hệ thống' }), 'ke toan');
  await fillDay(form, 'Từ ngày', '02/03/2026');
  await form.getByRole('button', { name: 'Thêm người' }).click();
  await expect(form).toBeHidden();

  await admin.getByLabel('Họ tên hoặc tên đăng nhập').fill('trinh thu nghiem');
  const line = admin.getByRole('row').filter({ hasText: 'Trịnh Thử Nghiệm' });
  await line.getByRole('button', { name: 'Mở tài khoản' }).click();
  const opening = admin.getByRole('dialog');
  await opening.getByLabel('Tên đăng nhập').fill('gp.htx.ketoan');
  await opening.getByRole('button', { name: 'Mở tài khoản' }).click();
  const code = (await opening.locator('.keep-code').textContent()) ?? '';
  await look(admin, '100-ma-kich-hoat');
  await opening.getByRole('button', { name: 'Đóng' }).click();
  await expect(line).toContainText('chờ kích hoạt');

  const visitor = await stage.visit('/kich-hoat');
  await visitor.getByLabel('Tên đăng nhập').fill('gp.htx.ketoan');
  await visitor.getByLabel('Mã kích hoạt').fill(code);
  await visitor.getByLabel('Mật khẩu mới').fill('mat-khau-cua-toi');
  await visitor.getByLabel('Nhập lại mật khẩu').fill('mat-khau-cua-toi');
  await expectAccessible(visitor);
  await visitor.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(visitor.getByRole('status')).toContainText('Đã đặt mật khẩu.');
  const session = await Session.signIn(stage.base, 'gp.htx.ketoan', 'mat-khau-cua-toi');
  expect((await session.call<SessionView>('me')).positions.map((post) => post.title)).toEqual(['Kế toán Hợp tác xã']);

  await visitor.getByRole('link', { name: 'Đăng nhập' }).click();
  const door = visitor.getByRole('form', { name: 'Đăng nhập' });
  await door.getByLabel('Tên đăng nhập').fill('gp.htx.ketoan');
  await door.getByLabel('Mật khẩu').fill('mat-khau-cua-toi');
  await door.getByRole('button', { name: 'Đăng nhập' }).click();
  await visitor.getByRole('link', { name: /Trịnh Thử Nghiệm/ }).click();
  await expect(visitor.getByRole('region', { name: 'Thông tin tài khoản' })).toContainText('Phiên khác đang mở1');
  const change = visitor.getByRole('form', { name: 'Đổi mật khẩu' });
  for (const [old, answer] of [
    ['khong-phai-mat-khau', 'Mật khẩu đang dùng không đúng.'],
    ['mat-khau-cua-toi', 'Số phiên khác đã chấm dứt: 1.'],
  ] as const) {
    await change.getByLabel('Mật khẩu đang dùng').fill(old);
    await change.getByLabel('Mật khẩu mới').fill('mat-khau-thu-hai');
    await change.getByLabel('Nhập lại mật khẩu').fill('mat-khau-thu-hai');
    await change.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await expect(change).toContainText(answer);
  }
  await expectAccessible(visitor);
  await look(visitor, '105-tai-khoan');
  await visitor.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(visitor);
  await look(visitor, '106-tai-khoan-360');
  await expect(session.call('me')).rejects.toMatchObject({ code: 'not-signed-in' });
  await stage.leave(visitor);

  for (const [path, name] of [
    ['/to-chuc', '101-to-chuc'],
    ['/hoi-dong', '102-hoi-dong'],
    ['/to-chuc/sap-nhap', '103-sap-nhap'],
    ['/nhap-danh-muc', '104-nhap-danh-muc'],
  ] as const) {
    await admin.goto(path);
    await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(admin);
    await look(admin, name);
  }
  await admin.setViewportSize({ width: 360, height: 740 });
  await admin.goto('/to-chuc');
  await expectNoSideways(admin);
});
