import type { InstanceState } from '@thidua/engine';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { TaskBefore } from './moved-rows.store';

export interface NewMigration {
  readonly id: string;
  /** The version that is entered. */
  readonly definitionId: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly renew: readonly string[];
  readonly note: string;
  /** Person. */
  readonly madeBy: string;
  readonly atMs: number;
}

export interface MigrationRecord extends Omit<NewMigration, 'atMs'> {
  readonly madeAt: Date;
}

/** Why an instance was left as it was: code and element as the engine's plan or the runtime tells them. */
export interface LineProblem {
  readonly code: string;
  readonly element: string;
}

export interface MigrationLineRecord {
  readonly migrationId: string;
  readonly instanceId: string;
  readonly fromDefinitionId: string;
  readonly outcome: 'moved' | 'refused' | 'undone';
  readonly problems: readonly LineProblem[];
  /** Nothing has happened to the instance or its tasks since. */
  readonly mayUndo: boolean;
  readonly undoneAt: Date | null;
}

/** What an undo needs of a line. */
export interface MovedLine {
  readonly outcome: MigrationLineRecord['outcome'];
  readonly versionAfter: number;
  readonly stateBefore: InstanceState;
  readonly tasksBefore: readonly TaskBefore[];
}

/** A migration that let tokens go on (nextKey) cannot be taken back. */
const UNTOUCHED = `s.version = l.version_after and s.state -> 'nextKey' = l.state_before -> 'nextKey' and not exists (
  select from jsonb_to_recordset(l.tasks_before) b(id uuid, version integer)
    left join task t on t.province_id = l.province_id and t.id = b.id
   where t.id is null or t.status <> 'open' or t.version <> b.version + 1)`;

/** Migrations of running instances and what became of each; the rows themselves change in `MovedRowsStore`. */
export class InstanceMigrationStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, provinceId: string, migration: NewMigration): Promise<void> {
    const { id, definitionId, mapping, renew, note, madeBy, atMs } = migration;
    await tx.query(
      `insert into instance_migration (province_id, id, definition_id, mapping, renew, note, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, id, definitionId, JSON.stringify(mapping), renew, note, madeBy, new Date(atMs)],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<MigrationRecord | undefined> {
    const rows = await rowsOf<MigrationRecord>(tx, `${SELECT} where province_id = $1 and id = $2`, [provinceId, id]);
    return rows[0];
  }

  /** Newest first; into one version when given. */
  async list(provinceId: string, limit: number, definitionId?: string): Promise<readonly MigrationRecord[]> {
    return rowsOf<MigrationRecord>(
      this.database.reader,
      `${SELECT} where province_id = $1 and ($2::uuid is null or definition_id = $2) order by made_at desc, id desc limit $3`,
      [provinceId, definitionId ?? null, limit],
    );
  }

  async lines(provinceId: string, migrationIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly MigrationLineRecord[]> {
    return rowsOf<MigrationLineRecord>(
      tx,
      `select l.migration_id as "migrationId", l.instance_id as "instanceId", l.from_definition_id as "fromDefinitionId", l.outcome, l.problems,
         l.undone_at as "undoneAt", l.outcome = 'moved' and ${UNTOUCHED} as "mayUndo"
       from instance_migration_line l join instance_state s on s.province_id = l.province_id and s.id = l.instance_id
       where l.province_id = $1 and l.migration_id = any($2::uuid[]) order by l.migration_id, l.instance_id`,
      [provinceId, migrationIds],
    );
  }

  async addMoved(
    tx: Tx,
    provinceId: string,
    line: Pick<MigrationLineRecord, 'migrationId' | 'instanceId' | 'fromDefinitionId'> & Omit<MovedLine, 'outcome'>,
  ): Promise<void> {
    await tx.query(
      `insert into instance_migration_line
         (province_id, migration_id, instance_id, from_definition_id, outcome, version_after, state_before, tasks_before)
       values ($1, $2, $3, $4, 'moved', $5, $6, $7)`,
      [
        provinceId,
        line.migrationId,
        line.instanceId,
        line.fromDefinitionId,
        line.versionAfter,
        JSON.stringify(line.stateBefore),
        JSON.stringify(line.tasksBefore),
      ],
    );
  }

  async addRefused(
    tx: Tx,
    provinceId: string,
    line: Pick<MigrationLineRecord, 'migrationId' | 'instanceId' | 'fromDefinitionId' | 'problems'>,
  ): Promise<void> {
    await tx.query(
      `insert into instance_migration_line (province_id, migration_id, instance_id, from_definition_id, outcome, problems)
       values ($1, $2, $3, $4, 'refused', $5)`,
      [provinceId, line.migrationId, line.instanceId, line.fromDefinitionId, JSON.stringify(line.problems)],
    );
  }

  /** The line, locked until the transaction ends, and whether nothing has happened since; undefined for one that was not moved. */
  async lockMoved(
    tx: Tx,
    provinceId: string,
    migrationId: string,
    instanceId: string,
  ): Promise<(MovedLine & { readonly untouched: boolean }) | undefined> {
    const rows = await rowsOf<MovedLine & { readonly untouched: boolean }>(
      tx,
      `select l.outcome, l.version_after as "versionAfter", l.state_before as "stateBefore", l.tasks_before as "tasksBefore", ${UNTOUCHED} as untouched
       from instance_migration_line l join instance_state s on s.province_id = l.province_id and s.id = l.instance_id
       where l.province_id = $1 and l.migration_id = $2 and l.instance_id = $3 and l.outcome <> 'refused' for update of l`,
      [provinceId, migrationId, instanceId],
    );
    return rows[0];
  }

  async markUndone(
    tx: Tx,
    provinceId: string,
    line: { readonly migrationId: string; readonly instanceId: string; readonly by: string | null; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `update instance_migration_line set outcome = 'undone', undone_by = $4, undone_at = $5
       where province_id = $1 and migration_id = $2 and instance_id = $3`,
      [provinceId, line.migrationId, line.instanceId, line.by, new Date(line.atMs)],
    );
  }
}

const SELECT = `select id, definition_id as "definitionId", mapping, renew, note, made_by as "madeBy", made_at as "madeAt" from instance_migration`;
