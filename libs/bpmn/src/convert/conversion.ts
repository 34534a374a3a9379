import type { JsonObject } from '@thidua/kernel';
import type { ElementSummary } from '../import/summary';
import type { Dialect } from '../moddle/dialect';
import type { Refusal } from '../refusal';

/** A diagram of another engine in our vocabulary, with an account of every word. */
export interface Conversion {
  readonly dialect: Dialect;
  /** The file as it was given. */
  readonly original: string;
  /** BPMN 2.0 with `zeebe:` and `thidua:` words. What has no meaning here stands in it as `thidua:unmapped`, which no deployment accepts. */
  readonly xml: string;
  readonly report: readonly ConversionLine[];
  /** What the file holds, document order, drawing included. */
  readonly elements: readonly ElementSummary[];
  /** Forms that were written inside the diagram, as form-js schemas; the tasks refer to them by id. */
  readonly forms: readonly ConvertedForm[];
  /** One per line that is `not-mappable`: what keeps the copy from being deployed. */
  readonly refusals: readonly Refusal[];
}

/** What became of one word of the other engine. */
export interface ConversionLine {
  /** The nearest element with an id. */
  readonly elementId: string;
  /** As in the XML: `bpmn:UserTask`. */
  readonly elementType: string;
  /** The word as written: `camunda:assignee`. */
  readonly what: string;
  /** What stands in the converted file; empty when nothing does. */
  readonly became: string;
  readonly kind: ConversionKind;
  readonly vi: string;
  readonly en: string;
}

export type ConversionKind =
  /** Means the same. */
  | 'mapped'
  /** Means nearly the same, or something was left out: to be read by a person. */
  | 'changed-meaning'
  /** Has no meaning here; somebody must settle it before the diagram can be deployed. */
  | 'not-mappable';

export interface ConvertedForm {
  readonly id: string;
  readonly schema: JsonObject;
}
