import type { PlanSource } from '@thidua/awards';
import type { AnyField, FieldKind, PlanField, PlanValues, Question } from '../plan-field';
import type { Node } from '../text/outline';
import type { PlanParts } from '../text/plan-parts';
import { AREA, NAME } from '../text/places';

/** What the caller knows beside the text. */
export interface PlanHints {
  /** 'tỉnh Thái Nguyên', 'thành phố Hải Phòng': completes 'UBND tỉnh' and tells a city from a province. */
  readonly province?: string;
  /** 'xã Gia Phúc': the commune whose plan it is, when the text does not say. */
  readonly place?: string;
  readonly day?: string;
}

/** What the readers of single fields share. */
export interface PlanRoom {
  readonly parts: PlanParts;
  readonly nodes: readonly Node[];
  readonly hints: PlanHints;
  /** All words of the text, rows joined by one space. */
  readonly text: string;
}

export function field<Kind extends FieldKind>(
  kind: Kind,
  value: PlanValues[Kind] | null,
  source: PlanSource | null,
  asked: Question | null = null,
): AnyField {
  const made: PlanField<Kind> = { kind, value, source, asked };
  return made as unknown as AnyField; // the union of all kinds
}

/** 'Ủy ban nhân dân tỉnh' → with the province's name; 'Ủy ban nhân dân phường' → with the plan's own commune. */
export function wholeBody(room: PlanRoom, body: string, own: string | null): string {
  const bareArea = new RegExp(`(?<!\\p{L})(${AREA})$`, 'iu').exec(body);
  const area = bareArea?.[1]?.toLowerCase();
  if (area === undefined) {
    return body;
  }
  const known = [own, room.hints.place, room.hints.province, provinceIn(room)].find((one) => one?.toLowerCase().startsWith(`${area} `));
  return known === undefined || known === null ? body : `${body.slice(0, -area.length)}${known}`;
}

/** The province a text speaks of, when the caller has not said it. */
function provinceIn({ text }: PlanRoom): string | null {
  const found = new RegExp(`(?<!\\p{L})(tỉnh ${NAME})`, 'u').exec(text);
  return found?.[1] ?? null;
}
