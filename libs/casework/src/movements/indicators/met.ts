import type { IndicatorLine } from '@thidua/store';

/** Whether a value passes the target; null: the set asks for none. */
export function metOf({ target, better }: Pick<IndicatorLine, 'target' | 'better'>, value: number): boolean | null {
  if (target === null) {
    return null;
  }
  return better === 'more' ? value >= target : value <= target;
}
