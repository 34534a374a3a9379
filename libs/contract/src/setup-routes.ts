import { route } from './route';
import { DemoClearing, DemoCleared, FirstAdministrators, FirstAdministratorsMade, SetupProgress, SetupState } from './setup';

/** From an empty house to a running one, and out of the demo. */
export const SETUP_ROUTES = {
  setup: route({
    method: 'GET',
    path: '/setup',
    summary: 'Bản dùng thử hay dữ liệu thật, đã có tài khoản nào chưa',
    policy: 'anyone',
    answer: SetupState,
    errors: [],
  }),
  makeAdministrators: route({
    method: 'POST',
    path: '/setup/administrators',
    summary: 'Lập tỉnh, thành phố và hai quản trị viên đầu tiên bằng mã cài đặt dùng một lần',
    policy: 'anyone',
    body: FirstAdministrators,
    answer: FirstAdministratorsMade,
    errors: ['setup-closed', 'setup-code-wrong', 'too-many-attempts', 'username-taken', 'request-invalid'],
    // A code is in the answer.
    idempotent: false,
  }),
  setupProgress: route({
    method: 'GET',
    path: '/setup/progress',
    summary: 'Các bước cài đặt: đã có gì, còn thiếu gì',
    policy: 'administrator',
    answer: SetupProgress,
    errors: ['forbidden'],
  }),
  clearDemo: route({
    method: 'POST',
    path: '/setup/demo-clearing',
    summary: 'Xóa dữ liệu mẫu và bắt đầu; giữ gói quy định, lịch và sơ đồ',
    policy: 'administrator',
    body: DemoClearing,
    answer: DemoCleared,
    errors: ['forbidden', 'not-a-demo', 'clearing-not-confirmed', 'state-conflict'],
    // A code is in the answer.
    idempotent: false,
  }),
} as const;
