import type { PaperToIssue } from '@thidua/casework';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { objectOf } from './plain';

/** The draft's frozen data with number, date and signature as they came to be; nothing else changes. */
export function finalData({
  data,
  number,
  symbol,
  date,
  signer,
}: Pick<PaperToIssue, 'data' | 'number' | 'symbol' | 'date' | 'signer'>): JsonObject {
  const frame = objectOf(data['frame']);
  const hasDay = typeof frame['date'] === 'string';
  return {
    ...data,
    frame: {
      ...frame,
      ...(number === null ? {} : { number, symbol: symbol ?? frame['symbol'] ?? '' }),
      // Minutes keep the day of the meeting; a numbered paper bears the day of its number.
      ...(number !== null || !hasDay ? { date } : {}),
      ...(signer === null ? {} : { signature: signed(objectOf(frame['signature']), signer) }),
    },
  };
}

/** A paper that leaves the house bears a date: its own, else the day it leaves. */
export function dated(data: JsonObject, day: string): JsonObject {
  const frame = objectOf(data['frame']);
  return typeof frame['date'] === 'string' ? data : { ...data, frame: { ...frame, date: day } };
}

function signed(signature: JsonObject, { fullName, role }: NonNullable<PaperToIssue['signer']>): JsonObject {
  const standsIn = role === 'deputy-chair' && signature['name'] !== fullName;
  return {
    ...signature,
    ...(standsIn ? { name: fullName, lines: linesInPlace(signature['lines']) } : {}),
  };
}

/** ['CHỦ TỊCH'] → ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] (NĐ 30/2020, Annex I): the deputy signs in the head's place. */
function linesInPlace(lines: JsonValue | undefined): readonly JsonValue[] {
  const all = Array.isArray(lines) ? lines.map(String) : [];
  const head = all.at(-1) ?? 'CHỦ TỊCH';
  return [...all.slice(0, -1), `KT. ${head}`, `PHÓ ${head}`];
}
