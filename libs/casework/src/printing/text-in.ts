import type { JsonObject } from '@thidua/kernel';

/** A parameter as text; '' when it is none. */
export function textIn(params: JsonObject, key: string): string {
  const value = params[key];
  return typeof value === 'string' ? value : '';
}
