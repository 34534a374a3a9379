import { unzipSync } from 'fflate';
import type { Cell } from '../xlsx/sheet';
import { writeSheets } from '../xlsx/write-sheets';
import type { ArchivePaper } from './make-archive';
import { zipArchive } from './zip-archive';

const COLUMNS = [
  { title: 'STT', width: 6, type: 'number' },
  { title: 'Tên văn bản', width: 60, type: 'text' },
  { title: 'Số, ký hiệu', width: 22, type: 'text' },
  { title: 'Ngày', width: 14, type: 'date' },
  { title: 'Người ký', width: 26, type: 'text' },
  { title: 'Số trang', width: 10, type: 'number' },
] as const;

/** The list of papers as a table; packed anew, because the writer puts the moment into it. */
export async function contentsTable(papers: readonly ArchivePaper[]): Promise<Uint8Array> {
  const rows = papers.map((paper, at): readonly Cell[] => [
    at + 1,
    paper.title,
    paper.number,
    paper.date === null ? null : new Date(`${paper.date}T00:00:00Z`),
    paper.signed?.by ?? null,
    paper.pages,
  ]);
  const bytes = await writeSheets([{ name: 'Mục lục', columns: COLUMNS, rows }]);
  // '[Content_Types].xml' is no path of ours; inside an Office file it has to be.
  return zipArchive(
    Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, bytes: content })),
    { office: true },
  );
}
