export { compileExpression, compileMarked } from './compile-expression';
export type { DecisionSet } from './dmn/decision-set';
export type { DmnProblem } from './dmn/dmn-problem';
export { compileDecisions, readDecisions } from './dmn/read-decisions';
export type { Decision, DecisionEvaluation, Evaluation, Expression, FeelEnv } from './expression';
