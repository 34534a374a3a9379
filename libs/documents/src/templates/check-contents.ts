import { contentsLint, type MandatoryContent } from '../papers/contents-lint';
import type { Field } from './catalogue/field';
import { renderHtml, type CompiledTemplate } from './compile-template';
import { problem, type TemplateProblem } from './template-problem';

type Data = Readonly<Record<string, unknown>>;

/** Parts of a paper that stand in every one of its kind, and are no contents. */
const NO_CONTENTS: readonly Field['type'][] = ['person', 'document'];

/**
 * What a template leaves out of the contents law has its papers hold (needs of the pack's paper rows), by the one rule finished papers are
 * held to. Every text of the data is made a word of its own first: an award's name that stands in the title is not the list's.
 */
export function missingContents(
  template: CompiledTemplate,
  { fields, full }: { readonly fields: Readonly<Record<string, Field>>; readonly full: Data },
  mandatory: readonly MandatoryContent[],
): readonly TemplateProblem[] {
  if (mandatory.length === 0) {
    return [];
  }
  const data = marked(fields, full, '');
  return contentsLint(data, textOf(renderHtml(template, data)), mandatory).map((sentence) =>
    problem('contents-missing', { says: sentence.replace(/^Thiếu /u, '').replace(/\.$/u, '') }),
  );
}

function marked(fields: Readonly<Record<string, Field>>, data: Data, above: string): Data {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = fields[key];
      const path = `${above}${key}`;
      return [key, field === undefined || key === 'frame' || NO_CONTENTS.includes(field.type) ? value : markedValue(field, value, path)];
    }),
  );
}

function markedValue(field: Field, value: unknown, path: string): unknown {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
  const below = field.fields;
  if (below !== undefined) {
    const one = (row: unknown, at: string): unknown => marked(below, row as Data, `${at}.`); // a group's value, or a list's row, is an object
    return list === undefined ? one(value, path) : list.map((row, at) => one(row, `${path}${String(at)}`));
  }
  if (field.type === 'texts') {
    return (list ?? []).map((text, at) => `${String(text)} ${markOf(`${path}${String(at)}`)}`);
  }
  return field.type === 'text' && typeof value === 'string' ? `${value} ${markOf(path)}` : value;
}

function markOf(path: string): string {
  return `noi-dung-${path.replace(/\W/g, '')}`;
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#x60': '`', '#x3D': '=' };

function textOf(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#x27|#x60|#x3D);/g, (_all, name: string) => SIGNS[name] ?? '');
}
