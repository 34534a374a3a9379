import type { Handlers } from '../handler';
import { JUDGING_HANDLERS } from './inspections-and-scores';
import { PLAN_DRAFT_HANDLERS } from './drafts/handlers';
import { LIFECYCLE_HANDLERS } from './lifecycle/registry';
import { movementIndex } from './movement-index';
import { PEOPLE_HANDLERS } from './people-and-money';
import { OCCASION_HANDLERS } from './occasions/registry';
import { REPORT_HANDLERS } from './reports/handlers';
import { movementDetail, movementWork, movementWorks } from './read-movements';

/** Every part of movements adds its own by one spread. */
export const MOVEMENT_HANDLERS = {
  movementIndex,
  movementDetail,
  movementWork,
  movementWorks,
  ...LIFECYCLE_HANDLERS,
  ...PLAN_DRAFT_HANDLERS,
  ...OCCASION_HANDLERS,
  ...REPORT_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...JUDGING_HANDLERS,
} satisfies Partial<Handlers>;
