import { isoOf, type JsonObject } from '@thidua/kernel';
import { objectOf } from './plain';

/** What signing and numbering added to a frozen draft. */
export interface Finality {
  readonly numberText: string | null;
  readonly numberDate: string | null;
  readonly mode: 'digital' | 'wet-ink' | null;
  readonly signedAtMs: number | null;
}

/** The draft's frozen data with number, date and the note of a digital signature; nothing else changes. */
export function finalData(data: JsonObject, { numberText, numberDate, mode, signedAtMs }: Finality): JsonObject {
  const frame = objectOf(data['frame']);
  const [number = '', ...symbol] = numberText?.split('/') ?? [];
  return {
    ...data,
    frame: {
      ...frame,
      ...(numberText === null ? {} : { number, symbol: symbol.length > 0 ? symbol.join('/') : (frame['symbol'] ?? '') }),
      ...(numberDate === null ? {} : { date: numberDate }),
      signature: {
        ...objectOf(frame['signature']),
        ...(mode === 'digital' && signedAtMs !== null ? { note: `Đã ký số\n${stamp(signedAtMs)}` } : {}),
      },
    },
  };
}

/** '02/03/2026 14:05:07 +07:00'. */
function stamp(ms: number): string {
  const iso = isoOf(ms);
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)} ${iso.slice(19)}`;
}
