import { ROUND_CONTEXTS } from './rounds/round-contexts';
import type { TaskContextQuery } from './task-context';

/** By form id. */
export const TASK_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = { ...ROUND_CONTEXTS };
