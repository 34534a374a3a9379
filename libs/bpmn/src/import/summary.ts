import type { ModdleElement } from 'bpmn-moddle';
import { textOf } from '../moddle/access';
import { descendants } from '../moddle/descendants';

/** An element with an id. */
export interface ElementSummary {
  readonly id: string;
  /** `bpmn:UserTask` */
  readonly type: string;
  readonly name?: string;
}

/** Everything with an id, document order, drawing included. */
export function summaryOf(root: ModdleElement): readonly ElementSummary[] {
  return descendants(root).flatMap((element) => {
    const { id, $type: type } = element;
    const name = textOf(element, 'name');
    return id === undefined ? [] : [{ id, type, ...(name === undefined ? {} : { name }) }];
  });
}
