import type { DocumentRef, Frame, NomineeKind } from './common';

/** Thông báo mở đợt khen thưởng of a movement: what may be proposed on the occasion, by whom, until when. */
export interface OccasionNotice {
  readonly frame: Frame;
  /** 'Mở đợt khen thưởng sơ kết năm 2027 Phong trào thi đua “…”'. */
  readonly subject: string;
  readonly publisher: string;
  readonly plan: DocumentRef;
  readonly movement: string;
  /** 'khen thưởng sơ kết năm 2027'. */
  readonly occasion: string;
  /** Who is invited; empty: everybody the plan speaks of. */
  readonly units: readonly string[];
  readonly awards: readonly {
    readonly index: number;
    readonly award: string;
    readonly decider: string;
    /** The plan's words; '' where the law alone says so. */
    readonly plan: string;
  }[];
  /** What the plan asks beside the law; without end marks. */
  readonly criteria: readonly string[];
  /** Parts of a dossier the plan names. */
  readonly dossier: readonly string[];
  /** Movements a nomination may be made under, where there is more than one. */
  readonly chain: readonly string[];
  /** Null: nothing is registered. */
  readonly registerBy: string | null;
  readonly closesOn: string;
  readonly note: string;
  /** 'Phòng Văn hóa - Xã hội'. */
  readonly contact: string;
}

/** Phiếu đăng ký thi đua: whom a unit registers to win what, and by which deeds. */
export interface EmulationRegistration {
  readonly frame: Frame;
  readonly subject: string;
  readonly to: readonly string[];
  readonly unit: string;
  readonly movement: string;
  /** 'khen thưởng sơ kết năm 2027'. */
  readonly occasion: string;
  /** The notice it answers. */
  readonly notice: DocumentRef;
  readonly rows: readonly {
    readonly index: number;
    readonly name: string;
    readonly kind: NomineeKind;
    readonly title: string;
    readonly award: string;
    readonly goals: string;
  }[];
  readonly totals: { readonly collectives: number; readonly households: number; readonly individuals: number };
}
