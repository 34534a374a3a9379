import type { Outcome } from '@thidua/contract';
import { LIFECYCLE_OUTCOMES } from './lifecycle/registry';
import { OCCASION_OUTCOMES } from './occasions/registry';
import { REPORT_OUTCOMES } from './reports/report-outcomes';

/** Ways a task of a movement may end, by form id; a form without a line only goes on. Every part adds its own. */
export const MOVEMENT_OUTCOMES: Readonly<Record<string, readonly Outcome[]>> = {
  ...OCCASION_OUTCOMES,
  ...REPORT_OUTCOMES,
  'trinh-van-ban': [
    { value: 'submit', label: 'Trình ký', kind: 'primary', needsReason: false },
    { value: 'redraft', label: 'Soạn lại từ dữ liệu mới', kind: 'default', needsReason: false },
  ],
  'ky-phong-trao': [
    { value: 'sign', label: 'Ký', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true },
    { value: 'refuse', label: 'Không ban hành', kind: 'danger', needsReason: true },
  ],
  'ky-bien-ban-kiem-tra': [
    { value: 'sign', label: 'Nhất trí, ký biên bản', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Có ý kiến khác, trả lại Đoàn', kind: 'danger', needsReason: true },
  ],
  'xac-nhan-khac-phuc': [
    { value: 'accept', label: 'Đã khắc phục', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Chưa khắc phục xong', kind: 'danger', needsReason: true },
  ],
  'duyet-tu-cham': [
    { value: 'approve', label: 'Duyệt, gửi bảng tự chấm', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true },
  ],
  'lua-chon-dien-hinh': [
    { value: 'select', label: 'Lựa chọn', kind: 'primary', needsReason: false },
    { value: 'refuse', label: 'Không lựa chọn', kind: 'danger', needsReason: false },
  ],
  'xac-nhan-nhiem-vu': [
    { value: 'accept', label: 'Xác nhận đã làm', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true },
  ],
  ...LIFECYCLE_OUTCOMES,
};
