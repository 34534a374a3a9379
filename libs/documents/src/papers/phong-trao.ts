import type { Frame } from './common';

/** ke-hoach-phong-trao: the plan by which a body launches or carries on a movement. */
export interface MovementPlan {
  readonly frame: Frame;
  readonly subject: string;
  readonly movement: string;
  /** 'Thực hiện …' or 'Căn cứ …', whole sentences without end mark. */
  readonly grounds: readonly string[];
  readonly publisher: string;
  readonly purposes: readonly string[];
  readonly requirements: readonly string[];
  readonly subjects: readonly string[];
  readonly contents: readonly { readonly title: string; readonly items: readonly string[] }[];
  /** Figures to be reached; empty prints no table. */
  readonly targets: readonly { readonly index: number; readonly target: string; readonly measure: string; readonly by: string }[];
  /** 'Từ năm 2025 đến hết tháng 12 năm 2030'; '' when the plan says nothing. */
  readonly period: string;
  /** Empty: the movement has none. */
  readonly phases: readonly { readonly name: string; readonly time: string; readonly tasks: string }[];
  /** Who makes a plan of its own until when, a sentence without end mark; '' prints nothing. */
  readonly unitPlans: string;
  /** Criteria of those who are proposed. */
  readonly criteria: readonly string[];
  /** Awards by occasion, as the plan lists them: yearly, sơ kết, tổng kết. */
  readonly awards: readonly { readonly occasion: string; readonly forms: string }[];
  /** Parts of a dossier. */
  readonly dossier: readonly string[];
  /** Who reports what until when. */
  readonly reports: readonly string[];
  readonly funding: string;
  readonly execution: readonly { readonly body: string; readonly tasks: string }[];
}

/** bao-cao-phong-trao: yearly, at sơ kết or at tổng kết, with its annex tables (law.md 12). */
export interface MovementReport {
  readonly frame: Frame;
  readonly occasion: 'annual' | 'interim' | 'final';
  readonly subject: string;
  readonly movement: string;
  readonly period: string;
  readonly publisher: string;
  readonly leadership: readonly string[];
  readonly results: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly commendation: readonly string[];
  readonly limits: readonly string[];
  readonly causes: readonly string[];
  readonly lessons: readonly string[];
  readonly tasks: readonly string[];
  readonly proposals: readonly string[];
  readonly annexes: readonly ReportAnnex[];
}

export interface ReportAnnex {
  /** 'Phụ lục I'. */
  readonly label: string;
  readonly title: string;
  /** Heads of the columns after STT. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly index: number; readonly cells: readonly string[] }[];
}
