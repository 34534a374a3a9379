import type { Adjustment, Figures, Indicator } from '@thidua/awards';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { WorkOccasion, WorkStatus } from './work.store';

export type ReportState = 'open' | 'ready' | 'sent' | 'mend' | 'accepted';

/** Parts of a report's text; the keys are the sections of its paper. */
export type ReportTexts = Readonly<Record<string, string>>;

/** What a body sent for an occasion, or what was compiled of a call; the work around it comes with it. Days are YYYY-MM-DD. */
export interface ReportRecord {
  readonly workId: string;
  readonly code: string;
  readonly kind: 'report' | 'report-call';
  readonly movementId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly askedByOrg: string;
  /** The call it answers; null for one that was sent without being called. */
  readonly callId: string | null;
  readonly occasion: WorkOccasion;
  readonly year: number;
  readonly title: string;
  readonly workStatus: WorkStatus;
  readonly dueOn: string | null;
  readonly instanceId: string | null;
  readonly formVersion: number;
  readonly state: ReportState;
  readonly figures: Figures;
  readonly texts: ReportTexts;
  readonly adjustments: Readonly<Record<string, Adjustment>>;
  readonly ownFile: boolean;
  /** Of a compiled one: the reports it was made of. */
  readonly included: readonly string[];
  readonly compiledFrom: string | null;
  readonly mendReason: string | null;
  readonly savedAt: Date | null;
  /** The first sending; a mend asked for later does not move it. */
  readonly sentAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly version: number;
  readonly ruling: ReportRuling | null;
}

/** What the standing office says of a report's punctuality; `onTime` null: nothing any more. */
export interface ReportRuling {
  readonly onTime: boolean | null;
  readonly reason: string;
  readonly at: Date;
}

export interface ReportForm {
  readonly version: number;
  readonly indicators: readonly Indicator[];
}

export interface ReportFilter {
  readonly movementId?: string;
  readonly kind?: ReportRecord['kind'];
  readonly orgId?: string;
  readonly askedByOrg?: string;
  readonly callId?: string;
  readonly occasion?: WorkOccasion;
  readonly year?: number;
}

export interface NewReportFile {
  readonly id: string;
  readonly orgId: string;
  readonly slot: string;
  readonly workId: string;
  readonly instanceId: string | null;
  readonly title: string;
  readonly dataHash: string;
  readonly sha256: string;
  readonly numberText: string | null;
  readonly numberDate: string | null;
  readonly verifyToken: string;
  readonly pages: number | null;
  readonly atMs: number;
}

/** How many got an award, or are still proposed for it. */
export interface AwardTally {
  readonly award: string;
  readonly state: 'awarded' | 'proposed';
  readonly collectives: number;
  readonly persons: number;
  readonly households: number;
  readonly women: number;
  readonly workers: number;
}

export type ReportContent = Pick<ReportRecord, 'figures' | 'texts' | 'adjustments' | 'ownFile' | 'included' | 'compiledFrom'>;

const SELECT = `select r.work_id as "workId", w.code, w.kind, w.movement_id as "movementId", w.org_id as "orgId", o.name as "orgName",
    w.asked_by_org as "askedByOrg", w.parent_id as "callId", w.occasion, w.year, w.title, w.status as "workStatus",
    to_char(w.due_on, 'YYYY-MM-DD') as "dueOn", w.instance_id as "instanceId", r.form_version as "formVersion", r.state, r.figures, r.texts,
    r.adjustments, r.own_file as "ownFile", r.included, r.compiled_from as "compiledFrom", r.mend_reason as "mendReason",
    r.saved_at as "savedAt", r.sent_at as "sentAt", r.last_sent_at as "lastSentAt", r.accepted_at as "acceptedAt", r.version,
    l.on_time as "rulingOnTime", l.reason as "rulingReason", l.at as "rulingAt"
  from movement_report r
    join movement_work w on w.province_id = r.province_id and w.id = r.work_id
    join org o on o.province_id = w.province_id and o.id = w.org_id
    left join lateral (select u.on_time, u.reason, u.at from movement_report_ruling u
      where u.province_id = r.province_id and u.work_id = r.work_id order by u.at desc, u.id desc limit 1) l on true`;

