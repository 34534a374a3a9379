import type { TaskContextQuery } from '../../task-context';
import { workContext } from '../work-context';

/** By form id: what is filled in stands on the page of the work. */
export const REPORT_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'lap-bao-cao': workContext,
  'gui-bao-cao': workContext,
  'tiep-nhan-bao-cao': workContext,
  'thu-bao-cao': workContext,
  'tong-hop-bao-cao': workContext,
};
