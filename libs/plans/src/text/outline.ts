import type { Paragraph } from './paragraphs';

/** A paragraph of the body with the numbered paragraphs it stands under, the widest first. */
export interface Node {
  readonly paragraph: Paragraph;
  readonly heads: readonly Paragraph[];
}

export function outlineOf(body: readonly Paragraph[]): readonly Node[] {
  let open: readonly Paragraph[] = [];
  return body.map((paragraph) => {
    if (paragraph.level === 0) {
      return { paragraph, heads: open };
    }
    const heads = open.filter((head) => head.level < paragraph.level);
    open = [...heads, paragraph];
    return { paragraph, heads };
  });
}

/** Whether a paragraph stands under a heading with these words, or is it. */
export function isUnder({ paragraph, heads }: Node, words: RegExp): boolean {
  return heads.some((head) => isHeading(head) && words.test(head.body)) || (isHeading(paragraph) && words.test(paragraph.body));
}

/** Short and without a sentence: a heading rather than a duty or a criterion. */
export function isHeading(paragraph: Paragraph): boolean {
  return paragraph.level > 0 && paragraph.body.length < 220 && !/[.;]\s+\p{Lu}/u.test(paragraph.body);
}
