import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperKind } from '@thidua/documents';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { merged, reworded, type Words } from './merge-patch';
import { VARIANTS } from './variants';

export const PAPERS = join(__dirname, '../../workflows/papers');

/** A paper that is made and read: its kind, the name of its variant ('mau' is the sample as it stands), the data it is filled with. */
export interface Golden {
  readonly kind: PaperKind;
  readonly variant: string;
  readonly data: JsonObject;
}

/** How a variant differs from the sample: other words in all its strings, then a merge patch over it. */
export interface Variant {
  readonly words?: Words;
  readonly patch?: JsonObject;
}

/** Every kind by its sample, then each of its variants. */
export function goldensOf(kind: PaperKind): readonly Golden[] {
  const sample = sampleOf(kind);
  const others = Object.entries(VARIANTS[kind] ?? {});
  return [
    { kind, variant: 'mau', data: sample },
    ...others.map(([variant, { words = [], patch = {} }]) => ({
      kind,
      variant,
      data: merged(reworded(sample, words), patch) as JsonObject, // both are objects
    })),
  ];
}

export function sampleOf(kind: PaperKind): JsonObject {
  return JSON.parse(readFileSync(join(PAPERS, '1/samples', `${kind}.json`), 'utf8')) as JsonObject & JsonValue; // our own file
}
