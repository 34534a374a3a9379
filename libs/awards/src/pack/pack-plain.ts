import { formatLocalDate, type Fraction, type JsonObject, type JsonValue, type LocalDate } from '@thidua/kernel';
import type { LimitAmount, Pack, PackRow, Threshold } from './pack';
import { PACK_LISTS } from './rows';

const AMOUNT_KEYS = { 'working-day': 'workingDays', day: 'days', month: 'months' } as const;

/** A pack in the keys of its file: what `readPackPlain` reads back to the same pack. The decisions stay beside it. */
export function packToPlain(pack: Pack): JsonObject {
  const { id, title, status, receivedFrom, receivedTo, lapsesOn, basedOn, province, simulated, citation, confirmed, note } = pack;
  const head = { id, title, status, receivedFrom, receivedTo, lapsesOn, basedOn, province, simulated, citation, confirmed, note };
  const lists = PACK_LISTS.map((list): [string, JsonValue] => [list, pack[list].map((row: PackRow) => rowToPlain(row))]);
  const overlays = pack.overlays.map((overlay) => plainObject(overlay));
  const own: JsonObject = pack.status === 'local' ? { switchOn: [...pack.switchOn] } : {};
  return { ...plainObject(head), ...(pack.status === 'placeholder' ? {} : { ...Object.fromEntries(lists), overlays, ...own }) };
}

/** A row in the keys of the file; keys without a value are left out. */
export function rowToPlain(row: PackRow): JsonObject {
  return plainObject(row);
}

function plainObject(value: object): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .flatMap(([key, one]) => keyed(key, one, value))
      .filter(([, one]) => one !== null),
  );
}

function keyed(key: string, value: unknown, row: object): readonly [string, JsonValue][] {
  if (key === 'threshold' && isThreshold(value)) {
    return [value.kind === 'majority' ? ['threshold', 'majority'] : ['atLeast', exact(value.share)]];
  }
  if (key === 'amount' && isAmount(value)) {
    return 'kind' in row && row.kind === 'by-date' ? [] : [[AMOUNT_KEYS[value.unit], value.value]];
  }
  return [[key, plain(value)]];
}

function plain(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (isDay(value)) {
    return formatLocalDate(value);
  }
  if (isFraction(value)) {
    return exact(value);
  }
  return typeof value === 'object' ? plainObject(value) : null;
}

function exact({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

function isDay(value: unknown): value is LocalDate {
  return typeof value === 'object' && value !== null && 'year' in value && 'month' in value && 'day' in value;
}

function isFraction(value: unknown): value is Fraction {
  return typeof value === 'object' && value !== null && 'numerator' in value && 'denominator' in value;
}

function isThreshold(value: unknown): value is Threshold {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isAmount(value: unknown): value is LimitAmount {
  return typeof value === 'object' && value !== null && 'unit' in value;
}
