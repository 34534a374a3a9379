import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
}

export interface PlannedBody {
  readonly orgId: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly place: string;
}

export interface TeamMember {
  readonly name: string;
  readonly title: string;
  readonly role: 'leader' | 'deputy' | 'secretary' | 'member';
  /** The post by which the leader signs; null for people from elsewhere. */
  readonly positionId: string | null;
}

/** A year's inspection of a movement; the id is its work's. */
export interface InspectionRecord {
  readonly id: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly items: readonly ChecklistItem[];
  readonly bodies: readonly PlannedBody[];
  readonly team: readonly TeamMember[];
  readonly version: number;
}

/** What is kept for the papers of one body: shapes of casework. */
export interface InspectedUnitRecord {
  readonly id: string;
  readonly inspectionId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly inspectOn: string | null;
  readonly place: string;
  readonly notice: JsonObject;
  readonly minutes: JsonObject;
  readonly answer: readonly string[];
  readonly signedPerson: string | null;
  readonly signedPosition: string | null;
  readonly signedAt: Date | null;
  readonly conclusion: JsonObject;
  readonly result: 'passed' | 'with-shortcomings' | 'failed' | null;
  readonly followUpDue: string | null;
  readonly followUpReport: string | null;
  readonly followUpOn: string | null;
  readonly concludedAt: Date | null;
  readonly version: number;
}

export interface FindingRecord {
  readonly item: string;
  readonly content: string;
  readonly result: 'met' | 'unmet' | 'unchecked' | null;
  readonly remark: string;
  readonly documents: string;
}

/** A concluded inspection of one body, as appraisal, scoring and reports read it. */
export interface ConcludedInspection {
  readonly workId: string;
  readonly code: string;
  readonly movementId: string;
  readonly orgId: string;
  readonly year: number;
  readonly day: string;
  readonly result: 'passed' | 'with-shortcomings' | 'failed';
  readonly met: number;
  readonly unmet: number;
  readonly unchecked: number;
  readonly paperId: string | null;
  readonly numberText: string | null;
  readonly numberDate: string | null;
  readonly followUpDue: string | null;
  readonly followUpOn: string | null;
  /** The body's mending was accepted, or nothing had to be mended. */
  readonly closed: boolean;
}

const INSPECTION = `i.work_id as id, to_char(i.period_from, 'YYYY-MM-DD') as "periodFrom", to_char(i.period_to, 'YYYY-MM-DD') as "periodTo", i.items, i.bodies,
  i.team, i.version`;
const UNIT = `u.work_id as id, u.inspection_id as "inspectionId", u.org_id as "orgId", o.name as "orgName", to_char(u.inspect_on, 'YYYY-MM-DD') as "inspectOn",
  u.place, u.notice, u.minutes, u.answer, u.signed_person as "signedPerson", u.signed_position as "signedPosition", u.signed_at as "signedAt", u.conclusion,
  u.result, to_char(u.follow_up_due, 'YYYY-MM-DD') as "followUpDue", u.follow_up_report as "followUpReport",
  to_char(u.follow_up_on, 'YYYY-MM-DD') as "followUpOn", u.concluded_at as "concludedAt", u.version`;
const FROM_UNIT = 'from inspected_unit u join org o on o.province_id = u.province_id and o.id = u.org_id';

type UnitChange = Partial<
  Pick<InspectedUnitRecord, 'inspectOn' | 'place' | 'notice' | 'minutes' | 'answer' | 'conclusion' | 'followUpDue' | 'result'> & {
    readonly followUpReport: string;
    readonly followUpOn: string;
  }
>;

