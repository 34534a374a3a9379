import type { Frame, PersonRef } from './common';
import type { AskedRow } from './phieu-bieu-quyet';

/** Form by which an absent member answers in writing, a sheet per member, with name, signature and deadline (law.md 12, V-12). */
export interface OpinionForms {
  readonly frame: Frame;
  readonly council: string;
  /** 'Về việc xét đề nghị tặng Bằng khen …'. */
  readonly subject: string;
  /** Why it is asked in writing, in a sentence or two. */
  readonly opening: string;
  readonly rows: readonly AskedRow[];
  /** Last day; null when it is told with the invitation. */
  readonly dueOn: string | null;
  /** Where it goes: 'Phòng Văn hóa - Xã hội xã Gia Phúc'. */
  readonly returnTo: string;
  readonly sheets: readonly { readonly member: PersonRef }[];
}
