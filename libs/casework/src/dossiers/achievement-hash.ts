import { createHash } from 'node:crypto';
import { searchable } from '../plain-text';

/** The same achievement told with other spacing, marks or case is the same achievement. */
export function achievementHash(text: string): string {
  return createHash('sha256').update(searchable(text)).digest('hex');
}
