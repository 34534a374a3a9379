/** What a province prints as the head of its own papers in place of, or round, the issuing body's lines. */
export interface Letterhead {
  /** A picture as a data: URI (PNG or JPEG); null for none. */
  readonly emblem: string | null;
  /** In place of the parent body's lines; empty leaves the paper's own. */
  readonly parent: readonly string[];
  /** In place of the issuing body's lines; empty leaves the paper's own. */
  readonly body: readonly string[];
  /** Small lines under the rule: address, telephone. */
  readonly below: readonly string[];
}

/** The partial that prints who issues; a letterhead is this partial written anew, so that it is frozen with the template. */
export const ISSUER = 'issuer';

export function issuerPartial(letterhead: Letterhead, shipped: string): string {
  const { emblem, parent, body, below } = letterhead;
  const [parentLines, bodyLines] = linesOf(shipped);
  return [
    emblem === null ? '' : `<div class="own-emblem"><img alt="" src="${escaped(emblem)}" style="height:14mm;max-width:40mm"></div>`,
    parent.length === 0 ? parentLines : parent.map((line) => `<div class="parent">${escaped(line)}</div>`).join(''),
    body.length === 0
      ? bodyLines
      : `<div class="under third">${body.map((line) => `<div class="body">${escaped(line)}</div>`).join('')}</div>`,
    ...below.map((line) => `<div class="below" style="font-size:11pt">${escaped(line)}</div>`),
  ].join('');
}

/** The shipped partial's two halves: the parent body's lines and the issuing body's. */
function linesOf(shipped: string): readonly [string, string] {
  const at = shipped.indexOf('<div class="under');
  return at < 0 ? ['', shipped] : [shipped.slice(0, at), shipped.slice(at)];
}

/** Text for HTML and for Handlebars alike: neither a tag nor a call can come in by a letterhead. */
function escaped(text: string): string {
  return text.normalize('NFC').replace(/[&<>"{}]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
