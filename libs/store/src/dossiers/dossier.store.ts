import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type DossierStatus = 'drafting' | 'submitted' | 'supplement' | 'accepted' | 'closed' | 'rejected' | 'withdrawn';
export type DossierOccasion = 'annual' | 'interim' | 'final' | 'ad-hoc' | 'unspecified';

export type DossierRoute = 'upper' | 'own';
export type DossierProcedure = 'ordinary' | 'simplified';
export type Secrecy = 'none' | 'mat' | 'toi-mat' | 'tuyet-mat';

export interface DossierRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly code: string;
  readonly orgId: string;
  readonly communeId: string | null;
  /** The body that receives it: commune, district or province; null when the unit's head decides alone. */
  readonly receiverOrgId: string | null;
  /** The office that takes it in: the commune or district itself, for a province its Sở Nội vụ. */
  readonly deskOrgId: string | null;
  readonly route: DossierRoute;
  readonly procedure: DossierProcedure;
  /** The legal ground of the simplified procedure. */
  readonly procedureGround: string | null;
  readonly secrecy: Secrecy;
  /** Nhập thay: the body that entered it for the unit from paper. */
  readonly enteredByOrg: string | null;
  readonly paperOnly: boolean;
  readonly completeAt: Date | null;
  readonly movementId: string | null;
  /** The movement of the chain it is made under: 'm', or 'm#923/QĐ-TTg' of a document above; null outside of movements. */
  readonly underMovementId: string | null;
  readonly occasion: DossierOccasion;
  readonly year: number;
  readonly title: string;
  readonly status: DossierStatus;
  readonly packHash: string | null;
  readonly receivedAt: Date | null;
  readonly instanceId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
}

/** A line of a list of dossiers. */
export interface DossierLine extends DossierRecord {
  readonly orgName: string;
  readonly rowCount: number;
  readonly awards: readonly string[];
  /** The highest stage of its rows. */
  readonly stage: string;
  /** Earliest due open task of its own process. */
  readonly dueAt: Date | null;
  readonly dueSince: Date | null;
  readonly taskGroups: readonly string[] | null;
}

export interface NewDossier extends Pick<
  DossierRecord,
  'id' | 'code' | 'orgId' | 'communeId' | 'receiverOrgId' | 'deskOrgId' | 'movementId' | 'occasion' | 'year' | 'title' | 'createdBy'
> {
  readonly route?: DossierRoute;
  readonly procedure?: DossierProcedure;
  readonly procedureGround?: string | null;
  readonly secrecy?: Secrecy;
  readonly enteredByOrg?: string | null;
  readonly underMovementId?: string | null;
  readonly createdMs: number;
}

const COLUMNS = `d.province_id as "provinceId", d.id, d.code, d.org_id as "orgId", d.commune_id as "communeId",
  d.receiver_org_id as "receiverOrgId", d.desk_org_id as "deskOrgId", d.route, d.procedure, d.procedure_ground as "procedureGround", d.secrecy,
  d.entered_by_org as "enteredByOrg", d.paper_only as "paperOnly", d.complete_at as "completeAt", d.movement_id as "movementId",
  d.under_movement as "underMovementId", d.occasion, d.year,
  d.title, d.status, d.pack_hash as "packHash", d.received_at as "receivedAt", d.instance_id as "instanceId", d.created_by as "createdBy",
  d.created_at as "createdAt", d.closed_at as "closedAt", d.version`;

/** Sight: the submitting organisation and every party in force. */
const SEEN = `(d.org_id = any($2::uuid[]) or exists (select from dossier_party y
  where y.province_id = d.province_id and y.dossier_id = d.id and y.org_id = any($2::uuid[]) and y.valid_to is null))`;

