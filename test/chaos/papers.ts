import { readPdfText } from '@thidua/documents';
import { withClient } from '../crash/databases';
import { openCast } from '../crash/scenario';
import { settle } from '../crash/settle';
import type { System } from '../crash/system';
import { residentMb } from '../harness/processes';
import { Browsers } from './browsers';
import { nameOf, PAPERS_OF_A_DOSSIER, ROWS, submitDossier } from './paper-farm';

export interface FarmOrder {
  readonly papers: number;
  readonly killEveryMs: number;
  readonly say: (line: string) => void;
}

export interface FarmReport {
  readonly papers: number;
  readonly kills: number;
  readonly wrong: readonly string[];
  readonly missing: number;
  readonly orphans: number;
  /** Growth of the worker's resident memory, MiB per 100 papers, from the second fifth of the run on. */
  readonly slopeMbPer100: number;
  readonly minutes: number;
}

const DOSSIERS_AT_ONCE = 6;
const SAMPLE_MS = 2000;
const ORPHANS_WITHIN_MS = 60_000;

/** Dossiers through a real worker whose browser is killed again and again; then every paper is read back. */
export async function runFarm(url: string, system: System, { papers, killEveryMs, say }: FarmOrder): Promise<FarmReport> {
  const begun = performance.now();
  const dossiers = Math.ceil(papers / PAPERS_OF_A_DOSSIER);
  const browsers = new Browsers(() => system.pidOf('worker'));
  const memory: (readonly [papers: number, mb: number])[] = [];
  let kills = 0;
  const killing = setInterval(() => {
    kills += browsers.strike(kills) ? 1 : 0;
  }, killEveryMs);
  const sampling = setInterval(() => {
    void withClient(url, async (client) => {
      const { rows } = await client.query<{ n: string }>(
        'select count(*) as n from paper where coalesce(file_sha256, draft_sha256) is not null',
      );
      const made = Number(rows[0]?.n ?? 0);
      memory.push([made, residentMb(system.pidOf('worker') ?? 0)]);
      say(`${made} papers, ${kills} kills, worker ${Math.round(memory.at(-1)?.[1] ?? 0)} MB`);
    });
  }, SAMPLE_MS);
  try {
    await submitAll(system, dossiers);
    await settle(url, 300);
  } finally {
    clearInterval(killing);
    clearInterval(sampling);
  }
  browsers.strike(0); // the last browser is known, too
  const { wrong, missing } = await readBack(url, dossiers);
  await system.stop();
  return {
    papers: dossiers * PAPERS_OF_A_DOSSIER,
    kills,
    wrong: [...wrong, ...system.deaths],
    missing,
    orphans: await orphansLeft(browsers),
    slopeMbPer100: slope(memory) * 100,
    minutes: (performance.now() - begun) / 60_000,
  };
}

async function submitAll(system: System, dossiers: number): Promise<void> {
  const cast = await openCast(system.url);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < dossiers; at = next++) {
      await submitDossier(cast, at);
    }
  };
  await Promise.all(Array.from({ length: DOSSIERS_AT_ONCE }, lane));
}

interface Made {
  readonly kind: string;
  readonly title: string;
  readonly dossier: string;
  readonly row_name: string | null;
  readonly pages: number;
  readonly number_text: string | null;
  readonly sha: string;
  readonly bytes: Buffer;
  readonly is_what_it_says: boolean;
}

/** Every paper of every dossier: there once, its file the one its row names, its text its own. */
async function readBack(url: string, dossiers: number): Promise<{ wrong: readonly string[]; missing: number }> {
  return withClient(url, async (client) => {
    const { rows: papers } = await client.query<{ id: string }>(
      "select id from paper where kind in ('bao-cao-thanh-tich', 'bien-ban-binh-xet', 'to-trinh', 'danh-sach') and coalesce(file_sha256, draft_sha256) is not null order by id",
    );
    const wrong: string[] = [];
    for (const { id } of papers) {
      const { rows } = await client.query<Made>(
        `select p.kind, p.title, d.title as dossier, n.name as row_name, p.pages, p.number_text, f.sha256 as sha, f.bytes,
           encode(sha256(f.bytes), 'hex') = f.sha256 as is_what_it_says
         from paper p join dossier d on d.province_id = p.province_id and d.id = p.dossier_id
           left join nominee_row n on n.province_id = p.province_id and n.id = p.row_id
           left join file f on f.province_id = p.province_id and f.sha256 = coalesce(p.file_sha256, p.draft_sha256) where p.id = $1`,
        [id],
      );
      wrong.push(...(await faults(rows[0])));
    }
    const { rows: incidents } = await client.query<{ what: string }>(
      "select cause || ' ' || detail as what from incident where resolved_at is null",
    );
    return { wrong: [...wrong, ...incidents.map(({ what }) => what)], missing: dossiers * PAPERS_OF_A_DOSSIER - papers.length };
  });
}

async function faults(paper: Made | undefined): Promise<readonly string[]> {
  if (paper === undefined || !paper.is_what_it_says) {
    return [`${paper?.title ?? 'a paper'} has not the file its row names`];
  }
  const pages = await readPdfText(paper.bytes);
  const text = pages.join(' ').replace(/\s+/g, '').normalize('NFC');
  const at = Number(/\d+$/.exec(paper.dossier)?.[0] ?? 0) - 1;
  const names = Array.from({ length: ROWS }, (_none, row) => nameOf(at * ROWS + row));
  const wanted = paper.kind === 'bao-cao-thanh-tich' ? [(paper.row_name ?? '').toLocaleUpperCase('vi')] : names;
  return [
    ...(pages.length === paper.pages ? [] : [`${paper.title}: ${pages.length} pages, the row says ${paper.pages}`]),
    ...wanted.filter((name) => !text.includes(name.replace(/\s+/g, ''))).map((name) => `${paper.title} of ${paper.dossier} lacks ${name}`),
  ];
}

async function orphansLeft(browsers: Browsers): Promise<number> {
  const deadline = performance.now() + ORPHANS_WITHIN_MS;
  while (browsers.orphans() > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return browsers.orphans();
}

/** Least squares over the samples behind the first fifth, MiB per paper. */
function slope(samples: readonly (readonly [number, number])[]): number {
  const most = samples.at(-1)?.[0] ?? 0;
  const used = samples.filter(([papers]) => papers > most / 5);
  const mean = (pick: 0 | 1): number => used.reduce((sum, one) => sum + one[pick], 0) / Math.max(1, used.length);
  const [x, y] = [mean(0), mean(1)];
  const over = used.reduce((sum, [papers, mb]) => sum + (papers - x) * (mb - y), 0);
  const under = used.reduce((sum, [papers]) => sum + (papers - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
