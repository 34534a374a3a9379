import { AccountActivation, AccountAsk, AccountCode, AccountState, OwnAccount, PasswordChange, PasswordChanged } from './accounts';
import { Done } from './dossiers';
import { route } from './route';

/** Accounts: opened with a code, taken over and kept by their holder, reset, closed. */
export const ACCOUNT_ROUTES = {
  activateAccount: route({
    method: 'POST',
    path: '/account-activations',
    summary: 'Đặt mật khẩu lần đầu bằng mã kích hoạt',
    policy: 'anyone',
    body: AccountActivation,
    answer: Done,
    errors: ['activation-refused', 'too-many-attempts', 'request-invalid'],
    // Holds a password, which goes to no kept answer; a second try finds the code used up.
    idempotent: false,
  }),
  ownAccount: route({
    method: 'GET',
    path: '/account',
    summary: 'Tài khoản của mình: lần đăng nhập này, lần trước, phiên mở ở nơi khác',
    policy: 'signed-in',
    answer: OwnAccount,
    errors: [],
  }),
  changePassword: route({
    method: 'POST',
    path: '/account/password',
    summary: 'Tự đổi mật khẩu; các phiên khác chấm dứt',
    policy: 'signed-in',
    body: PasswordChange,
    answer: PasswordChanged,
    errors: ['password-wrong', 'password-same', 'too-many-attempts', 'request-invalid'],
    // Holds passwords, which go to no kept answer; a second try finds the old one changed.
    idempotent: false,
  }),
  openAccount: route({
    method: 'POST',
    path: '/people/{id}/account',
    summary: 'Mở tài khoản cho một người',
    policy: 'administrator',
    body: AccountAsk,
    answer: AccountCode,
    errors: ['forbidden', 'not-found', 'username-taken', 'state-conflict'],
    // Its answer holds the code, which is kept nowhere.
    idempotent: false,
  }),
  resetAccount: route({
    method: 'POST',
    path: '/accounts/{id}/reset',
    summary: 'Cấp lại mã kích hoạt, chấm dứt các phiên đang mở',
    policy: 'administrator',
    answer: AccountCode,
    errors: ['forbidden', 'not-found', 'state-conflict'],
    idempotent: false,
  }),
  setAccountState: route({
    method: 'POST',
    path: '/accounts/{id}/state',
    summary: 'Khóa, mở khóa tài khoản',
    policy: 'administrator',
    body: AccountState,
    answer: Done,
    errors: ['forbidden', 'not-found', 'state-conflict'],
  }),
} as const;
