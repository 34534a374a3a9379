/** One opening tag of the BPMN namespace. */
export interface Tag {
  /** Without prefix. */
  readonly local: string;
  /** Attributes without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Children of the BPMN namespace so far, by local name. */
  readonly children: Map<string, number>;
  readonly parent: Tag | undefined;
}

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(["'])(.*?)\2/gs;

/**
 * Visits the BPMN elements of a well-formed file as they are written, each when it closes, so that its children are counted:
 * the parser shows neither attributes it could not read nor children it dropped.
 */
export function visitTags(xml: string, visit: (tag: Tag) => void): void {
  const prefixes = bpmnPrefixes(xml);
  let open: { readonly tag: Tag | undefined; readonly above: typeof open } | undefined;
  const close = (): void => {
    if (open?.tag !== undefined) {
      visit(open.tag);
    }
    open = open?.above;
  };
  for (const [text, slash, name, inside = ''] of xml.matchAll(MARKUP)) {
    if (name === undefined) {
      continue;
    }
    if (slash === '/') {
      close();
      continue;
    }
    const local = prefixes.has(prefixOf(name)) ? name.slice(name.indexOf(':') + 1) : undefined;
    open = { tag: local === undefined ? undefined : opened(local, inside, open?.tag), above: open };
    if (text.endsWith('/>')) {
      close();
    }
  }
}

function opened(local: string, inside: string, parent: Tag | undefined): Tag {
  parent?.children.set(local, (parent.children.get(local) ?? 0) + 1);
  const written = [...inside.matchAll(ATTRIBUTE)].map(([, name = '', , value = '']): [string, string] => [name, value]);
  return { local, attributes: new Map(written.filter(([name]) => !name.includes(':'))), children: new Map(), parent };
}

/** The prefixes bound to BPMN, anywhere in the file; the empty one when it is the default namespace. */
function bpmnPrefixes(xml: string): ReadonlySet<string> {
  const bound = [...xml.matchAll(/xmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g)];
  return new Set(bound.filter(([, , uri]) => uri === MODEL).map(([, prefix = '']) => prefix));
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}
