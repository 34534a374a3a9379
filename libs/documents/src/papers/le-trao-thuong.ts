import type { DocumentRef, Frame, NomineeKind } from './common';

/** Kịch bản trao thưởng: who is called when, award by award. */
export interface CeremonyScript {
  readonly frame: Frame;
  /** 'Trao thưởng tại Hội nghị tổng kết phong trào thi đua năm 2025'. */
  readonly subject: string;
  /** What it is combined with, or why it stands alone (ND152 29.3). */
  readonly occasion: string;
  readonly date: string;
  /** 'HH:mm'. */
  readonly startTime: string;
  readonly place: string;
  readonly chair: string;
  readonly parts: readonly CeremonyPart[];
}

/** One award of one decision. */
export interface CeremonyPart {
  readonly index: number;
  readonly award: string;
  readonly decision: DocumentRef | null;
  readonly presenter: string;
  readonly rows: readonly {
    /** Running through all parts. */
    readonly index: number;
    readonly name: string;
    readonly kind: NomineeKind;
    readonly title: string;
    /** 'Gia đình đón nhận'; '' else. */
    readonly note: string;
  }[];
}

/** Bảng tên: cards to be cut out, several to a sheet. */
export interface NameCards {
  readonly frame: Frame;
  readonly event: string;
  readonly cards: readonly { readonly name: string; readonly title: string; readonly award: string }[];
}

/** Giấy mời (NĐ 30/2020, Annex III). */
export interface Invitation {
  readonly frame: Frame;
  readonly subject: string;
  readonly host: string;
  /** One line each; a single guest stands in the sentence. */
  readonly guests: readonly string[];
  readonly event: string;
  readonly chair: string;
  readonly date: string;
  readonly startTime: string;
  readonly place: string;
  readonly notes: readonly string[];
}

/** Chương trình hội nghị. */
export interface ConferenceProgramme {
  readonly frame: Frame;
  readonly subject: string;
  readonly date: string;
  readonly startTime: string;
  readonly place: string;
  readonly chair: string;
  readonly items: readonly { readonly index: number; readonly time: string; readonly content: string; readonly by: string }[];
}
