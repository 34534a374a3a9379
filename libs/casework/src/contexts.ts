import { AFTER_CONTEXTS } from './after-decision/contexts';
import { MOVEMENT_CONTEXTS } from './movements/acts';
import { SESSION_CONTEXTS } from './councils/session-contexts';
import { ORGANISATION_CONTEXTS } from './organisations/contexts';
import { PROCEDURE_CONTEXTS } from './procedure/procedure-contexts';
import { REGISTER_CONTEXTS } from './registers/numbering-context';
import { ROUND_CONTEXTS } from './rounds/round-contexts';
import type { TaskContextQuery } from './task-context';

/** By form id. */
export const TASK_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  ...ROUND_CONTEXTS,
  ...SESSION_CONTEXTS,
  ...PROCEDURE_CONTEXTS,
  ...ORGANISATION_CONTEXTS,
  ...AFTER_CONTEXTS,
  ...MOVEMENT_CONTEXTS,
  ...REGISTER_CONTEXTS,
};
