import { bodyOf as treeOf } from '../docx/html-tree';
import { TemplateFieldMissing, TemplateInvalid } from '../errors';
import type { MandatoryContent } from '../papers/contents-lint';
import type { TemplateBody } from '../papers/load-templates';
import type { PaperKind } from '../papers/paper-data';
import { catalogueOf, FIELDS, type CatalogueField } from './catalogue';
import { missingContents } from './check-contents';
import { cleanHtml } from './clean-html';
import { compileTemplate, renderHtml, type CompiledTemplate } from './compile-template';
import { bareData, fullData } from './example-data';
import { HELPER_DOCS } from './helper-docs';
import { nearest } from './nearest';
import { problem, type TemplateProblem } from './template-problem';

export interface TemplateToCheck {
  readonly kind: PaperKind;
  readonly body: TemplateBody;
  readonly sample: unknown;
  /** What the law has papers of the kind hold: needs of the pack's paper rows. */
  readonly mandatory?: readonly MandatoryContent[];
}

/**
 * What can be known of a template without printing it: it compiles, calls what is published, prints only fields that papers of its kind
 * have (tried with the sample as it is, with everything filled in, and with nothing that may be absent), and closes its tags.
 */
export function checkTemplate({ kind, body, sample, mandatory = [] }: TemplateToCheck): readonly TemplateProblem[] {
  const fields = catalogueOf(kind, sample);
  let template: CompiledTemplate;
  try {
    template = compileTemplate(body.source, body.partials);
  } catch (error) {
    return [compileProblem(error)];
  }
  const tries = [sample, fullData(FIELDS[kind], sample), bareData(FIELDS[kind], sample)];
  const found = tries.flatMap((data) => filledProblems(template, data, fields));
  const refused = found.some(({ severity }) => severity === 'refusal');
  const missing = refused ? [] : missingContents(template, { fields: FIELDS[kind], full: fullData(FIELDS[kind], sample) }, mandatory);
  return [...unique(found), ...missing, ...unprinted(body, fields)];
}

function filledProblems(template: CompiledTemplate, data: unknown, fields: readonly CatalogueField[]): readonly TemplateProblem[] {
  let html: string;
  try {
    html = renderHtml(template, data);
  } catch (error) {
    return [fillProblem(error, fields)];
  }
  const taken = cleanHtml(html) === html ? [] : [problem('taken-out', { severity: 'warning' })];
  try {
    treeOf(cleanHtml(html));
    return taken;
  } catch (error) {
    return [...taken, problem('markup-open', { says: messageOf(error) })];
  }
}

function compileProblem(error: unknown): TemplateProblem {
  if (!(error instanceof TemplateInvalid)) {
    throw error;
  }
  const { line = null, in: partial = null, helper, missing, reason } = error.details as Record<string, string | number | null | undefined>;
  const place = { line: typeof line === 'number' ? line : null, partial: typeof partial === 'string' ? partial : null };
  if (typeof helper === 'string') {
    const names = HELPER_DOCS.map(({ name }) => name);
    return problem('helper-unknown', { ...place, about: helper, meant: nearest(helper, names) });
  }
  if (typeof missing === 'string') {
    return problem('partial-unknown', { ...place, about: missing });
  }
  return error.message.startsWith('unescaped')
    ? problem('unescaped', place)
    : problem('syntax', { ...place, says: typeof reason === 'string' ? reason : error.message });
}

function fillProblem(error: unknown, fields: readonly CatalogueField[]): TemplateProblem {
  if (!(error instanceof TemplateFieldMissing)) {
    // A helper that was handed the wrong thing throws its own error.
    return problem('syntax', { says: messageOf(error) });
  }
  const { field, line = null, in: partial = null } = error.details as Record<string, string | number | null | undefined>;
  const path = String(field);
  const bare = path.replace(/^(\.\.\/|this\.)+/, '');
  const known = fields.find((one) => endsLike(one.path, bare));
  const meant = known === undefined ? nearest(bare, [...new Set(fields.flatMap(({ path: one }) => [one, lastOf(one)]))]) : '';
  return problem('field-missing', {
    line: typeof line === 'number' ? line : null,
    partial: typeof partial === 'string' ? partial : null,
    about: path,
    says: known?.says ?? fields.find((one) => one.path === meant || lastOf(one.path) === meant)?.says ?? '',
    meant,
  });
}

/** Fields from the top that the template never names: nothing forbids that, but it is seldom meant. */
function unprinted({ source, partials }: TemplateBody, fields: readonly CatalogueField[]): readonly TemplateProblem[] {
  const words = new Set([source, ...Object.values(partials)].join(' ').match(/\w+/g));
  return fields
    .filter(({ path, required }) => required && !path.includes('.') && !words.has(path))
    .map(({ path, says }) => problem('field-unprinted', { severity: 'warning', about: path, says }));
}

/** 'row.votes.share' is 'rows[].votes.share' inside `each`. */
function endsLike(path: string, asked: string): boolean {
  const [full, wanted] = [path.replaceAll('[]', ''), asked.replace(/\.\[\d+\]/g, '')];
  return full === wanted || full.endsWith(`.${wanted}`) || full.endsWith(`.${wanted.split('.').slice(1).join('.')}`);
}

function lastOf(path: string): string {
  return path.split('.').at(-1)?.replace('[]', '') ?? path;
}

function unique(found: readonly TemplateProblem[]): readonly TemplateProblem[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
