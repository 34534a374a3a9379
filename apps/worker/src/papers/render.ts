import { makeDocx, PAPER_KINDS, type DocxKind, type MadePaper, type PaperDataOf, type PaperKind } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { expectationsOf } from './expectations';

/** Folder number below `workflows/papers` of the templates in use. */
export const TEMPLATES = 1;

export interface RenderedPaper {
  readonly pdf: MadePaper;
  /** Word besides PDF, for the papers that the next level wants so (law.md 7.3). */
  readonly docx: Uint8Array | null;
}

const IN_WORD: readonly string[] = ['to-trinh', 'danh-sach'] satisfies readonly DocxKind[];

/** Frozen data → checked PDF, and Word where it is wanted. */
export async function render(room: Pick<TaskRoom, 'maker' | 'papersDir'>, kind: string, data: JsonObject): Promise<RenderedPaper> {
  if (!isPaperKind(kind)) {
    throw new GiveUp('template-unknown', `Không có mẫu văn bản ${kind}.`);
  }
  const expect = expectationsOf(kind, data);
  // Frozen data were typed when they were built; storage keeps them as plain JSON, and the templates refuse a missing field.
  const pdf = await room.maker.make({ kind, version: TEMPLATES, expect, data: data as unknown as PaperDataOf<PaperKind> });
  return { pdf, docx: inWord(kind) ? await word(room.papersDir, kind, data) : null };
}

function word(papersDir: string, kind: DocxKind, data: JsonObject): Promise<Uint8Array> {
  return makeDocx({ papersDir, kind, version: TEMPLATES, data: data as unknown as PaperDataOf<DocxKind> }); // as above
}

function inWord(kind: string): kind is DocxKind {
  return IN_WORD.includes(kind);
}

function isPaperKind(kind: string): kind is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(kind);
}
