import type { Outcome } from '@thidua/contract';

/** Ways a task of a movement may end, by form id; a form without a line only goes on. Every part adds its own. */
export const MOVEMENT_OUTCOMES: Readonly<Record<string, readonly Outcome[]>> = {
  'trinh-van-ban': [
    { value: 'submit', label: 'Trình ký', kind: 'primary', needsReason: false },
    { value: 'redraft', label: 'Soạn lại từ dữ liệu mới', kind: 'default', needsReason: false },
  ],
  'ky-phong-trao': [
    { value: 'sign', label: 'Ký', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true },
    { value: 'refuse', label: 'Không ban hành', kind: 'danger', needsReason: true },
  ],
};
