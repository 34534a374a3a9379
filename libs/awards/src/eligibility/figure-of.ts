import { instantOf, type JsonValue, type LocalDate } from '@thidua/kernel';
import type { Pack } from '../pack/pack';
import { decisionsOf } from './decisions-of';

/** A figure of eligibility.dmn that stands by itself (likeness, women-share). */
export function figureOf(pack: Pack, decisionId: string, date: LocalDate): JsonValue {
  return (
    decisionsOf(pack)
      ?.decision(decisionId)
      ?.evaluate({}, { nowMs: instantOf(date) }).value ?? null
  );
}
