import { createHash } from 'node:crypto';
import { BrowserPool } from './chromium/browser-pool';
import { resolveChromium } from './chromium/resolve-chromium';
import { PaperTooLarge } from './errors';
import { PaperTemplates, type UsedTemplate } from './papers/load-templates';
import type { PaperDataOf, PaperKind } from './papers/paper-data';
import { checkPdf, type PdfExpectations } from './pdf/check-pdf';
import { closeTextReader } from './pdf/text-reader';
import { keepTogether } from './templates/keep-together';
import { dropGaps, prepareFields } from './signing/fields/prepare-fields';

export interface PaperMakerOptions {
  /** The folder `workflows/papers`. */
  readonly papersDir: string;
  readonly cacheDir: string;
  /** CHROMIUM_PATH; see `resolveChromium`. */
  readonly chromiumPath?: string | undefined;
  /** Told the real version of every browser that starts. */
  readonly onLaunch?: (version: string) => void;
}

export interface PaperOrder<Kind extends PaperKind> {
  readonly kind: Kind;
  /** Folder number below `workflows/papers`. */
  readonly version: number;
  readonly data: PaperDataOf<Kind>;
  readonly expect: PdfExpectations;
  /** Another template than the shipped one of the version: a province's, or the one an old paper was made with. */
  readonly template?: UsedTemplate | undefined;
  /** A draft to be signed in its file: its gaps become fields and signature fields. Left out, they stay blank paper. */
  readonly fields?: boolean;
}

export interface MadePaper {
  readonly bytes: Uint8Array;
  /** Hex, of the bytes. */
  readonly sha256: string;
  readonly pages: number;
  readonly templateVersion: string;
  /** As read back from the PDF. */
  readonly text: string;
}

/** What it was made of: the template to be kept, and the filled page that Word is made from too. */
export interface MadeFromTemplate extends MadePaper {
  readonly template: UsedTemplate;
  readonly html: string;
}

/** Characters of HTML without the fonts; about 4,000 rows. A table beyond it can hold a page for minutes. */
const LIMIT = 2_000_000;

/** Owner of the browser: (template, data) → PDF whose text has been read back. One per process; `close` it at the end. */
export class PaperMaker {
  private readonly templates: PaperTemplates;
  private readonly pool: BrowserPool;

  constructor(options: PaperMakerOptions) {
    const { papersDir, cacheDir, chromiumPath, onLaunch } = options;
    this.templates = new PaperTemplates(papersDir);
    this.pool = new BrowserPool({
      install: () => resolveChromium({ chromiumPath, cacheDir }),
      ...(onLaunch === undefined ? {} : { onLaunch }),
    });
  }

  /**
   * Throws TemplateUnknown, TemplateInvalid, TemplateFieldMissing, PaperTooLarge, PaperCheckFailed (give up) or
   * RenderTimedOut, BrowserMissing (retry). The text is read while the pages already render the next paper.
   */
  async make<Kind extends PaperKind>(order: PaperOrder<Kind>): Promise<MadeFromTemplate> {
    const { html, templateVersion, template } = this.templates.fillWith(
      order.template ?? this.shipped(order.kind, order.version),
      order.data,
    );
    const printed = await this.render(keepTogether(html));
    const bytes = order.fields === true ? await prepareFields(printed) : dropGaps(printed);
    const { pages, text } = await checkPdf(bytes, order.expect);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages, templateVersion, text, template, html };
  }

  /** The template of a kind as shipped. Throws TemplateUnknown. */
  shipped(kind: PaperKind, version: number): UsedTemplate {
    return this.templates.shipped(kind, version);
  }

  /** HTML that is already filled and cleaned → PDF, unchecked: for previews and measurements. */
  async render(html: string): Promise<Uint8Array> {
    if (html.length > LIMIT) {
      throw new PaperTooLarge(`the paper has ${html.length} characters`, { characters: html.length, limit: LIMIT });
    }
    return this.pool.render(html);
  }

  /** Unpacks and starts the browser ahead of the first paper. */
  warmUp(): Promise<void> {
    return this.pool.warmUp();
  }

  /** For /health: Chromium's own sandbox is off for root and where user namespaces are missing; our other walls stand either way. */
  async browserMode(): Promise<'not started' | 'sandboxed' | 'without sandbox'> {
    const sandboxed = await this.pool.sandboxed();
    return sandboxed === undefined ? 'not started' : sandboxed ? 'sandboxed' : 'without sandbox';
  }

  async close(): Promise<void> {
    await this.pool.close();
    await closeTextReader();
  }
}
