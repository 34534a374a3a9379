import type { PackRow } from '@thidua/awards';
import { contentHash } from './store-pack';

/** What a row says, as one value: where it was read and whether it was confirmed is not part of it. */
export function rowHash(row: PackRow): string {
  const said = Object.entries(row).filter(([field]) => !['confirmed', 'source', 'note'].includes(field));
  return contentHash(Object.fromEntries(said));
}
