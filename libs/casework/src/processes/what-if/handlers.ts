import type { Handlers } from '../../handler';
import { dryRun, dryRunLines, dryRunProgress } from './dry-run';
import { dryRunInstance } from './dry-run-instance';

/** Trying a version on what runs. */
export const WHAT_IF_HANDLERS = { dryRun, dryRunProgress, dryRunLines, dryRunInstance } satisfies Partial<Handlers>;
