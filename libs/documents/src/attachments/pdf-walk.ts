import { inflateSync } from 'node:zlib';
import { PdfLexer, type PdfToken } from './pdf-lexer';

/** What a PDF holds, from every object in the file: old revisions, shadowed objects and object streams too. */
export interface PdfFindings {
  /** Names of active content, as the format calls them; `hidden-objects`: objects where only some readers would find them. */
  readonly active: ReadonlySet<string>;
  readonly encrypted: boolean;
  readonly signed: boolean;
  /** More than may be read, packed or unpacked. */
  readonly bomb: boolean;
}

/** As keys or as values, wherever they stand. */
const ACTIVE = new Set([
  ...['JavaScript', 'JS', 'AA', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'RichMediaExecute', 'XFA'],
  ...['SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'Movie', 'Sound', 'FileAttachment', 'GoTo3DView'],
]);
const MOST_TOKENS = 8_000_000;
const LARGEST_OBJECT = 200_000;
const MOST_UNPACKED = 64 * 1024 * 1024;
const AN_OBJECT = /\d{1,10}[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}obj\b/g;

interface Walk {
  readonly file: Buffer;
  readonly active: Set<string>;
  /** First tokens of each object that an opening action may point to, in every version of it. */
  readonly heads: Map<string, (readonly PdfToken[])[]>;
  readonly openings: (readonly PdfToken[])[];
  encrypted: boolean;
  signed: boolean;
  bomb: boolean;
  tokens: number;
  objects: number;
  unpacked: number;
}

export function walkPdf(file: Buffer): PdfFindings {
  const walk: Walk = {
    ...{ file, active: new Set<string>(), heads: new Map<string, (readonly PdfToken[])[]>(), openings: [] },
    ...{ encrypted: false, signed: false, bomb: false, tokens: 0, objects: 0, unpacked: 0 },
  };
  walkObjects(walk);
  // A reader that goes by the table of offsets finds objects inside strings, comments and streams; this walk has stepped over those.
  if (!walk.bomb && (file.toString('latin1').match(AN_OBJECT)?.length ?? 0) > walk.objects) {
    walk.active.add('hidden-objects');
  }
  if (walk.openings.some((tokens) => isAction(tokens, walk.heads))) {
    walk.active.add('OpenAction');
  }
  const { active, encrypted, signed, bomb } = walk;
  return { active, encrypted, signed, bomb };
}

function walkObjects(walk: Walk): void {
  const lexer = new PdfLexer(walk.file);
  let object: PdfToken[] = [];
  let trailing = false;
  for (let token = lexer.next(); token !== undefined && !walk.bomb; token = lexer.next()) {
    walk.tokens += 1;
    walk.bomb = walk.tokens > MOST_TOKENS || object.length > LARGEST_OBJECT;
    if (token.kind === 'word' && token.text === 'obj') {
      walk.objects += 1;
      const [number = ''] = object.slice(-2).map(({ text }) => text);
      object = [{ kind: 'number', text: number, end: token.end }];
      trailing = false;
    } else if (token.kind === 'word' && (token.text === 'endobj' || token.text === 'trailer')) {
      finish(walk, object);
      object = [];
      trailing = token.text === 'trailer';
    } else if (token.kind === 'word' && token.text === 'stream') {
      lexer.at = overStream(walk, object, token.end);
    } else {
      object.push(token);
      // What stands in a trailer counts as well: it is where a file says that it is encrypted.
      walk.encrypted ||= trailing && token.kind === 'name' && token.text === 'Encrypt';
    }
  }
  finish(walk, object);
}

/** The tokens of one object, its number before them. */
function finish(walk: Walk, object: readonly PdfToken[]): void {
  const [number, ...tokens] = object;
  look(walk, tokens);
  if (number?.kind === 'number') {
    keepHead(walk, number.text, tokens.slice(0, 64));
  }
}

function keepHead({ heads }: Walk, number: string, tokens: readonly PdfToken[]): void {
  heads.set(number, [...(heads.get(number) ?? []).slice(-8), tokens]);
}

function look(walk: Walk, tokens: readonly PdfToken[]): void {
  tokens.forEach((token, at) => {
    if (token.kind !== 'name') {
      return;
    }
    if (ACTIVE.has(token.text)) {
      walk.active.add(token.text);
    } else if (token.text === 'OpenAction') {
      walk.openings.push(tokens.slice(at + 1, at + 65));
    } else if (token.text === 'ByteRange') {
      walk.signed = true;
    }
  });
}

/** Where the file goes on behind a stream. An object stream is unpacked and walked. */
function overStream(walk: Walk, object: readonly PdfToken[], from: number): number {
  const { file } = walk;
  const begin = file[from] === 13 && file[from + 1] === 10 ? from + 2 : from + 1;
  const said = Number(valueOf(object, 'Length')?.text);
  const nextEnd = file.indexOf('endstream', begin);
  const rest = nextEnd < 0 ? file.length : nextEnd;
  const byLength =
    Number.isInteger(said) &&
    said >= 0 &&
    !isReference(object, 'Length') &&
    /^\s*endstream/.test(file.toString('latin1', begin + said, begin + said + 16));
  const end = byLength ? begin + said : rest;
  const body = file.subarray(begin, end);
  const type = valueOf(object, 'Type')?.text;
  walk.encrypted ||= type === 'XRef' && valueOf(object, 'Encrypt') !== undefined;
  if (type === 'ObjStm') {
    walkObjectStream(walk, object, body);
  }
  return end;
}

function walkObjectStream(walk: Walk, object: readonly PdfToken[], body: Buffer): void {
  const filters = filtersOf(object);
  const plain = filters.length === 0 || (filters.length === 1 && (filters[0] === 'FlateDecode' || filters[0] === 'Fl'));
  if (!plain || valueOf(object, 'Predictor') !== undefined) {
    walk.active.add('hidden-objects');
    return;
  }
  const unpacked = filters.length === 0 ? body : inflated(walk, body);
  if (unpacked === undefined) {
    return;
  }
  const lexer = new PdfLexer(unpacked);
  const tokens: PdfToken[] = [];
  const first = Number(valueOf(object, 'First')?.text);
  const numbers = new Map<number, string>();
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    walk.tokens += 1;
    if (walk.tokens > MOST_TOKENS || tokens.length > LARGEST_OBJECT * 10) {
      walk.bomb = true;
      return;
    }
    tokens.push(token);
  }
  const head = tokens.filter((token) => token.end <= first);
  for (let at = 0; at + 1 < head.length; at += 2) {
    numbers.set(first + Number(head[at + 1]?.text), head[at]?.text ?? '');
  }
  look(walk, tokens);
  for (const [begin, number] of numbers) {
    const from = tokens.findIndex((token) => token.end > begin);
    if (from >= 0 && numbers.size <= 1000) {
      keepHead(walk, number, tokens.slice(from, from + 64));
    }
  }
}

