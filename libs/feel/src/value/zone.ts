/** Where a clock stands: a fixed offset, or a region of the IANA database, whose offset depends on the day. */
export interface Zone {
  /** As written: `Z`, `+07:00`, `@Asia/Ho_Chi_Minh`. */
  readonly text: string;
  /** Null for a fixed offset. */
  readonly region: Region | null;
  /** Seconds east of UTC, without summer time. */
  readonly standard: number;
}

interface Region {
  readonly name: string;
  /** Seconds east of UTC at an instant (seconds since 1970). */
  readonly offsetAt: (instant: number) => number;
}

export const UTC: Zone = fixedZone(0, 'Z');
/** A date or time without an offset is compared as Vietnamese time. */
export const HOME: Zone = fixedZone(7 * 3600, '+07:00');

const OFFSET = /^[+-]\d{2}:[0-5]\d(?::[0-5]\d)?$/;
const REGION = /^@([A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2})$/;
const MAX_OFFSET = 14 * 3600;
/** January and July of 2000: one of them is without summer time. */
const [WINTER, SUMMER] = [946_684_800, 962_409_600];
/** Seconds a calendar can tell: beyond, a region keeps its last offset. */
const FURTHEST = 8_640_000_000_000;

/** Regions by text, null for what is none: bounded, and never seen in a result. */
const known = new Map<string, Zone | null>();
const KNOWN = 1000;

/** Reads `Z`, `+07:00`, `+07:00:30` or `@Asia/Ho_Chi_Minh`; null when it is out of range or unknown. */
export function parseZone(text: string): Zone | null {
  if (text === 'Z') {
    return UTC;
  }
  if (!OFFSET.test(text)) {
    return regionOf(text);
  }
  const seconds = secondsOf(text);
  return Math.abs(seconds) > MAX_OFFSET ? null : fixedZone(seconds, text);
}

/** Seconds of `+07:00` or `+07:00:30`. */
function secondsOf(offset: string): number {
  const parts = `${offset}:00`.split(':').slice(0, 3);
  const seconds = parts.reduce((sum, part) => sum * 60 + Math.abs(Number(part)), 0);
  return offset.startsWith('-') ? -seconds : seconds;
}

/** A zone of so many seconds east of UTC; null when there is none. */
export function zoneAt(seconds: number): Zone | null {
  if (seconds === 0) {
    return UTC;
  }
  const all = Math.abs(seconds);
  const parts = [Math.floor(all / 3600), Math.floor(all / 60) % 60, ...(all % 60 === 0 ? [] : [all % 60])];
  return parseZone((seconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':'));
}

function fixedZone(seconds: number, text: string): Zone {
  return { text, region: null, standard: seconds };
}

function regionOf(text: string): Zone | null {
  const found = known.get(text);
  if (found !== undefined) {
    return found;
  }
  const name = REGION.exec(text)?.[1];
  const made = name === undefined ? null : makeRegion(name, text);
  if (known.size >= KNOWN) {
    known.clear();
  }
  known.set(text, made);
  return made;
}

function makeRegion(name: string, text: string): Zone | null {
  const format = formatOf(name);
  if (format === null) {
    return null;
  }
  const offsetAt = (instant: number): number => offsetIn(format.formatToParts(Math.max(-FURTHEST, Math.min(FURTHEST, instant)) * 1000));
  return { text, region: { name, offsetAt }, standard: Math.min(offsetAt(WINTER), offsetAt(SUMMER)) };
}

/** `Intl` holds the IANA database wherever JavaScript runs; it throws a RangeError for a region it does not know. */
function formatOf(region: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: region, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** `GMT`, `GMT+07:00` or, for old local times, `GMT+07:06:30`. */
function offsetIn(parts: readonly Intl.DateTimeFormatPart[]): number {
  return secondsOf(parts.map(({ type, value }) => (type === 'timeZoneName' ? value.slice(3).padEnd(6, '+00:00') : '')).join(''));
}

/** Seconds east of UTC when clocks there show a time (seconds since 1970 as if in UTC): of an hour that comes twice the first, of one that is left out as before it. */
export function offsetOfClock(zone: Zone, shown: number): number {
  const { region, standard } = zone;
  if (region === null) {
    return standard;
  }
  const before = region.offsetAt(shown - standard - 86_400);
  const then = region.offsetAt(shown - before);
  return region.offsetAt(shown - then) === then ? then : before;
}
