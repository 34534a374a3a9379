import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Foundation0001 } from './migrations/0001-foundation';
import { SignalsAndStarts0002 } from './migrations/0002-signals-and-starts';
import { Organisations0003 } from './migrations/0003-organisations';
import { Law0004 } from './migrations/0004-law';
import { Intake0005 } from './migrations/0005-intake';
import { Evidence0006 } from './migrations/0006-evidence';
import { Procedure0007 } from './migrations/0007-procedure';
import { Councils0008 } from './migrations/0008-councils';
import { LimitsAndMoney0009 } from './migrations/0009-limits-and-money';
import { AfterDecision0010 } from './migrations/0010-after-decision';
import { DecidingBody0011 } from './migrations/0011-deciding-body';
import { DelegationScope0012 } from './migrations/0012-delegation-scope';
import { PrintOrders0013 } from './migrations/0013-print-orders';
import { Signing0014 } from './migrations/0014-signing';
import { Templates0015 } from './migrations/0015-templates';
import { NumbersAndBundles0016 } from './migrations/0016-numbers-and-bundles';
import { Files0017 } from './migrations/0017-files';
import { Movements0018 } from './migrations/0018-movements';
import { UnitPlans0019 } from './migrations/0019-unit-plans';
import { PlanDrafts0020 } from './migrations/0020-plan-drafts';
import { Reports0021 } from './migrations/0021-reports';
import { InspectionsAndScores0022 } from './migrations/0022-inspections-and-scores';
import { ModelsAndDuties0023 } from './migrations/0023-models-and-duties';
import { Occasions0024 } from './migrations/0024-occasions';
import { CentralDecisions0025 } from './migrations/0025-central-decisions';
import { Installation0026 } from './migrations/0026-installation';
import { People0027 } from './migrations/0027-people';
import { Migrations0028 } from './migrations/0028-migrations';
import { DefinitionEditors0029 } from './migrations/0029-definition-editors';
import { SwapPairs0030 } from './migrations/0030-swap-pairs';
import { AuditHeads0031 } from './migrations/0031-audit-heads';
import { Operations0032 } from './migrations/0032-operations';
import { GroundPapers0033 } from './migrations/0033-ground-papers';

const MIGRATIONS = [
  Foundation0001,
  SignalsAndStarts0002,
  Organisations0003,
  Law0004,
  Intake0005,
  Evidence0006,
  Procedure0007,
  Councils0008,
  LimitsAndMoney0009,
  AfterDecision0010,
  DecidingBody0011,
  DelegationScope0012,
  PrintOrders0013,
  Signing0014,
  Templates0015,
  NumbersAndBundles0016,
  Files0017,
  Movements0018,
  UnitPlans0019,
  PlanDrafts0020,
  Reports0021,
  InspectionsAndScores0022,
  ModelsAndDuties0023,
  Occasions0024,
  CentralDecisions0025,
  Installation0026,
  People0027,
  Migrations0028,
  DefinitionEditors0029,
  SwapPairs0030,
  AuditHeads0031,
  Operations0032,
  GroundPapers0033,
];
/** Any constant: the one lock all who migrate wait for. */
const LOCK = 748_291_001;

/** Brings the schema up to date. Any number of processes may call it at once; all but the first find nothing to do. */
export async function migrate(url: string): Promise<void> {
  const guard = new Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations(url);
  } finally {
    await guard.end();
  }
}

async function runMigrations(url: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: 1,
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