function inflated(walk: Walk, body: Buffer): Buffer | undefined {
  try {
    const unpacked = inflateSync(body, { maxOutputLength: MOST_UNPACKED, finishFlush: 2 });
    walk.unpacked += unpacked.length;
    walk.bomb ||= walk.unpacked > MOST_UNPACKED;
    return walk.bomb ? undefined : unpacked;
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') {
      walk.bomb = true;
    } else {
      // Not to be unpacked here, but perhaps by a more patient reader.
      walk.active.add('hidden-objects');
    }
    return undefined;
  }
}

/** The token behind the first key of that name. */
function valueOf(tokens: readonly PdfToken[], key: string): PdfToken | undefined {
  const at = tokens.findIndex((token) => token.kind === 'name' && token.text === key);
  return at < 0 ? undefined : tokens[at + 1];
}

function isReference(tokens: readonly PdfToken[], key: string): boolean {
  const at = tokens.findIndex((token) => token.kind === 'name' && token.text === key);
  return at >= 0 && tokens[at + 3]?.text === 'R';
}

function filtersOf(tokens: readonly PdfToken[]): readonly string[] {
  const at = tokens.findIndex((token) => token.kind === 'name' && (token.text === 'Filter' || token.text === 'F'));
  const [first, ...more] = at < 0 ? [] : tokens.slice(at + 1, at + 12);
  if (first?.text !== '[') {
    return first === undefined ? [] : [first.text];
  }
  const end = more.findIndex((token) => token.kind !== 'name');
  return more.slice(0, Math.max(end, 0)).map(({ text }) => text);
}

/** To open at a page is no action: an array, a named place, or a GoTo. Anything else is. */
function isAction(tokens: readonly PdfToken[], heads: Walk['heads'], depth = 0): boolean {
  const [first] = tokens;
  if (first === undefined || first.text === '[' || first.kind === 'string' || first.kind === 'name' || first.text === 'null') {
    return false;
  }
  if (first.kind === 'number' && tokens[2]?.text === 'R') {
    const pointed = heads.get(first.text);
    return pointed?.some((one) => depth > 4 || isAction(one, heads, depth + 1)) ?? false;
  }
  return !(first.text === '<<' && valueOf(tokens, 'S')?.text === 'GoTo' && valueOf(tokens, 'Next') === undefined);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
