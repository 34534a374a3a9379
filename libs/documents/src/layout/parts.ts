import { findAnnexes, type Annex } from './find-annexes';
import { findHead, type Head } from './find-head';
import { findSignature, type SignatureZone } from './find-signature';
import { findTitle, type Title } from './find-title';
import type { LaidOut, LaidOutPage, TextLine } from './laid-out';
import { loosely } from './measure';
import type { LayoutProfile } from './profiles';

/** One paragraph on one page. */
export interface Paragraph {
  readonly page: LaidOutPage;
  readonly lines: readonly TextLine[];
}

/** The parts of a paper as the decree names them. Nothing is judged here: a part is found by place and words, whatever its looks. */
export interface PaperParts {
  readonly pages: readonly LaidOutPage[];
  /** Without the annexes. */
  readonly main: readonly LaidOutPage[];
  readonly annexes: readonly Annex[];
  readonly head: Head | undefined;
  readonly title: Title;
  readonly paragraphs: readonly Paragraph[];
  readonly grounds: readonly Paragraph[];
  /** 'Kính gửi' with its addressees. */
  readonly to: readonly TextLine[];
  readonly articles: readonly Paragraph[];
  readonly signature: SignatureZone | undefined;
  /** Extent of the text: where paragraphs and tables begin and end. */
  readonly area: { readonly x0: number; readonly x1: number };
}

export const GROUND = /^(Căn cứ|Theo đề nghị|Xét đề nghị|Xét|Thực hiện|Theo) /;

export function partsOf(paper: LaidOut, profile: LayoutProfile): PaperParts {
  const annexes = findAnnexes(paper.pages);
  const firstAnnex = annexes[0]?.pages[0]?.number ?? Infinity;
  const main = paper.pages.filter((page) => page.number < firstAnnex);
  const head = findHead(paper.pages[0]);
  // 'Mẫu 05' and the like stand over the head, in a corner.
  const paragraphs = main.flatMap(paragraphsOf).filter(({ page, lines }) => head?.page !== page || (lines[0]?.y ?? 0) > head.country.y);
  const title = findTitle(paper.pages[0], head);
  const area = areaOf(paper.pages);
  return {
    pages: paper.pages,
    main,
    annexes,
    head,
    title,
    paragraphs,
    grounds: head === undefined || head.about.length > 0 ? [] : groundsOf(paragraphs),
    to: toOf(main[0]),
    articles: paragraphs.filter(({ lines }) => /^Điều \d+/i.test(lines[0]?.text ?? '')),
    signature: profile.signature === 'none' ? undefined : findSignature(main, area),
    area,
  };
}

/** Banners of samples and simulations: small print in a box, ours and not the decree's. */
export function isBanner(line: TextLine): boolean {
  return line.size < 9.5 && line.role === 'plain';
}

function paragraphsOf(page: LaidOutPage): Paragraph[] {
  const blocks = new Map<string, TextLine[]>();
  for (const line of page.lines.filter(({ role }) => role === 'paragraph')) {
    const lines = blocks.get(line.block);
    if (lines === undefined) {
      blocks.set(line.block, [line]);
    } else {
      lines.push(line);
    }
  }
  return [...blocks.values()].map((lines) => ({ page, lines }));
}

/** A decision: all between the decider's office and 'QUYẾT ĐỊNH:'. Else: the run of paragraphs that begin as grounds do, at the start. */
function groundsOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  const words = ({ lines }: Paragraph): string => lines.map((line) => line.text).join(' ');
  const order = paragraphs.findIndex((paragraph) => loosely(words(paragraph)) === 'QUYẾT ĐỊNH:');
  if (order > 0) {
    return paragraphs.slice(1, order);
  }
  // A ground ends with ';' unless it is the last; a sentence that merely begins like one does not.
  const isGround = (text: string): boolean => text.startsWith('Căn cứ ') || (GROUND.test(text) && text.endsWith(';'));
  const from = paragraphs.findIndex((paragraph) => isGround(words(paragraph)));
  if (from < 0 || from > 1) {
    return [];
  }
  const end = paragraphs.findIndex((paragraph, at) => at > from && (!GROUND.test(words(paragraph)) || words(paragraph).endsWith(':')));
  return paragraphs.slice(from, end < 0 ? undefined : end);
}

function toOf(page: LaidOutPage | undefined): TextLine[] {
  const lines = page?.lines ?? [];
  const at = lines.findIndex((line) => /^Kính gửi/i.test(line.text));
  const first = lines[at];
  if (first === undefined) {
    return [];
  }
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => (first.role === 'paragraph' ? line.block !== first.block : line.role !== 'plain'));
  return [first, ...rest.slice(0, end < 0 ? rest.length : end)];
}

function areaOf(pages: readonly LaidOutPage[]): { x0: number; x1: number } {
  const lines = pages.flatMap((page) => page.lines).filter(({ role }) => role === 'paragraph' || role === 'cell');
  const rules = pages.flatMap((page) => page.rules);
  return {
    x0: Math.min(...lines.map(({ x0 }) => x0), ...rules.map(({ x0 }) => x0)),
    x1: Math.max(...lines.map(({ x1 }) => x1), ...rules.map(({ x1 }) => x1)),
  };
}
