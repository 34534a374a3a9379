import type { JsonValue } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type PaperTemplateState = 'draft' | 'proposed' | 'released' | 'withdrawn';

/** What a province writes itself; shapes of letterhead and checks are casework's. */
export interface TemplateContent {
  /** A pack's id; null for every pack. */
  readonly packId: string | null;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly title: string;
  readonly source: string;
  readonly letterhead: JsonValue;
  /** Of source, partials and letterhead together. */
  readonly hash: string;
}

export interface PaperTemplateRecord extends TemplateContent {
  readonly id: string;
  readonly kind: string;
  /** Counts the province's templates of the kind: 1, 2, 3 … */
  readonly number: number;
  readonly state: PaperTemplateState;
  readonly checkedHash: string | null;
  readonly checkedAt: Date | null;
  readonly checks: JsonValue;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}

export interface TemplateMove {
  readonly id: string;
  /** As the mover saw it; another version refuses the move. */
  readonly version: number;
  readonly personId: string;
  readonly atMs: number;
  readonly reason: string | null;
}

const COLUMNS = `id, kind, number, pack_id as "packId", valid_from::text as "validFrom", title, source, letterhead, hash, state,
  checked_hash as "checkedHash", checked_at as "checkedAt", checks, drafted_by as "draftedBy", drafted_at as "draftedAt",
  proposed_by as "proposedBy", proposed_at as "proposedAt", released_by as "releasedBy", released_at as "releasedAt",
  withdrawn_by as "withdrawnBy", withdrawn_at as "withdrawnAt", reason, version`;

const MOVES = {
  propose: `state = 'proposed', proposed_by = $4, proposed_at = $5, reason = $6 where state = 'draft' and checked_hash = hash`,
  sendBack: `state = 'draft', proposed_by = null, proposed_at = null, reason = $6 where state = 'proposed' and $4::uuid is not null and $5::timestamptz is not null`,
  release: `state = 'released', released_by = $4, released_at = $5, reason = $6 where state = 'proposed'`,
  withdraw: `state = 'withdrawn', withdrawn_by = $4, withdrawn_at = $5, reason = $6 where state in ('draft', 'proposed', 'released')`,
} as const;

/** A province's own templates: drafted, tried, proposed by one person, released by another, withdrawn. */
export class PaperTemplateStore {
  constructor(private readonly database: Database) {}

  /** A new draft with the next number of its kind; answers the number. */
  async draft(
    tx: Tx,
    provinceId: string,
    one: TemplateContent & { readonly id: string; readonly kind: string; readonly draftedBy: string; readonly atMs: number },
  ): Promise<number> {
    // Two drafts of one kind at once would take one number: they wait for each other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 15))', [`${provinceId}/${one.kind}`]);
    const rows = await rowsOf<{ number: number }>(
      tx,
      `insert into paper_template (province_id, id, kind, number, pack_id, valid_from, title, source, letterhead, hash, drafted_by, drafted_at)
       select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5::date, $6, $7, $8, $9, $10, $11 from paper_template where province_id = $1 and kind = $3
       returning number`,
      [provinceId, one.id, one.kind, ...contentOf(one), one.draftedBy, new Date(one.atMs)],
    );
    return rows[0]?.number ?? 0;
  }

  /** New content of a draft; false when it is no draft, or not at this version any more. */
  async change(
    tx: Tx,
    provinceId: string,
    of: { readonly id: string; readonly version: number },
    content: TemplateContent,
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper_template set pack_id = $4, valid_from = $5::date, title = $6, source = $7, letterhead = $8, hash = $9, version = version + 1
        where province_id = $1 and id = $2 and version = $3 and state = 'draft' returning id`,
      [provinceId, of.id, of.version, ...contentOf(content)],
    );
    return rows.length > 0;
  }

  /** What a trial print of this very content found; false when the content has changed since. */
  async keepChecks(
    tx: Tx,
    provinceId: string,
    of: { readonly id: string; readonly hash: string },
    found: { readonly checks: JsonValue; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper_template set checked_hash = hash, checked_at = $4, checks = $5 where province_id = $1 and id = $2 and hash = $3 returning id`,
      [provinceId, of.id, of.hash, new Date(found.atMs), JSON.stringify(found.checks)],
    );
    return rows.length > 0;
  }

  /** False when it does not stand where the move begins. The database refuses a proposer who releases his own. */
  async move(tx: Tx, provinceId: string, move: keyof typeof MOVES, by: TemplateMove): Promise<boolean> {
    const [set, where] = MOVES[move].split(' where ');
    const rows = await rowsOf(
      tx,
      `update paper_template set ${set ?? ''}, version = version + 1 where province_id = $1 and id = $2 and version = $3 and ${where ?? ''} returning id`,
      [provinceId, by.id, by.version, by.personId, new Date(by.atMs), by.reason],
    );
    return rows.length > 0;
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<PaperTemplateRecord | undefined> {
    const rows = await rowsOf<PaperTemplateRecord>(tx, `select ${COLUMNS} from paper_template where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** All of a province, or of one kind, newest first. */
  async ofProvince(provinceId: string, kind: string | null = null): Promise<readonly PaperTemplateRecord[]> {
    return rowsOf<PaperTemplateRecord>(
      this.database.reader,
      `select ${COLUMNS} from paper_template where province_id = $1 and ($2::text is null or kind = $2) order by kind, number desc`,
      [provinceId, kind],
    );
  }

  /** The released one of a kind for a day: a pack's own before one for all packs, then the later one. */
  async inForce(
    provinceId: string,
    of: { readonly kind: string; readonly packIds: readonly string[]; readonly day: string },
    tx: Tx = this.database.reader,
  ): Promise<PaperTemplateRecord | undefined> {
    const rows = await rowsOf<PaperTemplateRecord>(
      tx,
      `select ${COLUMNS} from paper_template
        where province_id = $1 and kind = $2 and state = 'released' and valid_from <= $4::date and (pack_id is null or pack_id = any($3))
        order by array_position($3::text[], pack_id) nulls last, valid_from desc, number desc limit 1`,
      [provinceId, of.kind, of.packIds, of.day],
    );
    return rows[0];
  }

  /** The pack that the dossier or round of a paper is held by. */
  async packHashOf(provinceId: string, paperId: string, tx: Tx = this.database.reader): Promise<string | null> {
    const rows = await rowsOf<{ hash: string | null }>(
      tx,
      `select coalesce(r.pack_hash, d.pack_hash) as hash from paper p
         left join review_round r on r.province_id = p.province_id and r.id = p.round_id
         left join dossier d on d.province_id = p.province_id and d.id = p.dossier_id
        where p.province_id = $1 and p.id = $2`,
      [provinceId, paperId],
    );
    return rows[0]?.hash ?? null;
  }
}

function contentOf(one: TemplateContent): readonly unknown[] {
  const letterhead = one.letterhead === null ? null : JSON.stringify(one.letterhead);
  return [one.packId, one.validFrom, one.title, one.source, letterhead, one.hash];
}
