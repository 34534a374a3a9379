export { ERROR_CODES, ERROR_STATUS, type ErrorCode } from './errors';
export { openApi, type OpenApi } from './open-api';
export type { AnyRoute, Method, Route } from './route';
export type { AnswerOf, BodyOf, FileAnswer, QueryOf } from './route-shapes';
export { ROUTES, type RouteName } from './routes';
export type { DemoAccount, PositionView, SessionView } from './session';
export type { AuthorityView, DeadlineView, Outcome, TaskCompleted, TaskList, TaskSummary, TaskView } from './tasks';
export type {
  DossierLaunch,
  DossierLaunched,
  DossierSummary,
  DossierView,
  LadderStep,
  MovementList,
  NomineeInput,
  PaperSummary,
  RowView,
  TimelineEntry,
  VerdictView,
} from './dossiers';
export type { CentralPaperRecord, CouncilSessionView, PaperView, RoundRowView, RoundSummary, RoundView, SessionItemView } from './rounds';
export type { DefinitionSummary, DefinitionView, ImportLine, ImportView, IncidentView, InstanceView, ProblemView } from './processes';
