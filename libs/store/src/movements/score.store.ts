import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** As awards has it; points are decimal text. */
export interface BoardCriterion {
  readonly id: string;
  readonly kind: 'base' | 'bonus' | 'deduction';
  readonly text: string;
  readonly most: string;
  readonly movement: boolean;
}

/** A round of scoring; the id is its work's. */
export interface ScoreBoardRecord {
  readonly id: string;
  readonly scope: 'units' | 'cluster';
  readonly clusterId: string | null;
  readonly criteria: readonly BoardCriterion[];
  readonly bodies: readonly string[];
  readonly dueOn: string | null;
  readonly meeting: JsonObject;
  readonly recordedAt: Date | null;
  readonly version: number;
}

export interface ScoreSheetRecord {
  readonly id: string;
  readonly boardId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly handedInAt: Date | null;
  readonly selfTotal: string | null;
  readonly givenTotal: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly version: number;
}

export interface ScoreLineRecord {
  readonly sheetId: string;
  readonly criterion: string;
  readonly self: string | null;
  readonly given: string | null;
  readonly reason: string | null;
  readonly note: string;
}

export interface SheetResult {
  readonly sheetId: string;
  readonly selfTotal: string | null;
  readonly givenTotal: string;
  readonly rank: number;
  readonly tied: boolean;
}

/** A recorded score of one body. */
export interface RecordedScore {
  readonly boardId: string;
  readonly code: string;
  readonly movementId: string;
  readonly orgId: string;
  readonly year: number | null;
  readonly title: string;
  readonly scope: 'units' | 'cluster';
  readonly clusterId: string | null;
  readonly self: string | null;
  readonly total: string;
  readonly rank: number;
  readonly of: number;
  readonly tied: boolean;
  readonly paperId: string | null;
  readonly recordedOn: string;
}

const BOARD = `b.work_id as id, b.scope, b.cluster_id as "clusterId", b.criteria, b.bodies, to_char(b.due_on, 'YYYY-MM-DD') as "dueOn", b.meeting,
  b.recorded_at as "recordedAt", b.version`;
const SHEET = `s.work_id as id, s.board_id as "boardId", s.org_id as "orgId", o.name as "orgName", s.handed_in_at as "handedInAt",
  s.self_total::text as "selfTotal", s.given_total::text as "givenTotal", s.rank, s.tied, s.version`;
const FROM_SHEET = 'from score_sheet s join org o on o.province_id = s.province_id and o.id = s.org_id';