/** Inspections: the plan and team of a year, and what was found at every body. */
export class InspectionStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, one: Omit<InspectionRecord, 'version' | 'team'>): Promise<void> {
    await tx.query(
      `insert into movement_inspection (province_id, work_id, period_from, period_to, items, bodies) values ($1, $2, $3, $4, $5, $6)`,
      [provinceId, one.id, one.periodFrom, one.periodTo, JSON.stringify(one.items), JSON.stringify(one.bodies)],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<InspectionRecord | undefined> {
    const rows = await rowsOf<InspectionRecord>(
      tx,
      `select ${INSPECTION} from movement_inspection i where i.province_id = $1 and i.work_id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** False: somebody else wrote in between. */
  async save(tx: Tx, provinceId: string, one: InspectionRecord): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement_inspection set period_from = $4, period_to = $5, items = $6, bodies = $7, team = $8, version = version + 1
       where province_id = $1 and work_id = $2 and version = $3 returning work_id`,
      [
        provinceId,
        one.id,
        one.version,
        one.periodFrom,
        one.periodTo,
        JSON.stringify(one.items),
        JSON.stringify(one.bodies),
        JSON.stringify(one.team),
      ],
    );
    return rows.length === 1;
  }

  /** The checklist of the movement's last inspection, to begin the next with. */
  async lastItems(provinceId: string, movementId: string, tx: Tx = this.database.reader): Promise<readonly ChecklistItem[]> {
    const rows = await rowsOf<{ items: readonly ChecklistItem[] }>(
      tx,
      `select i.items from movement_inspection i join movement_work w on w.province_id = i.province_id and w.id = i.work_id
       where i.province_id = $1 and w.movement_id = $2 and w.status <> 'canceled' and jsonb_array_length(i.items) > 0 order by w.opened_at desc, w.id desc limit 1`,
      [provinceId, movementId],
    );
    return rows[0]?.items ?? [];
  }

  async addUnit(
    tx: Tx,
    provinceId: string,
    one: Pick<InspectedUnitRecord, 'id' | 'inspectionId' | 'orgId' | 'inspectOn' | 'place'>,
    items: readonly ChecklistItem[],
  ): Promise<void> {
    await tx.query(
      'insert into inspected_unit (province_id, work_id, inspection_id, org_id, inspect_on, place) values ($1, $2, $3, $4, $5, $6)',
      [provinceId, one.id, one.inspectionId, one.orgId, one.inspectOn, one.place],
    );
    await tx.query(
      `insert into inspection_finding (province_id, work_id, item, seq, content)
       select $1, $2, item, seq, content from unnest($3::text[], $4::int[], $5::text[]) as t (item, seq, content)`,
      [provinceId, one.id, items.map(({ id }) => id), items.map((_, at) => at + 1), items.map(({ text }) => text)],
    );
  }

  async unit(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<InspectedUnitRecord | undefined> {
    const rows = await rowsOf<InspectedUnitRecord>(tx, `select ${UNIT} ${FROM_UNIT} where u.province_id = $1 and u.work_id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async unitsOf(provinceId: string, inspectionId: string, tx: Tx = this.database.reader): Promise<readonly InspectedUnitRecord[]> {
    return rowsOf(
      tx,
      `select ${UNIT} ${FROM_UNIT} where u.province_id = $1 and u.inspection_id = $2 order by u.inspect_on nulls last, o.name, u.work_id`,
      [provinceId, inspectionId],
    );
  }

  /** What is left out stays. `version` null writes whatever stands; false: somebody else wrote in between. */
  async change(tx: Tx, provinceId: string, id: string, version: number | null, to: UnitChange): Promise<boolean> {
    const json = (value: JsonObject | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
    const rows = await rowsOf(
      tx,
      `update inspected_unit set inspect_on = coalesce($4::date, inspect_on), place = coalesce($5, place), notice = coalesce($6, notice),
         minutes = coalesce($7, minutes), answer = coalesce($8::text[], answer), conclusion = coalesce($9, conclusion), result = coalesce($10, result),
         follow_up_due = case when $11 then $12::date else follow_up_due end, follow_up_report = coalesce($13, follow_up_report),
         follow_up_on = coalesce($14::date, follow_up_on), version = version + 1
       where province_id = $1 and work_id = $2 and ($3::int is null or version = $3) returning work_id`,
      [
        ...[provinceId, id, version, to.inspectOn ?? null, to.place ?? null, json(to.notice), json(to.minutes), to.answer ?? null],
        ...[json(to.conclusion), to.result ?? null, to.followUpDue !== undefined, to.followUpDue ?? null],
        ...[to.followUpReport ?? null, to.followUpOn ?? null],
      ],
    );
    return rows.length === 1;
  }

  /** The body's own signature under the minutes; a new draft takes it away. */
  async sign(
    tx: Tx,
    provinceId: string,
    id: string,
    by: { readonly personId: string; readonly positionId: string; readonly atMs: number } | null,
  ): Promise<void> {
    await tx.query(
      'update inspected_unit set signed_person = $3, signed_position = $4, signed_at = $5, version = version + 1 where province_id = $1 and work_id = $2',
      [provinceId, id, by?.personId ?? null, by?.positionId ?? null, by === null ? null : new Date(by.atMs)],
    );
  }

  async conclude(tx: Tx, provinceId: string, id: string, atMs: number): Promise<void> {
    await tx.query('update inspected_unit set concluded_at = $3 where province_id = $1 and work_id = $2 and concluded_at is null', [
      provinceId,
      id,
      new Date(atMs),
    ]);
  }

  async findings(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly FindingRecord[]> {
    return rowsOf(
      tx,
      'select f.item, f.content, f.result, f.remark, f.documents from inspection_finding f where f.province_id = $1 and f.work_id = $2 order by f.seq',
      [provinceId, id],
    );
  }

  async saveFindings(tx: Tx, provinceId: string, id: string, found: readonly Omit<FindingRecord, 'content'>[]): Promise<void> {
    await tx.query(
      `update inspection_finding f set result = t.result, remark = t.remark, documents = t.documents
       from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as t (item, result, remark, documents)
       where f.province_id = $1 and f.work_id = $2 and f.item = t.item`,
      [
        ...[provinceId, id, found.map(({ item }) => item), found.map(({ result }) => result)],
        ...[found.map(({ remark }) => remark), found.map(({ documents }) => documents)],
      ],
    );
  }

  /** Those whose conclusion is issued, newest first. */
  async concluded(
    provinceId: string,
    { orgIds, movementIds }: { readonly orgIds: readonly string[] | null; readonly movementIds: readonly string[] | null },
    tx: Tx = this.database.reader,
  ): Promise<readonly ConcludedInspection[]> {
    return rowsOf(
      tx,
      `select w.id as "workId", w.code, w.movement_id as "movementId", u.org_id as "orgId", extract(year from u.inspect_on)::int as year,
         to_char(u.inspect_on, 'YYYY-MM-DD') as day, u.result, p.id as "paperId", p.number_text as "numberText", to_char(p.number_date, 'YYYY-MM-DD') as "numberDate",
         to_char(u.follow_up_due, 'YYYY-MM-DD') as "followUpDue", to_char(u.follow_up_on, 'YYYY-MM-DD') as "followUpOn", w.status = 'done' as closed,
         count(*) filter (where f.result = 'met')::int as met, count(*) filter (where f.result = 'unmet')::int as unmet,
         count(*) filter (where f.result = 'unchecked')::int as unchecked
       from inspected_unit u join movement_work w on w.province_id = u.province_id and w.id = u.work_id
         join paper p on p.province_id = u.province_id and p.work_id = u.work_id and p.kind = 'ket-luan-kiem-tra' and p.state = 'issued'
         left join inspection_finding f on f.province_id = u.province_id and f.work_id = u.work_id
       where u.province_id = $1 and u.result is not null and ($2::uuid[] is null or u.org_id = any($2)) and ($3::text[] is null or w.movement_id = any($3))
       group by w.id, w.code, w.movement_id, u.org_id, u.inspect_on, u.result, p.id, p.number_text, p.number_date, u.follow_up_due, u.follow_up_on, w.status
       order by u.inspect_on desc, w.id`,
      [provinceId, orgIds, movementIds],
    );
  }
}
