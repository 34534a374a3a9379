import type { BlankLayout } from '@thidua/documents';
import type { JsonObject, JsonValue } from '@thidua/kernel';

/** The blank as its gate froze it into the order: checked by the contract when it was kept. */
export function layoutOf(params: JsonObject): BlankLayout {
  return params['layout'] as unknown as BlankLayout;
}

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
