import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api';
import { drawnOn } from './drawn';
import type { Box, LaidOut, LaidOutPage } from './laid-out';
import { withPdf } from './open-pdf';
import { rolesOf } from './roles';
import { linesOf, withGaps, type TaggedRun } from './text-lines';

type Ops = Parameters<typeof drawnOn>[1];

/** Where every line, word and ruled line of a finished PDF lies. The bytes stay usable. */
export function readLayout(bytes: Uint8Array): Promise<LaidOut> {
  return withPdf(bytes, async (document, ops) => {
    const pages: LaidOutPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number, ops));
      page.cleanup();
    }
    return { pages };
  });
}

async function readPage(page: PDFPageProxy, number: number, ops: Ops): Promise<LaidOutPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  // First the operators: only they bring in the fonts and their names.
  const drawn = drawnOn(await page.getOperatorList(), ops, { width, height });
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: false });
  const runs = runsOf(content.items, (font) => fontName(page, font), height);
  const tree = (await page.getStructTree()) as Parameters<typeof rolesOf>[0] | undefined;
  const lines = withGaps(linesOf(runs, rolesOf(tree ?? null), drawn.colours), await gapsOf(page, height));
  return { number, width, height, lines, rules: drawn.rules, drawn: drawn.boxes };
}

function runsOf(items: readonly (TextItem | TextMarkedContent)[], fontOf: (id: string) => string, height: number): TaggedRun[] {
  const runs: TaggedRun[] = [];
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') {
        open.pop();
      } else {
        open.push(item.id);
      }
      continue;
    }
    const [, skew = 0, , size = 0, x = 0, y = 0] = item.transform as number[];
    // Stamps across the page are turned; they belong to no line.
    if (item.str === '' || Math.abs(skew) > 0.01) {
      continue;
    }
    const font = fontOf(item.fontName);
    runs.push({
      text: item.str,
      x0: x,
      x1: x + item.width,
      y: height - y,
      size: Math.abs(size),
      font,
      bold: /bold/i.test(font),
      italic: /italic|oblique/i.test(font),
      content: open.findLast((id) => id !== undefined),
    });
  }
  return runs;
}

/** Drafts leave room for number and date by links to 'data:,so' that become fields later. */
async function gapsOf(page: PDFPageProxy, height: number): Promise<Box[]> {
  const annotations = (await page.getAnnotations()) as readonly { subtype?: string; unsafeUrl?: string; rect: readonly number[] }[];
  return annotations
    .filter(({ subtype, unsafeUrl }) => subtype === 'Widget' || (unsafeUrl ?? '').startsWith('data:,'))
    .map(({ rect: [x0 = 0, bottom = 0, x1 = 0, top = 0] }) => ({ x0, x1, y0: height - top, y1: height - bottom }));
}

/** 'BAAAAA+Tinos-Italic' → 'Tinos-Italic'; what pdfjs does not tell is ''. */
function fontName(page: PDFPageProxy, id: string): string {
  if (!page.commonObjs.has(id)) {
    return '';
  }
  const font: unknown = page.commonObjs.get(id);
  const name = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
  return name.replace(/^[A-Z]{6}\+/, '');
}
