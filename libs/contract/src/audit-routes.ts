import { AuditKinds, AuditPage, AuditQuery, AuditSheetQuery, TrailCheckRef, TrailCheckStart, TrailCheckView } from './audit';
import { route } from './route';

/** The trail of acts of a province, and whether anybody has changed it. */
export const AUDIT_ROUTES = {
  auditLines: route({
    method: 'GET',
    path: '/audit/lines',
    summary: 'Tra cứu nhật ký: ai, thay ai, làm gì, với đối tượng nào, lúc nào',
    policy: 'administrator',
    query: AuditQuery,
    answer: AuditPage,
    errors: ['forbidden', 'request-invalid'],
  }),
  auditSheet: route({
    method: 'GET',
    path: '/audit/sheet',
    summary: 'Các dòng nhật ký tìm được dưới dạng bảng tính',
    policy: 'administrator',
    query: AuditSheetQuery,
    answer: 'xlsx',
    errors: ['forbidden', 'request-invalid'],
  }),
  auditKinds: route({
    method: 'GET',
    path: '/audit/kinds',
    summary: 'Các loại đối tượng và việc trong nhật ký, bằng lời',
    policy: 'administrator',
    answer: AuditKinds,
    errors: ['forbidden'],
  }),
  checkTrail: route({
    method: 'POST',
    path: '/audit/checks',
    summary: 'Kiểm tra chuỗi nhật ký của cả tỉnh hoặc một đối tượng',
    policy: 'administrator',
    body: TrailCheckStart,
    answer: TrailCheckRef,
    errors: ['forbidden', 'request-invalid'],
    idempotent: false,
  }),
  trailCheck: route({
    method: 'GET',
    path: '/audit/checks/{id}',
    summary: 'Tiến độ và kết quả kiểm tra chuỗi nhật ký',
    policy: 'administrator',
    answer: TrailCheckView,
    errors: ['forbidden', 'not-found'],
  }),
} as const;
