import type { Handlers } from '../../handler';
import { callReports, reportOffer } from './call-reports';
import { movementReport, saveReport } from './fill-report';
import { reportCall, reportCalls, saveCompilation } from './read-calls';
import { useReportFile } from './report-file';
import { reportForm, saveReportForm } from './report-form';
import { rulePunctuality } from './rule-punctuality';

export const REPORT_HANDLERS = {
  reportForm,
  saveReportForm,
  reportOffer,
  callReports,
  reportCalls,
  reportCall,
  saveCompilation,
  movementReport,
  saveReport,
  useReportFile,
  rulePunctuality,
} satisfies Partial<Handlers>;
