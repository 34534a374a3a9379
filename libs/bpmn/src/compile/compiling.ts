import type { JsonObject } from '@thidua/kernel';
import type { compileMarked } from '@thidua/feel';
import type { ModdleElement } from 'bpmn-moddle';
import type { Drawing, DrawnProcess } from '../drawing/drawing';
import { refuse, type Place } from '../drawing/place';
import type { Refusal, RefusalCode } from '../refusal';
import type { Surroundings } from '../surroundings';

/** What compiling one process reads, and the refusals it collects. A part that cannot be compiled is undefined, and refused. */
export interface Compiling {
  readonly drawing: Drawing;
  readonly process: DrawnProcess;
  readonly surroundings: Surroundings;
  readonly refusals: Refusal[];
  /** Compiled already, by text. */
  readonly expressions: Map<string, ReturnType<typeof compileMarked>>;
  /** Data objects with the names of their variables, by scope. */
  readonly data: ReadonlyMap<number, readonly { readonly element: ModdleElement; readonly name: string }[]>;
}

export function reject(compiling: Compiling, code: RefusalCode, place: Place, detail: JsonObject = {}): void {
  compiling.refusals.push(refuse(code, place, detail));
}
