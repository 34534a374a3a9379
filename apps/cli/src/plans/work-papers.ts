import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkView } from '@thidua/contract';
import type { Stage } from '../cases/case';
import type { CaseLine } from '../report';
import type { Session } from '../session';
import { demandPapers, WORK_PAPERS } from './expected-papers';

/** A finished work of a movement as a line of the table; `wanted`: the papers it must have. */
export async function saveWork({ out }: Stage, person: Session, work: WorkView, wanted = WORK_PAPERS[work.kind] ?? []): Promise<CaseLine> {
  demandPapers(
    work.code,
    work.papers.filter((paper) => paper.ready).map((paper) => paper.kind),
    wanted,
  );
  const folder = join(out, work.code);
  await mkdir(folder, { recursive: true });
  for (const [index, paper] of work.papers.filter((one) => one.ready).entries()) {
    const bytes = await person.bytes('paperContent', { params: { id: paper.id } });
    if (createHash('sha256').update(bytes).digest('hex') !== paper.sha256) {
      throw new Error(`tệp ${paper.title} không khớp mã băm đã ghi`);
    }
    await writeFile(join(folder, `${String(index + 1).padStart(2, '0')}-${paper.kind}.pdf`), bytes);
  }
  const numbers = work.papers.flatMap((paper) => (paper.numberText === null ? [] : [paper.numberText]));
  return { code: work.code, award: work.title, path: work.orgName, decision: numbers.join(', ') || '–', papers: work.papers.length };
}
