import type { Frame } from './common';

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả of the one-stop desk, when the promised day has passed. */
export interface ApologySlip {
  readonly frame: Frame;
  readonly dossierCode: string;
  /** Who waits. */
  readonly to: string;
  readonly receivedBy: string;
  readonly content: string;
  readonly receivedDate: string;
  /** The day that was promised. */
  readonly dueDate: string;
  readonly reason: string;
  readonly newDueDate: string;
  readonly resultPlace: string;
  readonly contact: string;
}
