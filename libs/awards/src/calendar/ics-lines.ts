/** One property of an iCalendar file (RFC 5545 section 3.1), unfolded. */
export interface IcsProperty {
  /** Line of the file it begins on, from 1. */
  readonly line: number;
  /** In capitals. */
  readonly name: string;
  /** Names in capitals, values without their quotes. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

export interface IcsEvent {
  readonly line: number;
  readonly properties: readonly IcsProperty[];
}

export type IcsRefusal =
  | { readonly code: 'not-a-calendar' | 'empty' }
  /** A component that never ends, or ends twice. */
  | { readonly code: 'broken'; readonly line: number }
  | { readonly code: 'too-many'; readonly events: number };

const MOST_EVENTS = 2000;

/** The events of a file with their own properties; those of alarms and zones are left out. */
export function icsEvents(text: string): readonly IcsEvent[] | IcsRefusal {
  const lines = unfolded(text);
  if (lines[0] === undefined || property(lines[0])?.value.toUpperCase() !== 'VCALENDAR') {
    return { code: 'not-a-calendar' };
  }
  const open: string[] = [];
  const events: { line: number; properties: IcsProperty[] }[] = [];
  for (const line of lines) {
    const found = property(line);
    if (found?.name === 'BEGIN') {
      open.push(found.value.toUpperCase());
      if (open.at(-1) === 'VEVENT') {
        events.push({ line: found.line, properties: [] });
      }
    } else if (found?.name === 'END') {
      if (open.pop() !== found.value.toUpperCase()) {
        return { code: 'broken', line: found.line };
      }
    } else if (found !== undefined && open.at(-1) === 'VEVENT') {
      events.at(-1)?.properties.push(found);
    }
  }
  if (open.length > 0) {
    return { code: 'broken', line: lines.at(-1)?.line ?? 1 };
  }
  if (events.length > MOST_EVENTS) {
    return { code: 'too-many', events: events.length };
  }
  return events.length === 0 ? { code: 'empty' } : events;
}

interface Line {
  readonly line: number;
  readonly text: string;
}

/** A line that begins with a blank carries on the one before (RFC 5545 3.1). */
function unfolded(text: string): readonly Line[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .entries()) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/u.test(raw)) {
      last.text += raw.slice(1);
    } else if (raw.trim() !== '') {
      lines.push({ line: index + 1, text: raw });
    }
  }
  return lines;
}

/** `NAME;PARAM=value;PARAM="quoted":value`; undefined for a line that is none. */
function property({ line, text }: Line): IcsProperty | undefined {
  const colon = outside(text, ':')[0];
  if (colon === undefined) {
    return undefined;
  }
  const head = text.slice(0, colon);
  const cuts = [-1, ...outside(head, ';'), head.length];
  const [name = '', ...params] = cuts.slice(1).map((end, at) => head.slice((cuts[at] ?? -1) + 1, end));
  const pairs = params.map((param) => {
    const equals = param.indexOf('=');
    return [param.slice(0, equals).toUpperCase(), param.slice(equals + 1).replace(/^"|"$/gu, '')] as const;
  });
  return { line, name: name.trim().toUpperCase(), params: new Map(pairs), value: text.slice(colon + 1).trim() };
}

/** Where a sign stands outside quotes. */
function outside(text: string, sign: string): readonly number[] {
  const found: number[] = [];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const one = text[at];
    quoted = one === '"' ? !quoted : quoted;
    if (one === sign && !quoted) {
      found.push(at);
    }
  }
  return found;
}
