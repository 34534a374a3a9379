import type { Frame } from './common';

/** Table of contents of a merged bộ hồ sơ; counts as page 1 and following of it. */
export interface Contents {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly submitter: string;
  readonly subject: string;
  readonly entries: readonly {
    readonly index: number;
    readonly title: string;
    /** '12/TTr-UBND'; '' when it has none. */
    readonly number: string;
    /** Null when it has none. */
    readonly date: string | null;
    readonly pages: number;
    readonly fromPage: number;
  }[];
  readonly totalPages: number;
}
