import type { RefusalCode } from '../refusal';

/** One line of the support table: what BPMN calls it, how people call it, where it is told and shown. */
export interface SupportRow {
  readonly vi: string;
  readonly en: string;
  /** As in the XML: an element, or `element attribute`. */
  readonly bpmn: string;
  /** `docs/bpmn/<page>.md`, its picture `images/<page>.svg` and its models `elements/<page>.{valid,invalid}.bpmn`. */
  readonly page: string;
}

/** The invalid model of a page, and why it is refused. */
export interface PageRow {
  /** What the invalid model gets wrong. */
  readonly refusedAs: RefusalCode;
}

/** What stays refused, for good. */
export interface RefusedRow {
  readonly vi: string;
  readonly en: string;
  readonly refusedAs: RefusalCode;
  readonly why: string;
}
