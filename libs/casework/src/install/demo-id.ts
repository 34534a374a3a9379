import { createHash } from 'node:crypto';

/** A uuid (version 8) that follows from a name, so that the same file always makes the same rows. */
export function idOf(slug: string): string {
  const hex = createHash('sha256').update(slug).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
