import { createHash } from 'node:crypto';
import type { MadePaper, PaperMaker } from './paper-maker';
import type { Contents } from './papers/muc-luc';
import { checkPdf } from './pdf/check-pdf';
import { countPages, mergePdfs } from './pdf/merge-pdfs';

/** One finished paper that goes into a bộ hồ sơ. */
export interface BundlePart {
  readonly title: string;
  /** '12/TTr-UBND'; '' when it has none. */
  readonly number: string;
  readonly date: string | null;
  readonly bytes: Uint8Array;
}

export interface BundleOrder {
  /** Folder number of the mục lục template below `workflows/papers`. */
  readonly version: number;
  /** All of the mục lục but its lines, which are counted from the parts. */
  readonly contents: Omit<Contents, 'entries' | 'totalPages'>;
  readonly parts: readonly BundlePart[];
}

export interface MadeBundle extends MadePaper {
  /** The mục lục by itself. */
  readonly contents: Uint8Array;
}

/** Makes the merged 'bộ hồ sơ': mục lục first, then every part, with bookmarks; the same parts give the same bytes. Errors as `PaperMaker.make`. */
export async function makeBundle(maker: PaperMaker, order: BundleOrder): Promise<MadeBundle> {
  const pages = await Promise.all(order.parts.map((part) => countPages(part.bytes)));
  let cover = await makeCover(maker, order, pages, 1);
  if (cover.pages > 1) {
    // The mục lục itself pushes the parts back; its own length does not depend on the numbers in it.
    cover = await makeCover(maker, order, pages, cover.pages);
  }
  const first = { title: 'Mục lục hồ sơ', bytes: cover.bytes };
  const bytes = await mergePdfs([first, ...order.parts]);
  // Copied page by page it loses the moment it was made and whatever chance the browser has put in.
  const contents = await mergePdfs([first]);
  const total = cover.pages + pages.reduce((sum, count) => sum + count, 0);
  const { text } = await checkPdf(bytes, { mustContain: [order.contents.dossierCode], minPages: total, maxPages: total });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, sha256, pages: total, templateVersion: cover.templateVersion, text, contents };
}

function makeCover(maker: PaperMaker, order: BundleOrder, pages: readonly number[], own: number): Promise<MadePaper> {
  let next = own + 1;
  const entries = order.parts.map(({ title, number, date }, at) => {
    const entry = { index: at + 1, title, number, date, pages: pages[at] ?? 0, fromPage: next };
    next += entry.pages;
    return entry;
  });
  return maker.make({
    kind: 'muc-luc',
    version: order.version,
    data: { ...order.contents, entries, totalPages: next - 1 },
    expect: { mustContain: [order.contents.dossierCode, ...order.parts.map((part) => part.title)], minPages: 1, maxPages: 50 },
  });
}
