import type { JobVerb } from '../../jobs/job-verb';
import { endReport } from './end-report';
import { openReports } from './open-reports';
import { remindReport } from './remind-report';
import { sendReportUp } from './send-report-up';

/** By job type. */
export const REPORT_VERBS = {
  'open-reports': openReports,
  'remind-report': remindReport,
  'end-report': endReport,
  'send-report-up': sendReportUp,
} as const satisfies Readonly<Record<string, JobVerb>>;
