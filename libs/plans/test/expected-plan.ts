import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a plan must read as; shapes in test/plans/README.md. */
export interface ExpectedPlan {
  readonly text: string;
  readonly parent: string | null;
  readonly province: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly asked: readonly string[];
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly code: string;
  readonly severity: 'error' | 'note';
  readonly at: readonly number[];
  readonly has: string;
  readonly meant: string | null;
}

const root = join(__dirname, '../../..');
const own = join(root, 'test/plans');
const seeds = join(root, '../shared/domain/seeds');

export const SEEDS = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'] as const;
export const OTHERS = ['suoi-ngoc', 'hai-loc', 'phu-lam-thuong'] as const;
export const SEEDS_PRESENT = existsSync(seeds);

export function expectedPlan(name: string): ExpectedPlan {
  return JSON.parse(readFileSync(join(own, `${name}.expected.json`), 'utf8')) as ExpectedPlan; // our own file
}

/** The text of a plan, of ours or of the seeds, as it lies on disk. */
export function planText(file: string): string {
  const path = join(own, file);
  return readFileSync(existsSync(path) ? path : join(seeds, file), 'utf8');
}
