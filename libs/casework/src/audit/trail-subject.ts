import { createHash } from 'node:crypto';

/** The trail itself as a subject of its province: always the same id, so that its own lines are one chain. */
export function trailSubject(provinceId: string): string {
  const hex = createHash('sha256').update(`audit ${provinceId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
