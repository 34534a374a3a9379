import { err, ok, type Result } from '@thidua/kernel';
import { Parser } from 'saxen';

/** An element with its own text; namespaces are resolved, attributes of other namespaces keep their prefix. */
export interface XmlElement {
  readonly uri: string;
  /** Without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** More would hold a reader for seconds, or is no file a person drew. */
export interface XmlLimits {
  readonly characters: number;
  readonly elements: number;
  readonly depth: number;
  readonly namespaces: number;
}
const MODEL_LIMITS: XmlLimits = { characters: 1_000_000, elements: 50_000, depth: 64, namespaces: 50 };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

interface Open {
  readonly uri: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Namespaces by prefix, the default one under the empty text. */
  readonly spaces: ReadonlyMap<string, string>;
  text: string;
}

/** Why a text is no tree: broken XML, or one beyond the limits. */
export interface XmlFault {
  readonly kind: 'broken' | 'limit';
  readonly message: string;
}

class Stop extends Error {
  readonly kind: XmlFault['kind'];

  constructor(kind: XmlFault['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Reads XML without document types; errors and warnings of the parser alike are faults. */
export function readXml(xml: string, limits: XmlLimits = MODEL_LIMITS): Result<XmlElement, XmlFault> {
  try {
    return ok(parse(xml, limits));
  } catch (error) {
    if (error instanceof Stop) {
      return err({ kind: error.kind, message: error.message });
    }
    throw error;
  }
}

function parse(xml: string, max: XmlLimits): XmlElement {
  if (xml.length > max.characters) {
    throw new Stop('limit', `a file has at most ${max.characters} characters`);
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new Stop('broken', 'a file declares no document type');
  }
  const open: Open[] = [];
  const roots: XmlElement[] = [];
  const count = { elements: 0, namespaces: 0 };
  const stop = (problem: Error): never => {
    throw new Stop('broken', problem.message.replace(/\n[^]*/, '').slice(0, 200));
  };
  // The parser tells of no text outside of elements.
  const addText = (text: string): void => {
    (open.at(-1) as Open).text += text;
  };
  new Parser()
    .on('openTag', (name, attributes) => {
      count.elements += 1;
      const element = opened(name, attributes(), open.at(-1)?.spaces ?? new Map());
      count.namespaces += [...element.attributes.keys()].filter((key) => key.startsWith('xmlns')).length;
      if (count.elements > max.elements || open.length >= max.depth || count.namespaces > max.namespaces) {
        throw new Stop('limit', `a file has at most ${max.elements} elements, ${max.depth} levels and ${max.namespaces} namespaces`);
      }
      (open.at(-1)?.children ?? roots).push(element);
      open.push(element);
    })
    .on('closeTag', () => open.pop())
    .on('text', (text) => {
      addText(decoded(text));
    })
    .on('cdata', addText)
    .on('error', stop)
    .on('warn', stop)
    .parse(xml.replace(/^\uFEFF/, ''));
  const [root] = roots;
  if (root === undefined) {
    throw new Stop('broken', 'the file holds no element');
  }
  return root;
}

function opened(tag: string, raw: Readonly<Record<string, string>>, outer: ReadonlyMap<string, string>): Open {
  const attributes = new Map(Object.entries(raw).map(([name, value]) => [name, decoded(value)]));
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  const spaces = declared.length === 0 ? outer : new Map([...outer, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
  const colon = tag.indexOf(':');
  const prefix = tag.slice(0, Math.max(colon, 0));
  const uri = spaces.get(prefix) ?? (prefix === '' ? '' : undefined);
  if (uri === undefined) {
    throw new Stop('broken', `the prefix ${prefix} stands for no namespace`);
  }
  return { uri, name: tag.slice(colon + 1), attributes, children: [], spaces, text: '' };
}

function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, entity) : text;
}

function entity(whole: string, digits: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) {
    return ENTITIES[name] ?? fail(whole);
  }
  const code = digits === undefined ? parseInt(hex ?? '', 16) : Number(digits);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : fail(whole);
}

function fail(entityText: string): never {
  throw new Stop('broken', `${entityText} stands for no character`);
}
