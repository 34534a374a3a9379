import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DossierView, PaperSummary } from '@thidua/contract';
import type { Session } from './session';

export interface CaseLine {
  readonly code: string;
  readonly award: string;
  readonly path: string;
  readonly decision: string;
  readonly papers: number;
}

/** Writes every finished paper of a dossier or round as `<nn>-<kind>.pdf` and a manifest; answers how many. */
export async function savePapers(person: Session, dossier: Pick<DossierView, 'code' | 'title' | 'papers'>, out: string): Promise<number> {
  const folder = join(out, dossier.code);
  await mkdir(folder, { recursive: true });
  const manifest: object[] = [];
  for (const [index, paper] of dossier.papers.filter((candidate) => candidate.ready).entries()) {
    manifest.push(await savePaper(person, paper, folder, index + 1));
  }
  await writeFile(
    join(folder, 'manifest.json'),
    `${JSON.stringify({ code: dossier.code, title: dossier.title, papers: manifest }, null, 2)}\n`,
  );
  return manifest.length;
}

async function savePaper(person: Session, paper: PaperSummary, folder: string, index: number): Promise<object> {
  const bytes = await person.bytes('paperContent', { params: { id: paper.id } });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== paper.sha256) {
    throw new Error(`tệp ${paper.title} không khớp mã băm đã ghi`);
  }
  const name = `${String(index).padStart(2, '0')}-${paper.kind}.pdf`;
  await writeFile(join(folder, name), bytes);
  if (paper.hasDocx) {
    await writeFile(join(folder, name.replace(/pdf$/, 'docx')), await person.bytes('paperDocx', { params: { id: paper.id } }));
  }
  return {
    file: name,
    title: paper.title,
    sha256,
    pages: paper.pages,
    number: paper.numberText,
    templateVersion: paper.templateVersion,
    step: paper.step,
    state: paper.state,
  };
}

export function tableOf(lines: readonly CaseLine[]): string {
  const head: CaseLine[] = [];
  const cells = [
    ['Mã hồ sơ', 'Khen thưởng', 'Đường đi', 'Quyết định', 'Văn bản'],
    ...[...head, ...lines].map((line) => [line.code, line.award, line.path, line.decision, String(line.papers)]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => Array.from(row[column] ?? '').length)));
  return cells
    .map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - Array.from(cell).length)).join('  '))
    .join('\n');
}
