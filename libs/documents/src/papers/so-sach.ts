import type { Frame } from './common';

/** Sổ đăng ký văn bản đi (NĐ 30/2020, Annex IV), landscape; one part per type of document. */
export interface RegisterBook {
  readonly frame: Frame;
  readonly year: number;
  /** 'Từ ngày 02/3/2026 đến ngày 30/12/2026'; '' on an empty book. */
  readonly span: string;
  readonly parts: readonly {
    readonly typeName: string;
    /** 'Từ số 01 đến số 57, trong đó hủy 02 số'. */
    readonly span: string;
    readonly lines: readonly RegisterBookLine[];
  }[];
}

export interface RegisterBookLine {
  /** '12/QĐ-UBND'. */
  readonly numberText: string;
  readonly date: string;
  readonly title: string;
  readonly signer: string;
  readonly recipients: string;
  /** Who keeps the house's own copy. */
  readonly archive: string;
  readonly copies: number;
  readonly note: string;
  /** Struck through; the number is never given again. */
  readonly canceled: boolean;
}

/** Sổ theo dõi hồ sơ of the one-stop desk, landscape. */
export interface FollowBook {
  readonly frame: Frame;
  readonly year: number;
  readonly desk: string;
  readonly lines: readonly FollowBookLine[];
}

export interface FollowBookLine {
  readonly index: number;
  readonly code: string;
  readonly content: string;
  readonly copies: number;
  readonly submitter: string;
  readonly contact: string;
  readonly handler: string;
  readonly receivedDate: string;
  /** Promised on the receipt; null before. */
  readonly dueDate: string | null;
  readonly forwardedDate: string | null;
  readonly resultDate: string | null;
  readonly returnedDate: string | null;
  readonly method: string;
  readonly note: string;
}

/** Phiếu kiểm soát quá trình giải quyết hồ sơ: every step with its hand-over. */
export interface ControlSlip {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly submitter: string;
  readonly content: string;
  readonly receivedBy: string;
  readonly receivedDate: string | null;
  readonly dueDate: string | null;
  /** Other bodies that took part. */
  readonly others: readonly string[];
  readonly steps: readonly ControlStep[];
}

export interface ControlStep {
  readonly index: number;
  readonly name: string;
  /** 'Nguyễn Văn A, UBND xã Gia Phúc'; '' on the first step. */
  readonly giver: string;
  readonly taker: string;
  /** 'HH:mm'. */
  readonly time: string;
  readonly date: string;
  readonly dueDate: string | null;
  readonly doneDate: string | null;
  /** 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Đang giải quyết'. */
  readonly result: string;
  readonly note: string;
}
