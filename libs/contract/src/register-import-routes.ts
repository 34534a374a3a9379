import { RegisterApplied, RegisterImportList, RegisterPreview, RegisterQuery, RegisterUndone } from './register-imports';
import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';

/** Bodies, people with posts and accounts, councils and delegations from tables: looked at line by line, brought in whole, taken back whole. */
export const REGISTER_IMPORT_ROUTES = {
  registerImports: route({
    method: 'GET',
    path: '/register-imports',
    summary: 'Các lần nhập danh mục tổ chức, nhân sự, hội đồng, giao ký thay',
    policy: 'administrator',
    answer: RegisterImportList,
    errors: ['forbidden'],
  }),
  registerTemplate: route({
    method: 'GET',
    path: '/register-imports/template',
    summary: 'Mẫu bảng nhập danh mục (XLSX)',
    policy: 'administrator',
    query: RegisterQuery,
    answer: 'xlsx',
    errors: ['forbidden', 'request-invalid'],
  }),
  previewRegister: route({
    method: 'POST',
    path: '/register-imports/preview',
    summary: 'Xem trước bảng danh mục, kết luận từng dòng',
    policy: 'administrator',
    query: RegisterQuery,
    upload: 'sheet',
    answer: RegisterPreview,
    errors: ['forbidden', ...UPLOAD_ERRORS, 'sheet-unreadable'],
    idempotent: false,
  }),
  applyRegister: route({
    method: 'POST',
    path: '/register-imports',
    summary: 'Nhập danh mục: cả bảng hoặc không dòng nào',
    policy: 'administrator',
    query: RegisterQuery,
    upload: 'sheet',
    answer: RegisterApplied,
    errors: ['forbidden', ...UPLOAD_ERRORS, 'sheet-unreadable', 'import-refused'],
  }),
  undoRegister: route({
    method: 'POST',
    path: '/register-imports/{id}/undo',
    summary: 'Hoàn tác một lần nhập danh mục khi chưa dòng nào được dùng',
    policy: 'administrator',
    answer: RegisterUndone,
    errors: ['forbidden', 'not-found', 'import-undone', 'import-in-use'],
  }),
  registerCodes: route({
    method: 'POST',
    path: '/register-imports/{id}/codes',
    summary: 'Danh sách mã kích hoạt của các tài khoản chưa nhận (XLSX); mã cấp trước hết hiệu lực',
    policy: 'administrator',
    answer: 'xlsx',
    errors: ['forbidden', 'not-found', 'import-undone'],
    // The codes are kept nowhere: asking again makes new ones.
    idempotent: false,
  }),
} as const;
