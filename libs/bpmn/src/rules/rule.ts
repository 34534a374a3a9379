import type { Drawing } from '../drawing/drawing';
import type { Refusal } from '../refusal';
import type { Surroundings } from '../surroundings';

/** One check over a whole drawing; the same in the modeler and at deploy. Must not throw on a half-finished drawing. */
export type Rule = (drawing: Drawing, surroundings: Surroundings) => readonly Refusal[];
