import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MandatoryContent } from '../papers/contents-lint';
import { bodyOf, PaperTemplates, usedTemplate, type TemplateBody, type UsedTemplate } from '../papers/load-templates';
import { PAPER_KINDS, PAPER_TITLES, type PaperKind } from '../papers/paper-data';
import { catalogueOf, type CatalogueField } from './catalogue';
import { checkTemplate } from './check-template';
import { HELPER_DOCS, type HelperDoc } from './helper-docs';
import { ISSUER, issuerPartial, type Letterhead } from './letterhead';
import type { TemplateProblem } from './template-problem';

/** Everything a person who writes templates asks for; made once per process. Unknown kinds throw TemplateUnknown. */
export class TemplateDesk {
  private readonly templates: PaperTemplates;

  /** @param folder the folder `workflows/papers`. @param version folder number of the templates in use. */
  constructor(
    private readonly folder: string,
    private readonly version: number,
  ) {
    this.templates = new PaperTemplates(folder);
  }

  kinds(): readonly { readonly kind: string; readonly title: string }[] {
    return PAPER_KINDS.map((kind) => ({ kind, title: PAPER_TITLES[kind] }));
  }

  helpers(): readonly HelperDoc[] {
    return HELPER_DOCS;
  }

  fields(kind: string): readonly CatalogueField[] {
    return catalogueOf(kind as PaperKind, this.sample(kind));
  }

  /** As shipped: what a province begins with. */
  shipped(kind: string): UsedTemplate {
    return this.templates.shipped(kind as PaperKind, this.version); // throws TemplateUnknown for any other word
  }

  /** Names of the shared parts that a template may call. */
  partials(): readonly string[] {
    return Object.keys(this.templates.partials(this.version));
  }

  /** A province's source with the shared parts as they are now and its letterhead in them: what is hashed, kept and printed. */
  assemble(source: string, letterhead: Letterhead | null): { readonly hash: string; readonly body: TemplateBody } {
    const shared = this.templates.partials(this.version);
    const partials = letterhead === null ? shared : { ...shared, [ISSUER]: issuerPartial(letterhead, shared[ISSUER] ?? '') };
    const { hash, body } = usedTemplate('', bodyOf(source.normalize('NFC').replace(/\r\n/g, '\n'), partials));
    return { hash, body };
  }

  /** @param mandatory what the law has papers of the kind hold */
  check(kind: string, body: TemplateBody, mandatory: readonly MandatoryContent[] = []): readonly TemplateProblem[] {
    return checkTemplate({ kind: kind as PaperKind, body, sample: this.sample(kind), mandatory });
  }

  /** The data that templates of the kind are tried with. */
  sample(kind: string): unknown {
    this.shipped(kind);
    return JSON.parse(readFileSync(join(this.folder, String(this.version), 'samples', `${kind}.json`), 'utf8')) as unknown;
  }
}
