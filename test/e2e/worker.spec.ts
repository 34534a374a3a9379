import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DossierView, PaperSummary } from '@thidua/contract';
import { readPdfText } from '@thidua/documents';
import { certificateCase } from '../../apps/cli/src/cases/commune';
import type { CaseLine } from '../../apps/cli/src/report';
import { openSystem, type System } from '../harness/system';

const redisUrl = process.env['REDIS_URL'];
const BACKENDS = [{ name: 'PostgreSQL', redisUrl: undefined }, ...(redisUrl === undefined ? [] : [{ name: 'Redis', redisUrl }])];

if (redisUrl === undefined) {
  it.todo('makes the papers of a Giấy khen over Redis (skipped: REDIS_URL is not set)');
}

describe.each(BACKENDS)('a Giấy khen from launch to certificate, rung over $name', ({ redisUrl: redis }) => {
  let system: System;
  let out: string;
  let line: CaseLine | undefined;
  let dossier: DossierView;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'thidua-papers-'));
    system = await openSystem({ redisUrl: redis });
    [line] = await certificateCase.play({ cast: system.cast, out, say: () => undefined });
    const clerk = await system.cast.as('gp.ck.nguoilap');
    const list = await clerk.call<{ dossiers: readonly { id: string }[] }>('dossiers', { query: { q: line?.code ?? '' } });
    dossier = await clerk.call<DossierView>('dossier', { params: { id: list.dossiers[0]?.id ?? '' } });
  }, 110_000);
  afterAll(async () => {
    await system.close();
    rmSync(out, { recursive: true, force: true });
  });

  const papers = (kind: string): readonly PaperSummary[] => dossier.papers.filter((paper) => paper.kind === kind);
  const textOf = async (paper: PaperSummary | undefined): Promise<string> => {
    const clerk = await system.cast.as('gp.ck.nguoilap');
    return (await readPdfText(await clerk.bytes('paperContent', { params: { id: paper?.id ?? '' } }))).join('\n');
  };

  it('meets no failure on the way', () => {
    expect(system.errors).toEqual([]);
  });

  it('makes every paper of the flow once', () => {
    const once = [
      'bien-ban-binh-xet',
      'to-trinh',
      'danh-sach',
      'giay-tiep-nhan',
      'phieu-tham-dinh',
      'phieu-trinh',
      'quyet-dinh',
      'thong-bao-ket-qua',
    ];
    expect(once.map((kind) => [kind, papers(kind).length])).toEqual(once.map((kind) => [kind, 1]));
    expect(papers('giay-khen')).toHaveLength(2);
    expect(papers('bao-cao-thanh-tich')).toHaveLength(2);
  });

  it('issues one decision with one number, and prints both', async () => {
    const [decision] = papers('quyet-dinh');
    expect(decision).toMatchObject({ state: 'issued', ready: true });
    const text = await textOf(decision);
    expect(text.replace(/\s+/g, '')).toContain(`Số:${decision?.numberText?.replace(/^(\d)\//, '0$1/') ?? ''}`);
    for (const row of dossier.rows) {
      expect(text).toContain(row.name);
    }
    const { database } = system.worker.casework.deps;
    const rows = await database.reader.query<{ n: number }[]>('select count(*)::int as n from decision where canceled_at is null', []);
    expect(rows[0]?.n).toBe(1);
  });

  it('gives each nominee a certificate that names the decision', async () => {
    for (const paper of papers('giay-khen')) {
      const text = await textOf(paper);
      expect(text).toContain('GIẤY KHEN');
      expect(text.replace(/\s+/g, '')).toContain((papers('quyet-dinh')[0]?.numberText ?? '?').replace(/^(\d)\//, '0$1/'));
    }
  });
});