type Row = Omit<ReportRecord, 'ruling'> & {
  readonly rulingOnTime: boolean | null;
  readonly rulingReason: string | null;
  readonly rulingAt: Date | null;
};

/** Forms of figures, reports, and rulings on their punctuality. */
export class ReportStore {
  constructor(private readonly database: Database) {}

  /** The newest form of a movement, or the one named. */
  async form(
    provinceId: string,
    movementId: string,
    version: number | null,
    tx: Tx = this.database.reader,
  ): Promise<ReportForm | undefined> {
    const rows = await rowsOf<ReportForm>(
      tx,
      `select version, indicators from movement_report_form
       where province_id = $1 and movement_id = $2 and ($3::int is null or version = $3) order by version desc limit 1`,
      [provinceId, movementId, version],
    );
    return rows[0];
  }

  /** Writes the form under its version: a new one, or another reading of one that nobody has reported by. */
  async saveForm(
    tx: Tx,
    provinceId: string,
    movementId: string,
    form: ReportForm & { readonly changedBy: string | null; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into movement_report_form (province_id, movement_id, version, indicators, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (province_id, movement_id, version) do update
         set indicators = excluded.indicators, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [provinceId, movementId, form.version, JSON.stringify(form.indicators), form.changedBy, new Date(form.atMs)],
    );
  }

  /** Whether a report was sent by this version of the form. */
  async isFormUsed(provinceId: string, movementId: string, version: number, tx: Tx = this.database.reader): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `select 1 from movement_report r join movement_work w on w.province_id = r.province_id and w.id = r.work_id
       where w.province_id = $1 and w.movement_id = $2 and r.form_version = $3 and r.sent_at is not null limit 1`,
      [provinceId, movementId, version],
    );
    return rows.length > 0;
  }

  async insert(tx: Tx, provinceId: string, { workId, formVersion }: Pick<ReportRecord, 'workId' | 'formVersion'>): Promise<void> {
    await tx.query('insert into movement_report (province_id, work_id, form_version) values ($1, $2, $3)', [
      provinceId,
      workId,
      formVersion,
    ]);
  }

  async byId(provinceId: string, workId: string, tx: Tx = this.database.reader): Promise<ReportRecord | undefined> {
    return (await rowsOf<Row>(tx, `${SELECT} where r.province_id = $1 and r.work_id = $2`, [provinceId, workId])).map(recordOf)[0];
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, provinceId: string, workId: string): Promise<ReportRecord | undefined> {
    return (await rowsOf<Row>(tx, `${SELECT} where r.province_id = $1 and r.work_id = $2 for update of r`, [provinceId, workId])).map(
      recordOf,
    )[0];
  }

  /** Newest year first, then by body; canceled works are left out. */
  async list(provinceId: string, filter: ReportFilter, tx: Tx = this.database.reader): Promise<readonly ReportRecord[]> {
    const { movementId = null, kind = null, orgId = null, askedByOrg = null, callId = null, occasion = null, year = null } = filter;
    const rows = await rowsOf<Row>(
      tx,
      `${SELECT} where r.province_id = $1 and w.status <> 'canceled' and ($2::text is null or w.movement_id = $2) and ($3::text is null or w.kind = $3)
         and ($4::uuid is null or w.org_id = $4) and ($5::uuid is null or w.asked_by_org = $5) and ($6::uuid is null or w.parent_id = $6)
         and ($7::text is null or w.occasion = $7) and ($8::int is null or w.year = $8)
       order by w.year desc, w.opened_at desc, o.name, w.id`,
      [provinceId, movementId, kind, orgId, askedByOrg, callId, occasion, year],
    );
    return rows.map(recordOf);
  }

  /** Bodies that may look into a report: its own, who asked for it, and whoever got a report that was compiled of it, however far up. */
  async seers(provinceId: string, workId: string, tx: Tx = this.database.reader): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `with recursive up as (
         select id, org_id, asked_by_org, parent_id, kind from movement_work where province_id = $1 and id = $2
         union
         select w.id, w.org_id, w.asked_by_org, w.parent_id, w.kind from up
           join movement_work w on w.province_id = $1 and (w.id = up.parent_id
             or w.id in (select r.work_id from movement_report r where r.province_id = $1 and r.compiled_from = up.id))
       )
       select org_id as id from up union select asked_by_org from up`,
      [provinceId, workId],
    );
    return rows.map(({ id }) => id);
  }

  /** Keeps what was filled in so far; false when somebody else did in between. */
  async save(
    tx: Tx,
    provinceId: string,
    report: Pick<ReportRecord, 'workId' | 'version'>,
    change: Partial<ReportContent> & { readonly savedBy: string | null; readonly atMs: number },
  ): Promise<boolean> {
    const { figures, texts, adjustments, ownFile, included, compiledFrom, savedBy, atMs } = change;
    const json = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
    const rows = await rowsOf(
      tx,
      `update movement_report set figures = coalesce($4, figures), texts = coalesce($5, texts), adjustments = coalesce($6, adjustments),
         own_file = coalesce($7, own_file), included = coalesce($8, included), compiled_from = coalesce($9, compiled_from), saved_by = $10, saved_at = $11,
         version = version + 1
       where province_id = $1 and work_id = $2 and version = $3 returning work_id`,
      [
        provinceId,
        report.workId,
        report.version,
        json(figures),
        json(texts),
        json(adjustments),
        ownFile ?? null,
        included ?? null,
        compiledFrom ?? null,
        savedBy,
        new Date(atMs),
      ],
    );
    return rows.length === 1;
  }

  /** open or mend → ready for the head; or back to where it was. */
  async putForward(tx: Tx, provinceId: string, workId: string, forward: boolean): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement_report set state = case when $3 then 'ready' when sent_at is null then 'open' else 'mend' end, version = version + 1
       where province_id = $1 and work_id = $2 and (state = 'ready') <> $3 and state in ('open', 'mend', 'ready') returning work_id`,
      [provinceId, workId, forward],
    );
    return rows.length === 1;
  }

  /** open, mend or ready → sent; the first sending keeps its day. */
  async send(
    tx: Tx,
    provinceId: string,
    workId: string,
    by: { readonly personId: string | null; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement_report set state = 'sent', sent_by = $3, sent_at = coalesce(sent_at, $4), last_sent_at = $4, mend_reason = null, version = version + 1
       where province_id = $1 and work_id = $2 and state in ('open', 'mend', 'ready') returning work_id`,
      [provinceId, workId, by.personId, new Date(by.atMs)],
    );
    return rows.length === 1;
  }

  /** sent → accepted, or back to be mended with the reason. */
  async answer(
    tx: Tx,
    provinceId: string,
    workId: string,
    by: { readonly personId: string; readonly atMs: number; readonly mend: string | null },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update movement_report set state = case when $5::text is null then 'accepted' else 'mend' end, mend_reason = $5,
         accepted_by = case when $5::text is null then $3::uuid end, accepted_at = case when $5::text is null then $4::timestamptz end, version = version + 1
       where province_id = $1 and work_id = $2 and state = 'sent' returning work_id`,
      [provinceId, workId, by.personId, new Date(by.atMs), by.mend],
    );
    return rows.length === 1;
  }

  /** A report that was sent before it was called for joins the call, and gets its day where it had none. */
  async adopt(tx: Tx, provinceId: string, workId: string, call: { readonly id: string; readonly dueOn: string | null }): Promise<void> {
    await tx.query(
      'update movement_work set parent_id = $3, due_on = coalesce(due_on, $4::date), version = version + 1 where province_id = $1 and id = $2',
      [provinceId, workId, call.id, call.dueOn],
    );
  }

  /** A body's own file in the place of the paper we would make; another one takes its place until it is sent. Undefined once ours is signed. */
  async keepFile(tx: Tx, provinceId: string, file: NewReportFile): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `insert into paper (province_id, id, org_id, kind, slot, work_id, instance_id, title, state, data_hash, template_version, file_sha256,
         signature_mode, number_text, number_date, verify_token, created_at, issued_at, pages)
       values ($1, $2, $3, 'bao-cao-phong-trao', $4, $5, $6, $7, 'issued', $8, 'scan', $9, 'wet-ink', $10, $11, $12, $13, $13, $14)
       on conflict (province_id, slot) do update set file_sha256 = excluded.file_sha256, number_text = excluded.number_text,
         number_date = excluded.number_date, data_hash = excluded.data_hash, issued_at = excluded.issued_at, pages = excluded.pages,
         version = paper.version + 1
         where paper.template_version = 'scan' and paper.state = 'issued'
       returning id`,
      [
        provinceId,
        file.id,
        file.orgId,
        file.slot,
        file.workId,
        file.instanceId,
        file.title,
        file.dataHash,
        file.sha256,
        file.numberText,
        file.numberDate,
        file.verifyToken,
        new Date(file.atMs),
        file.pages,
      ],
    );
    return rows[0]?.id;
  }

  /** Nominations under a movement and those that carry it out, by award and outcome; of the bodies named, of the years from one to another. */
  async awards(
    provinceId: string,
    about: { readonly movementId: string; readonly orgIds: readonly string[]; readonly from: number; readonly to: number },
    tx: Tx = this.database.reader,
  ): Promise<readonly AwardTally[]> {
    return rowsOf<AwardTally>(
      tx,
      `with recursive chain as (
         select id from movement where province_id = $1 and id = $2
         union select m.id from movement m join chain c on m.province_id = $1 and m.parent_id = c.id
       )
       select n.award, case when n.state = 'awarded' then 'awarded' else 'proposed' end as state,
         count(*) filter (where n.kind = 'collective')::int as collectives, count(*) filter (where n.kind = 'individual')::int as persons,
         count(*) filter (where n.kind = 'household')::int as households, count(*) filter (where p.gender = 'nu')::int as women,
         count(*) filter (where l.labour in ('worker', 'farmer'))::int as workers
       from nominee_row n
         join dossier d on d.province_id = n.province_id and d.id = n.dossier_id
         left join person p on p.province_id = n.province_id and p.id = n.person_id
         left join lateral (select r.labour from yearly_rating r where r.province_id = n.province_id and r.person_id = n.person_id
           and r.labour is not null order by r.year desc limit 1) l on true
       where n.province_id = $1 and d.movement_id in (select id from chain) and d.org_id = any($3::uuid[]) and d.year between $4 and $5
         and n.state in ('awarded', 'open', 'held')
       group by n.award, 2 order by n.award, 2`,
      [provinceId, about.movementId, about.orgIds, about.from, about.to],
    );
  }

  /** What the standing office says of the punctuality; the newest word counts. */
  async rule(
    tx: Tx,
    provinceId: string,
    one: { readonly id: string; readonly workId: string; readonly onTime: boolean | null; readonly reason: string } & {
      readonly personId: string;
      readonly positionId: string;
      readonly atMs: number;
    },
  ): Promise<void> {
    await tx.query(
      `insert into movement_report_ruling (province_id, id, work_id, on_time, reason, person_id, position_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, one.id, one.workId, one.onTime, one.reason, one.personId, one.positionId, new Date(one.atMs)],
    );
  }
}

function recordOf({ rulingOnTime, rulingReason, rulingAt, ...row }: Row): ReportRecord {
  return { ...row, ruling: rulingAt === null ? null : { onTime: rulingOnTime, reason: rulingReason ?? '', at: rulingAt } };
}