/** Hồ sơ trình, who may see them, and the series their codes come from. */
export class DossierStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, dossier: NewDossier): Promise<void> {
    await tx.query(
      `insert into dossier (province_id, id, code, org_id, commune_id, movement_id, occasion, year, title, status, created_by, created_at,
         receiver_org_id, desk_org_id, route, procedure, procedure_ground, secrecy, entered_by_org, paper_only, under_movement)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'drafting', $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
      [
        provinceId,
        dossier.id,
        dossier.code,
        dossier.orgId,
        dossier.communeId,
        dossier.movementId,
        dossier.occasion,
        dossier.year,
        dossier.title,
        dossier.createdBy,
        new Date(dossier.createdMs),
        dossier.receiverOrgId,
        dossier.deskOrgId,
        dossier.route ?? 'upper',
        dossier.procedure ?? 'ordinary',
        dossier.procedureGround ?? null,
        dossier.secrecy ?? 'none',
        dossier.enteredByOrg ?? null,
        (dossier.secrecy ?? 'none') !== 'none',
        dossier.underMovementId ?? null,
      ],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<DossierRecord | undefined> {
    const rows = await rowsOf<DossierRecord>(tx, `select ${COLUMNS} from dossier d where d.province_id = $1 and d.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Locks the dossier until the transaction ends. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<DossierRecord | undefined> {
    const rows = await rowsOf<DossierRecord>(tx, `select ${COLUMNS} from dossier d where d.province_id = $1 and d.id = $2 for update`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async setInstance(tx: Tx, provinceId: string, id: string, instanceId: string): Promise<void> {
    await tx.query('update dossier set instance_id = $3 where province_id = $1 and id = $2', [provinceId, id, instanceId]);
  }

  /** A new status; `closedMs` for one that ends it. */
  async setStatus(tx: Tx, provinceId: string, id: string, status: DossierStatus, closedMs: number | null): Promise<void> {
    await tx.query(
      `update dossier set status = $3, closed_at = coalesce($4::timestamptz, closed_at), version = version + 1 where province_id = $1 and id = $2`,
      [provinceId, id, status, closedMs === null ? null : new Date(closedMs)],
    );
  }

  /** Receipt pins the pack; a second receipt keeps the first day. */
  async receive(
    tx: Tx,
    provinceId: string,
    id: string,
    { packHash, receivedMs }: { readonly packHash: string; readonly receivedMs: number },
  ): Promise<void> {
    await tx.query(
      `update dossier set status = 'accepted', pack_hash = coalesce(pack_hash, $3), received_at = coalesce(received_at, $4), version = version + 1
       where province_id = $1 and id = $2`,
      [provinceId, id, packHash, new Date(receivedMs)],
    );
  }

  /** Gives an organisation sight of a dossier; nothing happens when it has it in that role. */
  async addParty(
    tx: Tx,
    provinceId: string,
    party: { readonly dossierId: string; readonly orgId: string; readonly role: string; readonly fromMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into dossier_party (province_id, dossier_id, org_id, role, valid_from) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [provinceId, party.dossierId, party.orgId, party.role, new Date(party.fromMs)],
    );
  }

  /** Organisations with sight of it now. */
  async parties(provinceId: string, dossierId: string, tx: Tx = this.database.reader): Promise<readonly string[]> {
    const rows = await rowsOf<{ orgId: string }>(
      tx,
      'select distinct org_id as "orgId" from dossier_party where province_id = $1 and dossier_id = $2 and valid_to is null',
      [provinceId, dossierId],
    );
    return rows.map((row) => row.orgId);
  }

  /** What these organisations may see, newest first. `search` is without diacritics, for nominees; `text` as typed, for code and title. */
  async list(
    provinceId: string,
    orgIds: readonly string[],
    filter: { readonly text: string | null; readonly search: string | null; readonly status: string | null; readonly limit: number },
  ): Promise<readonly DossierLine[]> {
    return rowsOf<DossierLine>(
      this.database.reader,
      `select ${COLUMNS}, o.name as "orgName", r.n as "rowCount", r.awards, r.stage, t.due_at as "dueAt", t.created_at as "dueSince",
         t.candidate_groups as "taskGroups"
       from dossier d join org o on o.province_id = d.province_id and o.id = d.org_id
         cross join lateral (select count(*)::int as n, coalesce(array_agg(distinct award) filter (where award is not null), '{}') as awards,
           coalesce((array_agg(stage order by array_position(array['UNIT','XA','HUYEN','TINH','TW'], stage) desc))[1], 'UNIT') as stage
           from nominee_row w where w.province_id = d.province_id and w.dossier_id = d.id) r
         left join lateral (select due_at, created_at, candidate_groups from task t where t.province_id = d.province_id and t.instance_id = d.instance_id
           and t.status = 'open' order by due_at limit 1) t on true
       where d.province_id = $1 and ${SEEN} and ($3::text is null or d.status = $3)
         and ($4::text is null or d.code ilike '%' || $4 || '%' or d.title ilike '%' || $4 || '%' or o.name ilike '%' || $4 || '%'
           or exists (select from nominee_row w where w.province_id = d.province_id and w.dossier_id = d.id and w.search_name like '%' || $5 || '%'))
       order by d.created_at desc, d.id desc limit $6`,
      [provinceId, orgIds, filter.status, filter.text, filter.search ?? '', filter.limit],
    );
  }

  /** The next number of a series within a period, from 1. */
  async nextNumber(tx: Tx, provinceId: string, name: string, period: string): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      `insert into code_series (province_id, name, period, n) values ($1, $2, $3, 1)
       on conflict (province_id, name, period) do update set n = code_series.n + 1 returning n`,
      [provinceId, name, period],
    );
    return rows[0]?.n ?? 1;
  }

  /** What was typed the last time a form was completed in a dossier's or round's processes. */
  async formBody(
    provinceId: string,
    about: { readonly dossierId?: string; readonly roundId?: string; readonly formId: string },
    tx: Tx = this.database.reader,
  ): Promise<{ readonly body: JsonObject; readonly completedAt: Date; readonly personId: string | null } | undefined> {
    const rows = await rowsOf<{ body: JsonObject; completedAt: Date; personId: string | null }>(
      tx,
      `select p.body, t.completed_at as "completedAt", t.completed_by_person as "personId"
       from process_instance i join task t on t.province_id = i.province_id and t.instance_id = i.id
         join payload p on p.province_id = t.province_id and p.hash = t.form_data_hash
       where i.province_id = $1 and ($2::uuid is null or i.dossier_id = $2) and ($3::uuid is null or i.round_id = $3) and t.form_id = $4
         and t.status = 'completed' and coalesce($2, $3) is not null
       order by t.completed_at desc, t.id desc limit 1`,
      [provinceId, about.dossierId ?? null, about.roundId ?? null, about.formId],
    );
    return rows[0];
  }
}
