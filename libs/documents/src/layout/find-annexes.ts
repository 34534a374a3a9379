import { titleFrom, type Title } from './find-title';
import type { LaidOutPage, TextLine } from './laid-out';

/** Phụ lục or danh sách kèm theo: its own pages, numbered by themselves. */
export interface Annex {
  readonly pages: readonly LaidOutPage[];
  readonly title: Title;
}

const ANNEX = /^(PHỤ LỤC|DANH SÁCH|BẢNG|BIỂU)(?![\p{L}])/iu;

/** An annex begins on a page, but never the first, that opens with a plain line 'Phụ lục …' or 'DANH SÁCH …'. */
export function findAnnexes(pages: readonly LaidOutPage[]): Annex[] {
  const starts = pages.filter((page, at) => at > 0 && opensAnnex(page));
  return starts.map((start, at) => {
    const end = starts[at + 1]?.number ?? Infinity;
    const own = pages.filter(({ number }) => number >= start.number && number < end);
    return { pages: own, title: titleFrom(start, inside(start)) };
  });
}

function opensAnnex(page: LaidOutPage): boolean {
  const [first] = inside(page);
  return first !== undefined && first.role === 'plain' && ANNEX.test(first.text);
}

function inside(page: LaidOutPage): TextLine[] {
  return page.lines.filter(({ role }) => role !== 'outside');
}
