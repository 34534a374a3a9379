import type { BlankField } from '@thidua/contract';
import type { Fields } from './use-fields';

/** A line across the sheet that the field in hand lies on, in millimetres. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
}

const NEAR_MM = 0.8;
const SAME_MM = 0.05;

type Sheet = { readonly widthMm: number; readonly heightMm: number };

/** Where the field would be drawn to: its left, middle or right edge to that of another or of the sheet; its top to another's top. */
export function snapped(field: BlankField, others: Fields, sheet: Sheet): BlankField {
  const x = nearest(anchorsX(field), targetsX(others, sheet));
  const y = nearest([field.yMm], targetsY(others));
  return { ...field, xMm: field.xMm + x, yMm: field.yMm + y };
}

/** Lines the field lies on now. */
export function guidesOf(field: BlankField, others: Fields, sheet: Sheet): readonly Guide[] {
  const xs = targetsX(others, sheet).filter((target) => anchorsX(field).some((anchor) => Math.abs(anchor - target) < SAME_MM));
  const ys = targetsY(others).filter((target) => Math.abs(field.yMm - target) < SAME_MM);
  const lines = [...xs.map((at) => ({ axis: 'x' as const, at })), ...ys.map((at) => ({ axis: 'y' as const, at }))];
  return lines.filter((line, index) => lines.findIndex((one) => one.axis === line.axis && Math.abs(one.at - line.at) < SAME_MM) === index);
}

function anchorsX({ xMm, widthMm }: BlankField): readonly number[] {
  return [xMm, xMm + widthMm / 2, xMm + widthMm];
}

function targetsX(others: Fields, sheet: Sheet): readonly number[] {
  return [sheet.widthMm / 2, ...others.flatMap(anchorsX)];
}

function targetsY(others: Fields): readonly number[] {
  return others.map((field) => field.yMm);
}

/** The shortest way from an anchor to a target, 0 when none is near. */
function nearest(anchors: readonly number[], targets: readonly number[]): number {
  const ways = anchors.flatMap((anchor) => targets.map((target) => target - anchor)).filter((way) => Math.abs(way) <= NEAR_MM);
  return ways.reduce((best, way) => (best === 0 || Math.abs(way) < Math.abs(best) ? way : best), 0);
}
