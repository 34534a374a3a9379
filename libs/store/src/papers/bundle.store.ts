import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { PaperState, SignatureMode } from './paper.store';

/** A finished paper with everything a manifest says of it. */
export interface BundleFile {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: PaperState;
  readonly numberText: string | null;
  /** Of the number, else the day it was signed or made; YYYY-MM-DD in Vietnam. */
  readonly date: string;
  readonly numberDate: string | null;
  readonly pages: number | null;
  readonly templateVersion: string;
  /** Of the final data, else of the draft's. */
  readonly dataHash: string;
  readonly signer: string | null;
  readonly signatureMode: SignatureMode | null;
  readonly sha256: string;
  readonly docxSha256: string | null;
}

export interface ArchiveRecord {
  readonly paperId: string;
  readonly sha256: string;
  readonly kind: string;
}

/** What goes into the bound file and the archive of a dossier or round. */
export class BundleStore {
  constructor(private readonly database: Database) {}

  /** The papers in the order asked for; those without a file, and those of a dossier that is a state secret, are left out. */
  async files(provinceId: string, paperIds: readonly string[]): Promise<readonly BundleFile[]> {
    return rowsOf<BundleFile>(
      this.database.reader,
      `select p.id, p.kind, p.title, p.state, p.number_text as "numberText", p.number_date as "numberDate", p.pages, p.template_version as "templateVersion",
         to_char(coalesce(p.number_date::timestamp, p.signed_at at time zone interval '7 hours', p.created_at at time zone interval '7 hours'), 'YYYY-MM-DD') as date,
         coalesce(p.final_hash, p.data_hash) as "dataHash", s.full_name as signer, p.signature_mode as "signatureMode",
         coalesce(p.file_sha256, p.draft_sha256) as sha256, p.docx_sha256 as "docxSha256"
       from unnest($2::uuid[]) with ordinality as asked (id, place)
         join paper p on p.province_id = $1 and p.id = asked.id
         left join person s on s.province_id = p.province_id and s.id = p.signer_person
       where coalesce(p.file_sha256, p.draft_sha256) is not null
         and not exists (select from dossier d where d.province_id = p.province_id and d.id = p.dossier_id and d.secrecy <> 'none')
       order by asked.place`,
      [provinceId, paperIds],
    );
  }

  /** Rounds below, through which rows of a round came, the nearest first. */
  async roundsBelow(provinceId: string, roundId: string, rowIds: readonly string[]): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `with recursive way as (
         select w.source_round_id as id, w.row_id, 1 as depth from round_row w
          where w.province_id = $1 and w.round_id = $2 and w.row_id = any($3::uuid[]) and w.source_round_id is not null
         union
         select w.source_round_id, w.row_id, way.depth + 1 from way
           join round_row w on w.province_id = $1 and w.round_id = way.id and w.row_id = way.row_id
          where w.source_round_id is not null and way.depth < 5)
       select way.id from way join review_round r on r.province_id = $1 and r.id = way.id group by way.id, r.code order by min(way.depth), r.code`,
      [provinceId, roundId, rowIds],
    );
    return rows.map((row) => row.id);
  }

  /** Beside the bound file, before that is issued. */
  async keepArchive(tx: Tx, provinceId: string, paperId: string, sha256: string): Promise<void> {
    await tx.query(`update paper set archive_sha256 = $3 where province_id = $1 and id = $2 and state = 'drafted'`, [
      provinceId,
      paperId,
      sha256,
    ]);
  }

  /** The last archive of a subject. */
  async archiveOf(
    provinceId: string,
    subject: { readonly dossierId: string } | { readonly roundId: string },
    kind: string,
  ): Promise<ArchiveRecord | undefined> {
    const [column, id] = 'dossierId' in subject ? ['dossier_id', subject.dossierId] : ['round_id', subject.roundId];
    const rows = await rowsOf<ArchiveRecord>(
      this.database.reader,
      `select id as "paperId", archive_sha256 as sha256, kind from paper
       where province_id = $1 and ${column} = $2 and kind = $3 and archive_sha256 is not null order by created_at desc, id desc limit 1`,
      [provinceId, id, kind],
    );
    return rows[0];
  }

  /** Files older than the grace that no column of any table names; whatever is kept inside JSON is not looked into. */
  async unnamedFiles(provinceId: string, before: Date): Promise<readonly { readonly sha256: string; readonly mime: string }[]> {
    const columns = await rowsOf<{ table: string; column: string }>(
      this.database.reader,
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = current_schema() and column_name like '%sha256' and data_type = 'text' and table_name <> 'file'`,
      [],
    );
    // Names out of the catalogue itself; nothing from outside is put into the statement.
    const named = columns.map(({ table, column }) => `select ${column} as sha from ${table} where province_id = $1`).join(' union ');
    return rowsOf(
      this.database.reader,
      `select sha256, mime from file where province_id = $1 and created_at < $2 and sha256 not in (select sha from (${named}) n where sha is not null)
       order by sha256`,
      [provinceId, before],
    );
  }

  /**
   * Where rows and files do not agree: a paper whose file is not kept, a file that is not what its name says, an issued paper without file or
   * pages. Empty when all is well.
   */
  async disagreements(provinceId: string): Promise<readonly { readonly what: string; readonly id: string }[]> {
    return rowsOf(
      this.database.reader,
      `select 'file-missing' as what, n.sha as id from (
           select province_id, unnest(array[draft_sha256, file_sha256, docx_sha256, archive_sha256]) as sha from paper where province_id = $1) n
         left join file f on f.province_id = n.province_id and f.sha256 = n.sha where n.sha is not null and f.sha256 is null
       union all
       select 'file-changed', sha256 from file where province_id = $1 and bytes is not null and key_id is null and encode(sha256(bytes), 'hex') <> sha256
       union all
       select 'issued-without-file', id::text from paper where province_id = $1 and state in ('sealed', 'issued')
         and (file_sha256 is null or (coalesce(pages, 0) < 1 and template_version <> 'scan'))
       union all
       select 'number-not-in-register', p.id::text from paper p
         left join number_register r on r.province_id = p.province_id and r.paper_id = p.id and r.canceled_at is null
        where p.province_id = $1 and p.state in ('numbered', 'sealed', 'issued') and p.signature_mode is not null and p.template_version <> 'scan'
          and p.number_text is distinct from r.number_text`,
      [provinceId],
    );
  }
}
