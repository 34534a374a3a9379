import type { GraphElement } from '../graph';

type Common =
  | 'index'
  | 'id'
  | 'name'
  | 'scope'
  | 'incoming'
  | 'outgoing'
  | 'boundaries'
  | 'inputs'
  | 'outputs'
  | 'multiInstance'
  | 'standardLoop'
  | 'startQuantity'
  | 'completionQuantity'
  | 'isForCompensation'
  | 'compensation'
  | 'data'
  | 'lane'
  | 'headers'
  | 'legal';
type WithoutCommon<T> = T extends unknown ? Omit<T, Common> : never;

/** What is particular to one type of element; the rest is common to all. */
export type Part = WithoutCommon<GraphElement>;
