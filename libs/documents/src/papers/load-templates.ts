import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateUnknown } from '../errors';
import { cleanHtml } from '../templates/clean-html';
import { compileTemplate, renderHtml, type CompiledTemplate } from '../templates/compile-template';
import { fontFaces } from '../templates/font-faces';
import type { PaperDataOf, PaperKind } from './paper-data';

/** A template with everything it calls: enough to make its papers again at any time. */
export interface TemplateBody {
  readonly source: string;
  /** By name; only those that the source reaches. */
  readonly partials: Readonly<Record<string, string>>;
}

/** A body under the name that papers bear: '<folder>-<hash12>' as shipped, '<province>/<n>-<hash12>' as a province brought it. */
export interface UsedTemplate {
  readonly templateVersion: string;
  /** Hex sha256 of the body. */
  readonly hash: string;
  readonly body: TemplateBody;
}

/** A filled template: HTML that needs nothing from outside, and the exact template it was made with. */
export interface FilledPaper {
  readonly html: string;
  readonly templateVersion: string;
  readonly template: UsedTemplate;
}

/** Compiled bodies by hash; a province that tries many sources does not fill the memory. */
const MOST_COMPILED = 200;

/** Templates of `folder/<version>/<kind>.hbs` with the partials beside them, and bodies from elsewhere; each compiled once. */
export class PaperTemplates {
  private readonly read = new Map<string, UsedTemplate>();
  private readonly compiled = new Map<string, CompiledTemplate>();

  /** @param folder the folder `workflows/papers` of the installation. */
  constructor(private readonly folder: string) {}

  /** With the shipped template. Throws TemplateUnknown, TemplateInvalid, TemplateFieldMissing. */
  fill<Kind extends PaperKind>(kind: Kind, version: number, data: PaperDataOf<Kind>): FilledPaper {
    return this.fillWith(this.shipped(kind, version), data);
  }

  /** With any template. Throws TemplateInvalid, TemplateFieldMissing. */
  fillWith(template: UsedTemplate, data: unknown): FilledPaper {
    const html = cleanHtml(renderHtml(this.compile(template), data));
    return { html: html.replace('/*fonts*/', () => fontFaces(html)), templateVersion: template.templateVersion, template };
  }

  /** The template of a kind as shipped. Throws TemplateUnknown. */
  shipped(kind: PaperKind, version: number): UsedTemplate {
    const key = `${version}/${kind}`;
    const known = this.read.get(key);
    if (known !== undefined) {
      return known;
    }
    const path = join(this.folder, String(version), `${kind}.hbs`);
    if (!existsSync(path)) {
      throw new TemplateUnknown(`no template ${kind} of version ${version}`, { kind, version });
    }
    const template = usedTemplate(String(version), bodyOf(readFileSync(path, 'utf8'), this.partials(version)));
    this.read.set(key, template);
    return template;
  }

  /** All shared parts of a version, by name. */
  partials(version: number): Readonly<Record<string, string>> {
    return partialsIn(join(this.folder, String(version), 'partials'));
  }

  private compile({ hash, body }: UsedTemplate): CompiledTemplate {
    const known = this.compiled.get(hash);
    if (known !== undefined) {
      return known;
    }
    const made = compileTemplate(body.source, body.partials);
    if (this.compiled.size >= MOST_COMPILED) {
      this.compiled.clear();
    }
    this.compiled.set(hash, made);
    return made;
  }
}

/** @param name '1' for the shipped folder 1, 'HP/3' for the third template of a province. */
export function usedTemplate(name: string, body: TemplateBody): UsedTemplate {
  const hash = createHash('sha256')
    .update(JSON.stringify([body.source, Object.entries(body.partials).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('hex');
  return { templateVersion: `${name}-${hash.slice(0, 12)}`, hash, body };
}

/** A source with the partials that it and they call. A call of one that is not there is left for the compiler to refuse. */
export function bodyOf(source: string, partials: Readonly<Record<string, string>>): TemplateBody {
  const reached: Record<string, string> = {};
  const visit = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/\{\{~?#?>\s*([\w-]+)/g)) {
      const partial = Object.hasOwn(partials, name) ? partials[name] : undefined;
      if (partial !== undefined && !Object.hasOwn(reached, name)) {
        reached[name] = partial;
        visit(partial);
      }
    }
  };
  visit(source);
  return { source, partials: reached };
}

function partialsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort();
  // Without the last line end: a partial may stand in the middle of a sentence.
  return Object.fromEntries(files.map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8').replace(/\n$/, '')]));
}
