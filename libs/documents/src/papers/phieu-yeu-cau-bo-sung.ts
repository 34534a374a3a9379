import type { Frame } from './common';

/** Request to supplement a hồ sơ: what, why, how, until when. */
export interface SupplementRequest {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly to: string;
  readonly content: string;
  readonly receivedDate: string;
  readonly items: readonly { readonly index: number; readonly part: string; readonly reason: string; readonly remedy: string }[];
  /** Null when no limit is set. */
  readonly deadline: string | null;
  readonly contact: string;
}
