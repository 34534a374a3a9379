import type { NomineeKind } from '@thidua/awards';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** Whom a unit registers in an occasion, what they aim at and by what deeds. */
export interface RegistrationRow {
  readonly kind: NomineeKind;
  readonly personId: string | null;
  readonly subjectOrgId: string | null;
  readonly name: string;
  readonly title: string;
  /** The award or title aimed at. */
  readonly award: string;
  readonly goals: string;
}

export interface RegisteredRow extends RegistrationRow {
  readonly workId: string;
  readonly seq: number;
}

export interface OccasionAbout {
  /** Null for đột xuất, which no plan's list bounds. */
  readonly movementId: string | null;
  readonly occasion: string;
  readonly year: number;
}

export interface OccasionDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly orgId: string;
}

const COLUMNS = `work_id as "workId", seq, kind, person_id as "personId", subject_org_id as "subjectOrgId", name, title, award, goals`;

/** Đăng ký thi đua: one list per registration work. */
export class RegistrationStore {
  constructor(private readonly database: Database) {}

  /** The whole list at once. */
  async replace(tx: Tx, provinceId: string, workId: string, rows: readonly RegistrationRow[]): Promise<void> {
    await tx.query('delete from emulation_registration where province_id = $1 and work_id = $2', [provinceId, workId]);
    await tx.query(
      `insert into emulation_registration (province_id, work_id, seq, kind, person_id, subject_org_id, name, title, award, goals)
       select $1, $2, r.seq, r.kind, r."personId", r."subjectOrgId", r.name, r.title, r.award, r.goals
       from jsonb_to_recordset($3::jsonb) as r(seq integer, kind text, "personId" uuid, "subjectOrgId" uuid, name text, title text, award text, goals text)`,
      [provinceId, workId, JSON.stringify(rows.map((row, index) => ({ ...row, seq: index + 1 })))],
    );
  }

  async ofWork(provinceId: string, workId: string, tx: Tx = this.database.reader): Promise<readonly RegisteredRow[]> {
    return rowsOf(tx, `select ${COLUMNS} from emulation_registration where province_id = $1 and work_id = $2 order by seq`, [
      provinceId,
      workId,
    ]);
  }

  /** Dossiers that units handed in for an occasion, withdrawn ones left out. */
  async dossiersOf(provinceId: string, about: OccasionAbout, tx: Tx = this.database.reader): Promise<readonly OccasionDossier[]> {
    return rowsOf(
      tx,
      `select d.id, d.code, d.title, d.status, d.org_id as "orgId" from dossier d
       where d.province_id = $1 and d.movement_id is not distinct from $2 and d.occasion = $3 and d.year = $4 and d.status <> 'withdrawn'
       order by d.created_at, d.id`,
      [provinceId, about.movementId, about.occasion, about.year],
    );
  }

  /** Of all registrations asked for by an occasion's work. */
  async ofOccasion(provinceId: string, occasionWorkId: string, tx: Tx = this.database.reader): Promise<readonly RegisteredRow[]> {
    return rowsOf(
      tx,
      `select ${COLUMNS} from emulation_registration e where e.province_id = $1
         and e.work_id in (select id from movement_work where province_id = $1 and parent_id = $2) order by e.work_id, e.seq`,
      [provinceId, occasionWorkId],
    );
  }
}
