import * as z from 'zod/mini';

const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/** Text from outside: NFC, trimmed, no control characters, lone surrogates or bidi overrides; length counts code points. */
export function cleanText(max: number, min = 0): z.ZodMiniType<string, string> {
  return z.pipe(
    z.pipe(
      z.string().check(z.refine((text) => !FORBIDDEN.test(text), { error: 'text-forbidden-character' })),
      z.transform((text: string) => text.normalize('NFC').trim()),
    ),
    z.string().check(
      z.refine((text) => Array.from(text).length >= min, { error: 'text-too-short' }),
      z.refine((text) => Array.from(text).length <= max, { error: 'text-too-long' }),
    ),
  );
}

export const Id = z.uuid();
/** YYYY-MM-DD. */
export const Day = z.iso.date();
/** ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true });
export const Json = z.json();
export const JsonRecord = z.record(z.string(), z.json());
