import type { Outcome } from '@thidua/contract';

/** Ways the steps of reports may end, by form id. */
export const REPORT_OUTCOMES: Readonly<Record<string, readonly Outcome[]>> = {
  'lap-bao-cao': [{ value: 'submit', label: 'Chuyển thủ trưởng ký, gửi', kind: 'primary', needsReason: false }],
  'thu-bao-cao': [{ value: 'close', label: 'Đóng thu, chuyển tổng hợp', kind: 'primary', needsReason: false }],
  'tong-hop-bao-cao': [{ value: 'submit', label: 'Chuyển soạn báo cáo', kind: 'primary', needsReason: false }],
  'gui-bao-cao': [
    { value: 'send', label: 'Ký và gửi báo cáo', kind: 'primary', needsReason: false },
    { value: 'send-back', label: 'Trả lại', kind: 'danger', needsReason: true },
  ],
  'tiep-nhan-bao-cao': [
    { value: 'accept', label: 'Tiếp nhận', kind: 'primary', needsReason: false },
    { value: 'mend', label: 'Yêu cầu bổ sung', kind: 'danger', needsReason: true },
  ],
};
