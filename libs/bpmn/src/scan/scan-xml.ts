import type { JsonObject } from '@thidua/kernel';
import type { Refusal, RefusalCode } from '../refusal';

/** Limits kept before any parser sees the text (reliability.md findings 7 to 9). */
export const SCAN_LIMITS = { characters: 12_000_000, depth: 64, elements: 200_000, namespaces: 64, attributes: 100 } as const;

/**
 * Refuses, in linear time, XML that would hold the parser or poison the database: size, nesting, number of elements and of
 * different namespace declarations, document types, and characters PostgreSQL or the parser mangles (NUL, lone surrogates, references
 * outside the basic plane). Answers the first limit passed, or nothing.
 */
export function scanXml(xml: string): readonly Refusal[] {
  if (xml.length > SCAN_LIMITS.characters) {
    return [overLimit('characters', xml.length)];
  }
  const character = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.exec(xml) ?? loneSurrogate(xml);
  if (character !== undefined) {
    return [refuse('xml-character', { offset: character.index, code: character[0].charCodeAt(0) })];
  }
  const reference = forbiddenReference(xml);
  if (reference !== undefined) {
    return [refuse('xml-character', { reference })];
  }
  return scanTags(xml);
}

function loneSurrogate(xml: string): RegExpExecArray | undefined {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(xml) ?? undefined;
}

function forbiddenReference(xml: string): string | undefined {
  for (const match of xml.matchAll(/&#(x[0-9a-fA-F]*|\d*);?/g)) {
    const digits = match[1] ?? '';
    const code = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
    const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe);
    if (!allowed) {
      return match[0].slice(0, 20);
    }
  }
  return undefined;
}

interface Counts {
  depth: number;
  elements: number;
  namespaces: number;
  /** Declarations met so far: a tool that repeats the same one on every element binds one namespace only. */
  readonly declared: Set<string>;
  /** Of the tag read last. */
  attributes: number;
}

function scanTags(xml: string): readonly Refusal[] {
  const counts: Counts = { depth: 0, elements: 0, namespaces: 0, declared: new Set(), attributes: 0 };
  let at = xml.indexOf('<');
  while (at >= 0) {
    const section = sectionEnd(xml, at);
    if (section === 'doctype') {
      return [refuse('xml-forbidden', { offset: at, what: xml.slice(at, at + 10) })];
    }
    const end = section ?? readTag(xml, at, counts);
    if (end < 0) {
      return [refuse('xml-invalid', { offset: at, reason: 'unclosed-markup' })];
    }
    const passed = (['attributes', 'elements', 'namespaces', 'depth'] as const).find((what) => counts[what] > SCAN_LIMITS[what]);
    if (passed !== undefined) {
      return [overLimit(passed, counts[passed])];
    }
    at = xml.indexOf('<', end);
  }
  return [];
}

/** The end of a comment, CDATA section or processing instruction at `at`; undefined when an element tag stands there. */
function sectionEnd(xml: string, at: number): number | 'doctype' | undefined {
  if (xml.startsWith('<!--', at)) {
    return after(xml, '-->', at + 4);
  }
  if (xml.startsWith('<![CDATA[', at)) {
    return after(xml, ']]>', at + 9);
  }
  if (xml.startsWith('<!', at)) {
    return 'doctype';
  }
  return xml.startsWith('<?', at) ? after(xml, '?>', at + 2) : undefined;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Counts one tag and answers its end, or -1 when it has none. Looks at every character once. */
function readTag(xml: string, at: number, counts: Counts): number {
  const closing = xml[at + 1] === '/';
  counts.attributes = 0;
  for (let index = at + 1; index < xml.length; index += 1) {
    const character = xml[index];
    if (character === '"' || character === "'") {
      counts.attributes += 1;
      const closed = xml.indexOf(character, index + 1);
      if (closed < 0) {
        return -1;
      }
      index = closed;
    } else if (character === 'x' && xml.startsWith('xmlns', index) && /[\s"'/]/.test(xml[index - 1] ?? '')) {
      counts.declared.add(declarationAt(xml, index));
      counts.namespaces = counts.declared.size;
    } else if (character === '>') {
      counts.elements += closing ? 0 : 1;
      counts.depth += closing ? -1 : xml[index - 1] === '/' ? 0 : 1;
      return index + 1;
    } else if (character === '<') {
      return -1;
    }
  }
  return -1;
}

/** `xmlns:x="urn:x"`, as written up to the end of its value. */
function declarationAt(xml: string, at: number): string {
  const declaration = /xmlns[^\s=]*\s*=\s*(?:"[^"]*"|'[^']*')/y;
  declaration.lastIndex = at;
  return declaration.exec(xml)?.[0] ?? `xmlns at ${String(at)}`;
}

function overLimit(what: keyof typeof SCAN_LIMITS, found: number): Refusal {
  return refuse('over-limit', { what, found, limit: SCAN_LIMITS[what] });
}

function refuse(code: RefusalCode, detail: JsonObject): Refusal {
  return { code, path: '', detail, severity: 'error' };
}
