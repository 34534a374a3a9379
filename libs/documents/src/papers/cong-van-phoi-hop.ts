import type { DocumentRef, Frame } from './common';

/** cong-van-phoi-hop: a body that is not under the issuer is asked to join in; it is given no order. */
export interface CooperationLetter {
  readonly frame: Frame;
  /** After 'V/v': 'đề nghị phối hợp triển khai Phong trào thi đua …'. */
  readonly subject: string;
  readonly to: readonly string[];
  readonly publisher: string;
  readonly movement: string;
  /** The plan sent along. */
  readonly plan: DocumentRef;
  /** What is asked, one point each without end mark. */
  readonly requests: readonly string[];
  /** Day until when an answer is asked for; null: none. */
  readonly replyBy: string | null;
  readonly contact: string;
}
