import type { Handlers } from '../../handler';
import { dryRun, dryRunLines, dryRunProgress } from './dry-run';
import { dryRunInstance } from './dry-run-instance';
import { migrateInstances, undoMigration } from './migrate-instances';
import { migrations } from './read-migrations';

/** Trying a version on what runs, and moving instances to it. */
export const WHAT_IF_HANDLERS = {
  dryRun,
  dryRunProgress,
  dryRunLines,
  dryRunInstance,
  migrateInstances,
  undoMigration,
  migrations,
} satisfies Partial<Handlers>;
