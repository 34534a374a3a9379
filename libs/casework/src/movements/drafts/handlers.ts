import type { Handlers } from '../../handler';
import { newPlanDraft, uploadPlan } from './make-draft';
import { planDraft, planDrafts } from './read-drafts';
import { changePlanField, dropPlanDraft, settlePlanFields, uploadPlanParent } from './settle-fields';

/** Plans read, copied or begun anew, and settled field by field. */
export const PLAN_DRAFT_HANDLERS = {
  planDrafts,
  planDraft,
  uploadPlan,
  newPlanDraft,
  settlePlanFields,
  changePlanField,
  uploadPlanParent,
  dropPlanDraft,
} satisfies Partial<Handlers>;
