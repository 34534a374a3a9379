import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateUnknown } from '../errors';
import { cleanHtml } from '../templates/clean-html';
import { compileTemplate, renderHtml, type CompiledTemplate } from '../templates/compile-template';
import { fontFaces } from '../templates/font-faces';
import type { PaperDataOf, PaperKind } from './paper-data';

/** A filled template: HTML that needs nothing from outside, and the exact version it was made with. */
export interface FilledPaper {
  readonly html: string;
  /** '<folder>-<first 12 hex of sha256 over template and partials>'. */
  readonly templateVersion: string;
}

interface Loaded {
  readonly template: CompiledTemplate;
  readonly templateVersion: string;
}

/** Templates of `folder/<version>/<kind>.hbs` with the partials beside them, each compiled once. */
export class PaperTemplates {
  private readonly loaded = new Map<string, Loaded>();

  /** @param folder the folder `workflows/papers` of the installation. */
  constructor(private readonly folder: string) {}

  /** Throws TemplateUnknown, TemplateInvalid, TemplateFieldMissing. */
  fill<Kind extends PaperKind>(kind: Kind, version: number, data: PaperDataOf<Kind>): FilledPaper {
    const { template, templateVersion } = this.load(kind, version);
    const html = cleanHtml(renderHtml(template, data));
    return { html: html.replace('/*fonts*/', () => fontFaces(html)), templateVersion };
  }

  private load(kind: PaperKind, version: number): Loaded {
    const key = `${version}/${kind}`;
    const known = this.loaded.get(key);
    if (known !== undefined) {
      return known;
    }
    const path = join(this.folder, String(version), `${kind}.hbs`);
    if (!existsSync(path)) {
      throw new TemplateUnknown(`no template ${kind} of version ${version}`, { kind, version });
    }
    const source = readFileSync(path, 'utf8');
    const partials = partialsIn(join(this.folder, String(version), 'partials'));
    const hash = createHash('sha256')
      .update(JSON.stringify([source, partials]))
      .digest('hex')
      .slice(0, 12);
    const loaded = { template: compileTemplate(source, partials), templateVersion: `${version}-${hash}` };
    this.loaded.set(key, loaded);
    return loaded;
  }
}

function partialsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort();
  // Without the last line end: a partial may stand in the middle of a sentence.
  return Object.fromEntries(files.map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8').replace(/\n$/, '')]));
}
