import type { DocumentRef, Frame, NomineeKind } from './common';

/** Phiếu giới thiệu điển hình tiên tiến: who introduces whom, with what result, and what he or she agreed to. */
export interface ModelIntroduction {
  readonly frame: Frame;
  /** 'Điển hình tiên tiến trong Phong trào thi đua “…”'. */
  readonly subject: string;
  readonly to: readonly string[];
  readonly introducer: string;
  readonly movement: string;
  /** 'giai đoạn 2025 - 2030'. */
  readonly period: string;
  readonly model: {
    readonly name: string;
    readonly kind: NomineeKind;
    /** Post and unit of a person, address or superior of a collective. */
    readonly title: string;
    /** 'Nông dân'; '' when it was not said. */
    readonly audience: string;
  };
  readonly deeds: readonly string[];
  readonly results: readonly string[];
  /** What others can take from it; empty: nothing was written. */
  readonly spread: readonly string[];
  readonly consent: {
    readonly given: boolean;
    /** Who agreed, for a collective its head. */
    readonly by: string;
    /** Null while nobody has said yes. */
    readonly date: string | null;
    /** Whether the picture may be shown too. */
    readonly withPhoto: boolean;
  };
  /** Files that go with it, as people call them. */
  readonly attachments: readonly string[];
}

/** Danh sách vinh danh of a conference: awards decided under the movement in the order they are given, then the models selected. */
export interface HonourRoll {
  readonly frame: Frame;
  readonly subject: string;
  /** 'Hội nghị sơ kết …'; its day and place stand behind it. */
  readonly event: string;
  readonly date: string;
  readonly place: string;
  readonly parts: readonly HonourPart[];
  readonly models: readonly {
    /** Running on from the parts. */
    readonly index: number;
    readonly name: string;
    readonly kind: NomineeKind;
    readonly title: string;
    readonly result: string;
  }[];
}

/** One award of one decision. */
export interface HonourPart {
  readonly index: number;
  readonly award: string;
  readonly decision: DocumentRef | null;
  readonly rows: readonly {
    /** Running through all parts. */
    readonly index: number;
    readonly name: string;
    readonly kind: NomineeKind;
    readonly title: string;
    readonly achievement: string;
    readonly posthumous: boolean;
  }[];
}
