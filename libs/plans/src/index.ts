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
export { checkCitations, type CheckAgainst } from './check-citations';
export { FINDING_CODES, type Finding, type FindingCode } from './checks/finding';
export type { Agency } from './known/agencies';
export type { Instrument } from './known/instruments';
export { draftFields, needsNoWord, type DraftField, type FieldState, type Missing } from './movement/draft';
export { blankFields, fieldsOfMovement } from './movement/fields-of-movement';
export { missingIn, movementsOf, type MovementShape } from './movement/movements-of';
export { QUESTION_TEXTS } from './movement/question-texts';
