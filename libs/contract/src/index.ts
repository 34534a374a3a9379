export { ERROR_CODES, ERROR_STATUS, type ErrorCode } from './errors';
export { openApi, type OpenApi } from './open-api';
export { LARGEST_UPLOAD, UPLOAD_RULES, type UploadKind, type UploadName, type UploadRule } from './uploads';
export type { AnyRoute, Method, Route } from './route';
export type { AnswerOf, BodyOf, FileAnswer, QueryOf } from './route-shapes';
export { ROUTES, type RouteName } from './routes';
export type { DemoAccount, PositionView, SessionView } from './session';
export type { AuthorityView, DeadlineView, Outcome, TaskCompleted, TaskList, TaskSummary, TaskView } from './tasks';
export type {
  AwardCount,
  CompiledFigureView,
  IndicatorView,
  ReportCallSummary,
  ReportCallView,
  ReportFigure,
  ReportFormView,
  ReportLine,
  ReportOffer,
  ReportTexts,
  ReportView,
} from './reports';
export type {
  ConclusionFields,
  InspectedUnitSummary,
  InspectedUnitView,
  InspectionList,
  InspectionMinutesFields,
  InspectionView,
  WorkProofView,
} from './inspections';
export type { ScoreBoardList, ScoreBoardView, ScoreGround, ScoreLineView, ScoreSheetView } from './scoring';
export type {
  Cascade,
  ClosingView,
  LaunchAsk,
  LaunchProposal,
  MovementVersions,
  OverdueList,
  PlanChange,
  PlanTexts,
  RecipientAsk,
  RecipientProposal,
  RecipientView,
} from './lifecycle';
export type { MovementDetail, MovementIndex, WorkSummary, WorkView } from './movements';
export type { ModelList, ModelText, ModelView, PublicationView } from './models';
export type { DutyList, DutyView } from './duties';
export type { IndicatorBoard } from './indicators';
export { ConferencePrint, ConferenceSettled, type ConferenceView } from './conferences';
export { NomineeInput as NomineeSchema } from './dossiers';
export type {
  DossierLaunch,
  DossierLaunched,
  DossierSummary,
  DossierView,
  LadderStep,
  MovementList,
  NomineeInput,
  PaperSummary,
  RowVerdicts,
  RowView,
  TimelineEntry,
  VerdictView,
} from './dossiers';
export type { CouncilSessionView, PlannedItemView, RecusalView, SessionItemView, SessionPlanView } from './councils';
export type { AuditKinds, AuditLineView, AuditSubject, ChainFaultView, TrailCheckView } from './audit';
export type { QueueView, TimerView } from './operations';
export type {
  AboutView,
  IncidentDetail,
  IncidentLine,
  IncidentView,
  MatterView,
  StrandedTaskView,
  TakerList,
  TakerView,
} from './incidents';
export type { CalendarFileReading, CalendarPlan, CalendarPlanAsk, CalendarPlanPreview } from './calendar-plans';
export type { BackPlanView, CalendarDayProposal, CalendarView, DossierLimits, DueDayPreview, LimitLine, LimitReading } from './limits';
export type { StatisticMenu, StatisticRowList, StatisticTableView } from './statistics';
export type {
  NumberRegisterList,
  NumberRegisterView,
  NumberSheetLine,
  NumberSheetView,
  RegisterLineView,
  WaitingPaperView,
} from './registers';
export type { FileStoreView, FileView, OwnFilesView } from './files';
export type { FundBalanceView, FundEntryView, FundView, PayLine, RewardBudget } from './money';
export type { AfterDecisionView, PaperChangeAsk, PaperChangesView, RevocationPaperRecord, RevocationView } from './after-decision';
export type {
  CommentView,
  HoldView,
  NoticeView,
  OpinionsAsk,
  OpinionView,
  ProcedureStepView,
  ProcedureView,
  PublicNoticeView,
} from './procedure';
export { SHORTEST_PASSWORD, USERNAME, type AccountCode, type AccountView } from './accounts';
export { REGISTER_KINDS, type RegisterImportView, type RegisterKind, type RegisterPreview } from './register-imports';
export type { MergerDone, OrganisationBurden, PeopleList, PersonView, PostEnding, RosterView } from './people';
export { BODY_KINDS, POST_ROLES, type BodyKind, type PostRole } from './body-kinds';
export type { ClusterMeetingView, ClusterView, DelegationView, OrganisationSummary, OrganisationView } from './organisations';
export type { CredentialView, SigningPlace, SigningTrial, SigningView } from './signing';
export type { PaperTrust, ScanCheckView } from './scans';
export type { FileVerified, PaperVerified, SignatureView, Standing } from './verification';
export type { CentralPaperRecord, PaperMarkView, PaperView, RoundRowView, RoundSummary, RoundView } from './rounds';
export { CeremonyEvent } from './ceremony';
export type { PrintOrderView } from './printing';
export type { Letterhead, PaperKindList, PaperKindView, TemplateFault, TemplateSaved, TemplateSummary, TemplateView } from './templates';
export {
  BLANK_SAMPLE,
  BLANK_SOURCES,
  BlankFields,
  startFields,
  type BlankField,
  type BlankSource,
  type BlankSummary,
  type BlankView,
} from './blanks';
export type {
  DryRunLine,
  DryRunView,
  MigrationLine,
  MigrationView,
  StepPair,
  WhatIfInstance,
  WhatIfReason,
  WhatIfVerdict,
} from './what-if';
export type {
  ComparisonView,
  DefinitionSummary,
  DefinitionView,
  SavedDraft,
  ImportLine,
  ImportView,
  InstanceView,
  ProblemView,
} from './processes';
export type {
  CustodyView,
  DossierCopy,
  IntakeMenu,
  IntakeUnits,
  NomineeReport,
  NomineeSheet,
  OutsiderList,
  PaperDossier,
  PaperEntryView,
  ReportLinkList,
} from './intake';
export type {
  FactView,
  ImportBatchView,
  ImportLineView,
  ImportList,
  ImportPreview,
  NewFact,
  NomineeCheck,
  NomineeChecked,
  ProspectView,
  SubjectEvidence,
} from './evidence';
export type {
  AuthorityMatrix,
  DifferenceView,
  MatrixCell,
  MatrixLine,
  PackList,
  PackRows,
  PackRowView,
  PackSummary,
  ProposalList,
  ProposalView,
  RowChangeView,
  RowConfirmationView,
  SheetPreview,
  SheetVerdict,
} from './law';
export type {
  DocumentAboveBody,
  OccasionOffer,
  OccasionView,
  OpenOccasionBody,
  PlanChoiceBody,
  PlanConflicts,
  PlanConflictView,
  RegistrationRow,
  RegistrationView,
} from './occasions';
export { PlanFieldKind, type PlanDraftSummary, type PlanDraftView, type PlanFieldView, type PlanFinding } from './plan-drafts';
export { PLAN_VALUES } from './plan-values';
export { PROVINCES } from './provinces';
export { CLEAR_WORDS, type FirstAdministratorsMade, type SetupGap, type SetupProgress, type SetupStep } from './setup';
export type { PanelAuthority, PanelFacts, PanelLimit, PanelForm, PanelOffice } from './panel-facts';
