import { readPdfText } from '@thidua/documents';
import type { Client } from 'pg';

interface PaperFile {
  readonly id: string;
  readonly kind: string;
  readonly pages: number;
  readonly number_text: string | null;
  readonly state: string;
  readonly bytes: Buffer;
}

/** I14: every paper with a file opens, has the pages its row says, has text, and an issued one shows its number. */
export async function checkPapers(client: Client, since: ReadonlySet<string> = new Set()): Promise<string[]> {
  const { rows } = await client.query<PaperFile>(
    `select p.id, p.kind, p.pages, p.number_text, p.state, f.bytes from paper p
     join file f on f.province_id = p.province_id and f.sha256 = coalesce(p.file_sha256, p.draft_sha256) where f.mime = 'application/pdf'`,
  );
  const violations: string[] = [];
  for (const paper of rows.filter((one) => !since.has(fileKey(one)))) {
    violations.push(...(await unreadable(paper)).map((what) => `paper ${paper.kind} (${paper.state}): ${what}`));
  }
  return violations;
}

/** What was read before the step under test need not be read again: same paper, same bytes. */
export async function papersOf(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string; state: string }>('select id, state from paper');
  return new Set(rows.map(fileKey));
}

function fileKey({ id, state }: { readonly id: string; readonly state: string }): string {
  return `${id} ${state}`;
}

async function unreadable({ bytes, pages, number_text, state }: PaperFile): Promise<string[]> {
  let text: readonly string[];
  try {
    text = await readPdfText(bytes);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const all = text.join(' ').replace(/\s+/g, '');
  const number = (number_text ?? '').replace(/\s+/g, '');
  return [
    ...(text.length === pages ? [] : [`${text.length} pages, the row says ${pages}`]),
    ...(all.length > 40 ? [] : ['no text']),
    ...(state !== 'issued' || all.includes(number) ? [] : [`the number ${number_text ?? ''} is not in its text`]),
  ];
}
