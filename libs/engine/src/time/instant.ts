import { instantOf, parseLocalDate } from '@thidua/kernel';

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?(@[\w/]+)?)?$/;
const VIETNAM_MS = 7 * 3_600_000;
const VIETNAM_ZONES = ['@Asia/Ho_Chi_Minh', '@Asia/Saigon', '@Asia/Bangkok'];

/** Reads an ISO date or date-time as epoch milliseconds; without an offset it is Vietnam's time. Undefined when it is none. */
export function parseInstant(text: string): number | undefined {
  const match = SHAPE.exec(text);
  const date = parseLocalDate(match?.[1] ?? '');
  if (match === null || date === undefined) {
    return undefined;
  }
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  const offset = offsetOf(match[6], match[7]);
  if (hour > 24 || minute > 59 || second > 59 || offset === undefined) {
    return undefined;
  }
  const millis = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  return instantOf(date, hour, minute) + second * 1000 + millis + VIETNAM_MS - offset;
}

function offsetOf(offset: string | undefined, zone: string | undefined): number | undefined {
  if (zone !== undefined && offset === undefined) {
    return VIETNAM_ZONES.includes(zone) ? VIETNAM_MS : undefined;
  }
  if (offset === undefined) {
    return VIETNAM_MS;
  }
  if (offset === 'Z') {
    return 0;
  }
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
