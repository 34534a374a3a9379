import { zipEntries, type ZipEntry } from './zip-directory';
import { MIME_OF, refused, type AttachmentVerdict } from './verdict';

const MAIN: readonly (readonly ['docx' | 'xlsx', string])[] = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
];

/** Parts that run, or carry another file inside. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/vba(Project|Data)|macrosheets\/|dialogsheets\//i, 'macros'],
  [/(^|\/)activeX\//i, 'activex'],
  [/(^|\/)embeddings\/|oleObject|\.(exe|dll|scr|js|vbs|hta|lnk|ps1|bat|cmd|com)$/i, 'embedded-object'],
  [/(^|\/)externalLinks\//i, 'external-link'],
  [/(^|\/)customUI\//i, 'custom-menu'],
  [/(^|\/)(afchunk|altChunk)/i, 'embedded-document'],
  [/(^|\/)(connections|queryTables\/.*)\.xml$/i, 'data-connection'],
];

/** A Word or Excel file, by what its own list of parts says it is. Nothing is stripped: what an office program would run is refused by name. */
export function inspectOffice(file: Buffer): AttachmentVerdict {
  const entries = zipEntries(file);
  if ('code' in entries) {
    return entries;
  }
  const parts = unpackedParts(entries);
  if (parts === undefined) {
    return refused('file-bomb', { reason: 'lying-parts' });
  }
  const types = parts.get('[Content_Types].xml') ?? '';
  const kind = MAIN.find(([, main]) => types.includes(main))?.[0];
  const found = activeIn(entries, parts, types);
  if (found.length > 0) {
    return refused('file-active-content', { found });
  }
  return kind === undefined
    ? refused('file-not-what-it-says', { reason: 'no-office-file' })
    : { ok: true, kind, mime: MIME_OF[kind], bytes: file, pages: null, notes: [] };
}

/** Every part is unpacked once, so that a size that lies is known; the text of XML parts is kept. */
function unpackedParts(entries: readonly ZipEntry[]): ReadonlyMap<string, string> | undefined {
  const parts = new Map<string, string>();
  try {
    for (const { name, read } of entries) {
      const bytes = read();
      if (/\.(xml|rels|vml)$/i.test(name)) {
        parts.set(name, textOf(bytes));
      }
    }
  } catch {
    // zlib tells of data that is broken or longer than it says; either way the directory lies.
    return undefined;
  }
  return parts;
}

function activeIn(entries: readonly ZipEntry[], parts: ReadonlyMap<string, string>, types: string): readonly string[] {
  const found = new Set<string>();
  for (const { name } of entries) {
    for (const [part, what] of PARTS) {
      if (part.test(name)) {
        found.add(what);
      }
    }
  }
  if (/macroEnabled|vbaProject/i.test(types)) {
    found.add('macros');
  }
  for (const [name, text] of parts) {
    lookInside(name, text, found);
  }
  return [...found].sort();
}

function lookInside(name: string, text: string, found: Set<string>): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    found.add('document-type');
  }
  if (name.toLowerCase().endsWith('.rels')) {
    for (const [tag] of text.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
      const type = attribute(tag, 'Type');
      // A link that a person must press is followed by nobody else.
      if (attribute(tag, 'TargetMode').toLowerCase() === 'external' && !type.endsWith('/hyperlink')) {
        found.add('external-link');
      }
    }
    return;
  }
  if (/<(?:\w+:)?(ddeLink|oleLink|externalBook)\b/.test(text)) {
    found.add('dde');
  }
  if (/(^|\/)word\//.test(name)) {
    const fields = [
      ...[...text.matchAll(/<(?:\w+:)?fldSimple\b[^>]*>/g)].map(([tag]) => attribute(tag, 'instr')),
      // A field may be cut into runs: D, DE, AUTO.
      [...text.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)</g)].map(([, words = '']) => decoded(words)).join(''),
    ];
    if (fields.some((field) => /\bDDE(AUTO)?\b/i.test(field))) {
      found.add('dde');
    }
    if (fields.some((field) => /\bINCLUDE(TEXT|PICTURE)\s+["\\]*\s*(https?:|\\\\|file:)/i.test(field))) {
      found.add('external-link');
    }
  }
  if (/(^|\/)xl\//.test(name) && [...text.matchAll(/<(?:\w+:)?f\b[^>]*>([^<]*)</g)].some(([, formula = '']) => isCall(decoded(formula)))) {
    found.add('dde');
  }
}

/** `cmd|'/c calc'!A1`, and functions that fetch or run. */
function isCall(formula: string): boolean {
  return /^[=+\-@]?\s*'?[A-Za-z][\w.]*'?\s*\|/.test(formula) || /\b(WEBSERVICE|CALL|REGISTER(\.ID)?|EXEC|DDE)\s*\(/i.test(formula);
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const [, double, single]: readonly (string | undefined)[] = found ?? [];
  return decoded(double ?? single ?? '');
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text
    .replace(/&#x([0-9a-fA-F]{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '');
}

/** XML says by its first bytes which of three ways it is written in. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  }
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}
