import type { Act } from '../acts/act';
import type { JobVerb } from '../jobs/job-verb';
import type { TaskContextQuery } from '../task-context';
import { JUDGING_ACTS, JUDGING_CONTEXTS, JUDGING_VERBS } from './inspections-and-scores';
import { ISSUE_ACTS } from './issue-acts';
import { LIFECYCLE_ACTS, LIFECYCLE_CONTEXTS, LIFECYCLE_VERBS } from './lifecycle/registry';
import { OCCASION_ACTS } from './occasions/occasion-acts';
import { OCCASION_VERBS } from './occasions/occasion-verbs';
import { OCCASION_CONTEXTS } from './occasions/registry';
import { PEOPLE_ACTS, PEOPLE_CONTEXTS, PEOPLE_VERBS } from './people-and-money';
import { recordWorkPaper } from './record-work-paper';
import { REPORT_ACTS } from './reports/report-acts';
import { REPORT_CONTEXTS } from './reports/report-contexts';
import { REPORT_VERBS } from './reports/report-verbs';
import { ISSUE_CONTEXTS } from './work-context';

/** By form id; every part of movements adds its own by one spread. */
export const MOVEMENT_ACTS: Readonly<Record<string, Act>> = {
  ...ISSUE_ACTS,
  ...LIFECYCLE_ACTS,
  ...REPORT_ACTS,
  ...OCCASION_ACTS,
  ...PEOPLE_ACTS,
  ...JUDGING_ACTS,
};

/** By job type. */
export const MOVEMENT_VERBS = {
  'record-work-paper': recordWorkPaper,
  ...LIFECYCLE_VERBS,
  ...REPORT_VERBS,
  ...OCCASION_VERBS,
  ...PEOPLE_VERBS,
  ...JUDGING_VERBS,
} as const satisfies Readonly<Record<string, JobVerb>>;

/** By form id. */
export const MOVEMENT_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  ...ISSUE_CONTEXTS,
  ...LIFECYCLE_CONTEXTS,
  ...REPORT_CONTEXTS,
  ...OCCASION_CONTEXTS,
  ...PEOPLE_CONTEXTS,
  ...JUDGING_CONTEXTS,
};
