import { Done } from './dossiers';
import { PaperView } from './rounds';
import { PaperTrust, ScanConfirmation, ScanUploaded } from './scans';
import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';
import { FileVerified, PaperVerified } from './verification';

/** Papers: their state, their files, and what anyone may verify. */
export const PAPER_ROUTES = {
  paper: route({
    method: 'GET',
    path: '/papers/{id}',
    summary: 'Một văn bản',
    policy: 'paper-party',
    answer: PaperView,
    errors: ['not-found'],
  }),
  paperContent: route({
    method: 'GET',
    path: '/papers/{id}/content',
    summary: 'Tệp PDF của văn bản',
    policy: 'paper-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  paperDocx: route({
    method: 'GET',
    path: '/papers/{id}/docx',
    summary: 'Tệp Word của văn bản',
    policy: 'paper-party',
    answer: 'docx',
    errors: ['not-found'],
  }),
  paperSheet: route({
    method: 'GET',
    path: '/papers/{id}/sheet',
    summary: 'Bảng tính của danh sách, bảng tổng hợp',
    policy: 'paper-party',
    answer: 'xlsx',
    errors: ['not-found'],
  }),
  uploadScan: route({
    method: 'POST',
    path: '/papers/{id}/scan',
    summary: 'Tải bản ký tay đã quét',
    policy: 'records-clerk',
    upload: 'scan',
    answer: ScanUploaded,
    errors: ['not-found', 'forbidden', 'paper-state', ...UPLOAD_ERRORS],
  }),
  confirmScan: route({
    method: 'POST',
    path: '/papers/{id}/scan/confirmation',
    summary: 'Xác nhận bản ký tay đã quét và phát hành văn bản',
    policy: 'records-clerk',
    body: ScanConfirmation,
    answer: Done,
    errors: ['not-found', 'forbidden', 'paper-state', 'scan-needs-reason'],
  }),
  waitingScan: route({
    method: 'GET',
    path: '/papers/{id}/scan',
    summary: 'Bản quét đang chờ xác nhận',
    policy: 'records-clerk',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  paperPrint: route({
    method: 'GET',
    path: '/papers/{id}/print',
    summary: 'Bản in đã ký tay',
    policy: 'paper-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  paperTrust: route({
    method: 'GET',
    path: '/papers/{id}/trust',
    summary: 'Văn bản còn nguyên vẹn, chữ ký số và bản quét của văn bản',
    policy: 'paper-party',
    answer: PaperTrust,
    errors: ['not-found'],
  }),
  verifyPaper: route({
    method: 'GET',
    path: '/verifications/{token}',
    summary: 'Tra cứu quyết định, giấy khen, bằng khen theo mã in trên văn bản',
    policy: 'anyone',
    answer: PaperVerified,
    errors: ['not-found', 'too-many-attempts'],
  }),
  verifyFile: route({
    method: 'POST',
    path: '/verifications',
    summary: 'Kiểm tra một tệp PDF: có phải văn bản đã phát hành, còn nguyên vẹn, chữ ký số',
    policy: 'anyone',
    upload: true,
    answer: FileVerified,
    errors: ['request-invalid', 'file-not-what-it-says', 'file-too-large', 'too-many-attempts'],
    idempotent: false,
  }),
} as const;
