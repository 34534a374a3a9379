import type { JsonValue } from '@thidua/kernel';
import type { TemplateLetterhead } from '../deps';
import { Refused } from '../refused';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** A letterhead as it is kept; written by this room alone. */
export function letterheadOf(kept: JsonValue): TemplateLetterhead | null {
  return kept as unknown as TemplateLetterhead | null;
}

/** The emblem's bytes are the picture its address says. @throws Refused request-invalid */
export function demandEmblem(letterhead: TemplateLetterhead | null): void {
  const emblem = letterhead?.emblem ?? null;
  if (emblem === null) {
    return;
  }
  const bytes = Buffer.from(emblem.slice(emblem.indexOf(',') + 1), 'base64');
  const head = emblem.startsWith('data:image/png') ? PNG : JPEG;
  if (!head.every((byte, at) => bytes[at] === byte)) {
    throw new Refused('request-invalid', { fields: [{ path: 'letterhead.emblem', problem: 'no-picture', kind: 'custom' }] });
  }
}
