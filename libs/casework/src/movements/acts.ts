import type { Act } from '../acts/act';
import type { JobVerb } from '../jobs/job-verb';
import type { TaskContextQuery } from '../task-context';
import { ISSUE_ACTS } from './issue-acts';
import { recordWorkPaper } from './record-work-paper';
import { ISSUE_CONTEXTS } from './work-context';

/** By form id; every part of movements adds its own by one spread. */
export const MOVEMENT_ACTS: Readonly<Record<string, Act>> = { ...ISSUE_ACTS };

/** By job type. */
export const MOVEMENT_VERBS = { 'record-work-paper': recordWorkPaper } as const satisfies Readonly<Record<string, JobVerb>>;

/** By form id. */
export const MOVEMENT_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = { ...ISSUE_CONTEXTS };
