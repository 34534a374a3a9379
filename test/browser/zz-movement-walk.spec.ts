import { launchCommune, launchProvince, unitPlan } from './hands/movement-launch';
import { openReviews, registerAndClose } from './hands/movement-occasion';
import { yearlyReport } from './hands/movement-report';
import { Walk } from './hands/movement-walk';
import { test } from './hands/stage';

// After every other file: it moves the clock that all files share.
test('đơn vị, Phòng VH-XH và Sở Nội vụ đi từ phát động, báo cáo đến sơ kết', async ({ stage }) => {
  test.setTimeout(900_000);
  const walk = new Walk(stage);
  const province = await test.step('Sở Nội vụ trình, Chủ tịch UBND tỉnh phát động', () => launchProvince(walk));
  const commune = await test.step('Phòng VH-XH trình, Chủ tịch phường ký, văn thư cấp số', () => launchCommune(walk, province));
  await test.step('đơn vị xây dựng kế hoạch của mình', () => unitPlan(walk, commune, province));
  await test.step('báo cáo năm: đơn vị, phường, Sở Nội vụ, Chủ tịch UBND tỉnh', () => yearlyReport(walk, province, commune));
  const review = await test.step('Sở Nội vụ, Phòng VH-XH mở đợt sơ kết', () => openReviews(walk, province, commune));
  await test.step('đơn vị đăng ký; Phòng VH-XH chốt đăng ký', () => registerAndClose(walk, commune, review));
});