/** Score sheets of the units of a commune and of the members of clusters; points are exact decimals throughout. */
export class ScoreStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    provinceId: string,
    one: Pick<ScoreBoardRecord, 'id' | 'scope' | 'clusterId' | 'criteria' | 'bodies' | 'dueOn'>,
  ): Promise<void> {
    await tx.query(
      'insert into score_board (province_id, work_id, scope, cluster_id, criteria, bodies, due_on) values ($1, $2, $3, $4, $5, $6, $7)',
      [provinceId, one.id, one.scope, one.clusterId, JSON.stringify(one.criteria), one.bodies, one.dueOn],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ScoreBoardRecord | undefined> {
    return (
      await rowsOf<ScoreBoardRecord>(tx, `select ${BOARD} from score_board b where b.province_id = $1 and b.work_id = $2`, [provinceId, id])
    )[0];
  }

  /** False: somebody else wrote in between. */
  async save(
    tx: Tx,
    provinceId: string,
    one: Pick<ScoreBoardRecord, 'id' | 'version' | 'criteria' | 'bodies' | 'dueOn'>,
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update score_board set criteria = $4, bodies = $5, due_on = $6, version = version + 1
       where province_id = $1 and work_id = $2 and version = $3 returning work_id`,
      [provinceId, one.id, one.version, JSON.stringify(one.criteria), one.bodies, one.dueOn],
    );
    return rows.length === 1;
  }

  async setMeeting(tx: Tx, provinceId: string, id: string, meeting: JsonObject): Promise<void> {
    await tx.query('update score_board set meeting = $3, version = version + 1 where province_id = $1 and work_id = $2', [
      provinceId,
      id,
      JSON.stringify(meeting),
    ]);
  }

  /** Criteria of the last board of the same kind, to begin the next with. */
  async lastCriteria(
    provinceId: string,
    { orgId, scope }: { readonly orgId: string; readonly scope: ScoreBoardRecord['scope'] },
    tx: Tx = this.database.reader,
  ): Promise<readonly BoardCriterion[]> {
    const rows = await rowsOf<{ criteria: readonly BoardCriterion[] }>(
      tx,
      `select b.criteria from score_board b join movement_work w on w.province_id = b.province_id and w.id = b.work_id
       where b.province_id = $1 and w.org_id = $2 and b.scope = $3 and w.status <> 'canceled' and jsonb_array_length(b.criteria) > 0
       order by w.opened_at desc, w.id desc limit 1`,
      [provinceId, orgId, scope],
    );
    return rows[0]?.criteria ?? [];
  }

  async addSheet(tx: Tx, provinceId: string, one: Pick<ScoreSheetRecord, 'id' | 'boardId' | 'orgId'>): Promise<void> {
    await tx.query('insert into score_sheet (province_id, work_id, board_id, org_id) values ($1, $2, $3, $4)', [
      provinceId,
      one.id,
      one.boardId,
      one.orgId,
    ]);
  }

  async sheet(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ScoreSheetRecord | undefined> {
    return (
      await rowsOf<ScoreSheetRecord>(tx, `select ${SHEET} ${FROM_SHEET} where s.province_id = $1 and s.work_id = $2`, [provinceId, id])
    )[0];
  }

  /** Best first once ranked, by name before. */
  async sheetsOf(provinceId: string, boardId: string, tx: Tx = this.database.reader): Promise<readonly ScoreSheetRecord[]> {
    return rowsOf(
      tx,
      `select ${SHEET} ${FROM_SHEET} where s.province_id = $1 and s.board_id = $2 order by s.rank nulls last, o.name, s.work_id`,
      [provinceId, boardId],
    );
  }

  async linesOf(provinceId: string, sheetIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly ScoreLineRecord[]> {
    return rowsOf(
      tx,
      `select l.sheet_id as "sheetId", l.criterion, l.self::text, l.given::text, l.reason, l.note from score_line l
       where l.province_id = $1 and l.sheet_id = any($2::uuid[])`,
      [provinceId, sheetIds],
    );
  }

  /** The body's own column. False: somebody else wrote in between. */
  async saveSelf(
    tx: Tx,
    provinceId: string,
    sheet: { readonly id: string; readonly version: number },
    lines: readonly Pick<ScoreLineRecord, 'criterion' | 'self' | 'note'>[],
  ): Promise<boolean> {
    const saved = await this.touch(tx, provinceId, sheet);
    if (saved) {
      await tx.query(
        `insert into score_line (province_id, sheet_id, criterion, self, note)
         select $1, $2, criterion, self, note from unnest($3::text[], $4::numeric[], $5::text[]) as t (criterion, self, note)
         on conflict (province_id, sheet_id, criterion) do update set self = excluded.self, note = excluded.note`,
        [provinceId, sheet.id, lines.map(({ criterion }) => criterion), lines.map(({ self }) => self), lines.map(({ note }) => note)],
      );
    }
    return saved;
  }

  /** The standing office's column. False: somebody else wrote in between. */
  async saveGiven(
    tx: Tx,
    provinceId: string,
    sheet: { readonly id: string; readonly version: number },
    lines: readonly Pick<ScoreLineRecord, 'criterion' | 'given' | 'reason'>[],
  ): Promise<boolean> {
    const saved = await this.touch(tx, provinceId, sheet);
    if (saved) {
      await tx.query(
        `insert into score_line (province_id, sheet_id, criterion, given, reason)
         select $1, $2, criterion, given, reason from unnest($3::text[], $4::numeric[], $5::text[]) as t (criterion, given, reason)
         on conflict (province_id, sheet_id, criterion) do update set given = excluded.given, reason = excluded.reason`,
        [provinceId, sheet.id, lines.map(({ criterion }) => criterion), lines.map(({ given }) => given), lines.map(({ reason }) => reason)],
      );
    }
    return saved;
  }

  async handIn(tx: Tx, provinceId: string, id: string, atMs: number): Promise<void> {
    await tx.query('update score_sheet set handed_in_at = $3, version = version + 1 where province_id = $1 and work_id = $2', [
      provinceId,
      id,
      new Date(atMs),
    ]);
  }

  /** The signed table stands: totals and ranks of every sheet of the board. */
  async record(tx: Tx, provinceId: string, boardId: string, results: readonly SheetResult[], atMs: number): Promise<void> {
    await tx.query(
      `update score_sheet s set self_total = t.self, given_total = t.given, rank = t.rank, tied = t.tied, version = version + 1
       from unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::int[], $7::boolean[]) as t (id, self, given, rank, tied)
       where s.province_id = $1 and s.board_id = $2 and s.work_id = t.id`,
      [
        ...[provinceId, boardId, results.map(({ sheetId }) => sheetId), results.map(({ selfTotal }) => selfTotal)],
        ...[results.map(({ givenTotal }) => givenTotal), results.map(({ rank }) => rank), results.map(({ tied }) => tied)],
      ],
    );
    await tx.query('update score_board set recorded_at = $3 where province_id = $1 and work_id = $2', [
      provinceId,
      boardId,
      new Date(atMs),
    ]);
  }

  /** Recorded scores, newest first. */
  async recorded(
    provinceId: string,
    filter: {
      readonly orgIds?: readonly string[];
      readonly movementIds?: readonly string[];
      readonly clusterId?: string;
    },
    tx: Tx = this.database.reader,
  ): Promise<readonly RecordedScore[]> {
    return rowsOf(
      tx,
      `select b.work_id as "boardId", w.code, w.movement_id as "movementId", s.org_id as "orgId", w.year, w.title, b.scope, b.cluster_id as "clusterId",
         s.self_total::text as self, s.given_total::text as total, s.rank, s.tied,
         (select count(*)::int from score_sheet a where a.province_id = b.province_id and a.board_id = b.work_id) as of,
         (select p.id from paper p where p.province_id = b.province_id and p.work_id = b.work_id and p.kind = 'bang-cham-diem' and p.state = 'issued'
           order by p.created_at desc limit 1) as "paperId", to_char(b.recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "recordedOn"
       from score_sheet s join score_board b on b.province_id = s.province_id and b.work_id = s.board_id
         join movement_work w on w.province_id = b.province_id and w.id = b.work_id
       where s.province_id = $1 and b.recorded_at is not null and s.rank is not null and ($2::uuid[] is null or s.org_id = any($2))
         and ($3::text[] is null or w.movement_id = any($3)) and ($4::uuid is null or b.cluster_id = $4)
       order by b.recorded_at desc, s.rank, s.work_id`,
      [provinceId, filter.orgIds ?? null, filter.movementIds ?? null, filter.clusterId ?? null],
    );
  }

  private async touch(tx: Tx, provinceId: string, { id, version }: { readonly id: string; readonly version: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'update score_sheet set version = version + 1 where province_id = $1 and work_id = $2 and version = $3 returning work_id',
      [provinceId, id, version],
    );
    return rows.length === 1;
  }
}
