/** A small tree of the HTML that templates print: well-formed, attributes in double quotes. */
export interface HtmlElement {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly colspan: number;
  /** Declarations of the style attribute, as they stand. */
  readonly style: string;
  /** Of a picture: its data: URI; '' elsewhere. */
  readonly src: string;
  readonly children: (HtmlElement | string)[];
}

const VOID = new Set(['meta', 'br', 'img']);
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The body of a filled template as a tree; style and title are left out. Throws when tags do not match. */
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
  if (open.length > 1) {
    throw new Error(`the template does not close ${open.at(-1)?.tag ?? ''}`);
  }
  return root;
}

/** All text below an element, white space collapsed. */
export function textOf(node: HtmlElement | string): string {
  const text = typeof node === 'string' ? node : node.children.map(textOf).join(BLOCKS.has(node.tag) ? ' ' : '');
  return text.replace(/[^\S\u00a0]+/g, ' ');
}

export const BLOCKS: ReadonlySet<string> = new Set(['body', 'div', 'p', 'table', 'thead', 'tbody', 'tr', 'td', 'th']);

export function elementsOf(node: HtmlElement): HtmlElement[] {
  return node.children.filter((child): child is HtmlElement => typeof child !== 'string');
}

/** 'width:52mm' → 52; undefined when the style says nothing in millimetres. */
export function millimetresOf({ style }: Pick<HtmlElement, 'style'>, property: 'width' | 'height' | 'margin-top'): number | undefined {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\d.]+)mm`).exec(style)?.[1];
  return found === undefined ? undefined : Number(found);
}

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
  const classes = attributeIn(attributes, 'class')
    .split(/\s+/)
    .filter((name) => name !== '');
  const colspan = Number(attributeIn(attributes, 'colspan') || 1);
  return { tag, classes, colspan, style: attributeIn(attributes, 'style'), src: attributeIn(attributes, 'src'), children: [] };
}

function attributeIn(attributes: string, name: string): string {
  return decode(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      return ENTITIES[name.toLowerCase()] ?? whole;
    }
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
