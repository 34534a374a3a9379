import type { DocumentRef, Frame, NomineeKind } from './common';

/** Pay list of a decision, landscape: who gets how much by which formula, with a place for the signature of each (M-01–M-06). */
export interface PayList {
  readonly frame: Frame;
  readonly subject: string;
  readonly attachedTo: DocumentRef | null;
  /** 'Quỹ thi đua, khen thưởng của xã Gia Phúc năm 2026'. */
  readonly fund: string;
  readonly rows: readonly {
    readonly index: number;
    readonly name: string;
    readonly kind: NomineeKind;
    readonly title: string;
    readonly award: string;
    /** '0,3 × 2.340.000 đồng, làm tròn lên 10.000 đồng'. */
    readonly formula: string;
    readonly amount: number;
    /** 'Chỉ trả mức cao nhất (M-05)'; '' when paid as it stands. */
    readonly note: string;
  }[];
  /** Left signature: who made the list. */
  readonly maker: { readonly lines: readonly string[]; readonly name: string };
}
