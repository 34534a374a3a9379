/** A small tree of the HTML that our own templates print: well-formed, attributes in double quotes. */
export interface HtmlElement {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly colspan: number;
  readonly children: (HtmlElement | string)[];
}

const VOID = new Set(['meta', 'br', 'img']);
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The body of a filled template as a tree; style and title are left out. */
export function bodyOf(html: string): HtmlElement {
  const body = html.slice(html.indexOf('<body'), html.indexOf('</body>'));
  const root = element('body', '');
  const open = [root];
  for (const [, slash, tag, attributes, text] of body.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) {
      parent.children.push(decode(text));
    } else if (tag !== undefined && tag !== 'body') {
      step(open, parent, { closing: slash === '/', tag: tag.toLowerCase(), attributes: attributes ?? '' });
    }
  }
  return root;
}

/** All text below an element, white space collapsed. */
export function textOf(node: HtmlElement | string): string {
  const text = typeof node === 'string' ? node : node.children.map(textOf).join(BLOCKS.has(node.tag) ? ' ' : '');
  return text.replace(/[^\S\u00a0]+/g, ' ');
}

export const BLOCKS: ReadonlySet<string> = new Set(['body', 'div', 'p', 'table', 'thead', 'tbody', 'tr', 'td', 'th']);

function step(open: HtmlElement[], parent: HtmlElement, token: { closing: boolean; tag: string; attributes: string }): void {
  if (token.closing) {
    if (parent.tag !== token.tag) {
      throw new Error(`the template closes ${token.tag} inside ${parent.tag}`);
    }
    open.pop();
    return;
  }
  const child = element(token.tag, token.attributes);
  parent.children.push(child);
  if (!VOID.has(token.tag)) {
    open.push(child);
  }
}

function element(tag: string, attributes: string): HtmlElement {
  const classes = (/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(/\s+/).filter((name) => name !== '');
  return { tag, classes, colspan: Number(/\bcolspan="(\d+)"/.exec(attributes)?.[1] ?? 1), children: [] };
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      return ENTITIES[name.toLowerCase()] ?? whole;
    }
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
