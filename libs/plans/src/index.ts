export {
  fieldsOf,
  QUESTIONS,
  SINGLE_FIELDS,
  type AnyField,
  type FieldKind,
  type PlanField,
  type PlanProposal,
  type PlanValues,
  type Question,
} from './plan-field';
export { readPlan } from './read-plan';
export type { PlanHints } from './reading/plan-room';
export { planLines } from './text/rows';
