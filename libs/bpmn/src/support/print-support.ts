import type { SupportRow } from './support-row';
import { ELEMENTS, EVENT_KINDS, MARKS, REFUSED } from './support-table';

/** The tables of docs/bpmn/README.md, Markdown. */
export function printSupport(): string {
  return [
    ...section('Phần tử · Elements', Object.values(ELEMENTS)),
    ...section('Loại sự kiện · Kinds of events', Object.values(EVENT_KINDS)),
    ...section('Dấu và nét vẽ · Marks and drawing', Object.values(MARKS)),
    '## Không nhận · Refused for good',
    '',
    ...table(
      ['Tiếng Việt', 'English', 'Refused as', 'Why, and what instead'],
      Object.values(REFUSED).map(({ vi, en, refusedAs, why }) => [vi, en, `\`${refusedAs}\``, why]),
    ),
  ].join('\n');
}

function section(title: string, rows: readonly SupportRow[]): readonly string[] {
  const cells = rows.map(({ vi, en, bpmn, page }) => [vi, en, `\`${bpmn}\``, `[${page}](${page}.md)`]);
  return [`## ${title}`, '', ...table(['Tiếng Việt', 'English', 'BPMN', 'Page'], cells), ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
