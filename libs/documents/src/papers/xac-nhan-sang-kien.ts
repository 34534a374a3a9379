import type { Frame } from './common';

/** Confirmation of an initiative's effect and of how far it can be applied (law.md 7.5: Mẫu 13; D-04). */
export interface InitiativeConfirmation {
  readonly frame: Frame;
  /** 'Mẫu 13'; '' prints none. */
  readonly formNumber: string;
  /** 'Chủ tịch Ủy ban nhân dân xã Gia Phúc'. */
  readonly confirmer: string;
  readonly subject: string;
  readonly grounds: readonly string[];
  readonly initiative: {
    readonly name: string;
    readonly field: string;
    /** First day or time it was used: 'tháng 9 năm 2025'. */
    readonly appliedFrom: string;
    /** Decision that recognised it before; '' when this paper is the first. */
    readonly recognition: string;
  };
  readonly authors: readonly { readonly index: number; readonly name: string; readonly title: string; readonly share: string }[];
  readonly content: readonly string[];
  /** Effect in figures, a paragraph each. */
  readonly effects: readonly string[];
  /** Where it is used and may be used. */
  readonly scope: readonly string[];
  /** What the initiative council found, a sentence; '' when none was asked. */
  readonly council: string;
  /** What it is confirmed for: 'làm căn cứ đề nghị tặng danh hiệu Chiến sĩ thi đua cơ sở'. */
  readonly purpose: string;
}
