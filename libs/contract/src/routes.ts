import { COUNCIL_ROUTES } from './council-routes';
import { CentralPaperRecord, RoundList, RoundOpen, RoundOpened, RoundView } from './rounds';
import { DemoAccounts, DemoSignInRequest, SessionView, SignInRequest } from './session';
import {
  Done,
  DossierLaunch,
  DossierLaunched,
  DossierList,
  DossierQuery,
  DossierView,
  HoldRow,
  MovementList,
  Reason,
  ReleaseRow,
  SubjectList,
  SubjectQuery,
  Timeline,
  WithdrawRow,
} from './dossiers';
import { ClockAdvance, ClockView } from './processes';
import { AFTER_DECISION_ROUTES } from './after-decision-routes';
import { BUNDLE_ROUTES } from './bundle-routes';
import { COMPETENCE_ROUTES } from './competence-routes';
import { FILE_ROUTES } from './file-routes';
import { GROUND_PAPER_ROUTES } from './ground-paper-routes';
import { INTAKE_ROUTES } from './intake-routes';
import { LAW_ROUTES } from './law-routes';
import { LIMIT_ROUTES } from './limit-routes';
import { MONEY_ROUTES } from './money-routes';
import { INSPECTION_ROUTES } from './inspection-routes';
import { LIFECYCLE_ROUTES } from './lifecycle-routes';
import { MOVEMENT_ROUTES } from './movement-routes';
import { MOVEMENT_PEOPLE_ROUTES } from './movement-people-routes';
import { OCCASION_ROUTES } from './occasion-routes';
import { PLAN_DRAFT_ROUTES } from './plan-draft-routes';
import { ORGANISATION_ROUTES } from './organisation-routes';
import { PEOPLE_ROUTES } from './people-routes';
import { ACCOUNT_ROUTES } from './account-routes';
import { REGISTER_IMPORT_ROUTES } from './register-import-routes';
import { EVIDENCE_ROUTES } from './evidence-routes';
import { PAPER_ROUTES } from './paper-routes';
import { SCORING_ROUTES } from './scoring-routes';
import { REPORT_ROUTES } from './report-routes';
import { SETUP_ROUTES } from './setup-routes';
import { SIGNING_ROUTES } from './signing-routes';
import { BLANK_ROUTES } from './blank-routes';
import { PRINTING_ROUTES } from './printing-routes';
import { STATISTIC_ROUTES } from './statistic-routes';
import { TEMPLATE_ROUTES } from './template-routes';
import { REGISTER_ROUTES } from './register-routes';
import { PROCEDURE_ROUTES } from './procedure-routes';
import { PROCESS_ROUTES } from './process-routes';
import { AUDIT_ROUTES } from './audit-routes';
import { OPERATION_ROUTES } from './operation-routes';
import { WHAT_IF_ROUTES } from './what-if-routes';
import { DraftSaved, TaskCompleted, TaskCompletion, TaskDraft, TaskList, TaskQuery, TaskView } from './tasks';
import { route } from './route';

/** The one table of what the server answers; validation, OpenAPI, the client and the refused-access tests derive from it. */
export const ROUTES = {
  signIn: route({
    method: 'POST',
    path: '/session',
    summary: 'Đăng nhập',
    policy: 'anyone',
    body: SignInRequest,
    answer: SessionView,
    errors: ['sign-in-failed', 'too-many-attempts'],
    idempotent: false,
  }),
  me: route({
    method: 'GET',
    path: '/session',
    summary: 'Phiên làm việc hiện tại',
    policy: 'signed-in',
    answer: SessionView,
    errors: ['not-signed-in'],
  }),
  signOut: route({
    method: 'DELETE',
    path: '/session',
    summary: 'Đăng xuất',
    policy: 'signed-in',
    answer: 'none',
    errors: ['not-signed-in'],
    idempotent: false,
  }),
  demoAccounts: route({
    method: 'GET',
    path: '/demo/accounts',
    summary: 'Tài khoản dùng thử',
    policy: 'anyone',
    answer: DemoAccounts,
    errors: ['not-found'],
  }),
  demoSignIn: route({
    method: 'POST',
    path: '/demo/session',
    summary: 'Chọn vai dùng thử',
    policy: 'anyone',
    body: DemoSignInRequest,
    answer: SessionView,
    errors: ['not-found'],
    idempotent: false,
  }),
  clock: route({ method: 'GET', path: '/clock', summary: 'Giờ nghiệp vụ', policy: 'anyone', answer: ClockView, errors: [] }),
  advanceClock: route({
    method: 'POST',
    path: '/clock/advance',
    summary: 'Chuyển đồng hồ mô phỏng',
    policy: 'demo-only',
    body: ClockAdvance,
    answer: ClockView,
    errors: ['forbidden', 'calendar-year-missing'],
    idempotent: false,
  }),

  tasks: route({
    method: 'GET',
    path: '/user-tasks',
    summary: 'Việc của tôi',
    policy: 'signed-in',
    query: TaskQuery,
    answer: TaskList,
    errors: ['not-signed-in'],
  }),
  task: route({
    method: 'GET',
    path: '/user-tasks/{id}',
    summary: 'Một việc',
    policy: 'task-party',
    answer: TaskView,
    errors: ['not-found', 'not-your-task', 'not-competent'],
  }),
  completeTask: route({
    method: 'POST',
    path: '/user-tasks/{id}/completion',
    summary: 'Hoàn thành việc',
    policy: 'task-holder',
    body: TaskCompletion,
    answer: TaskCompleted,
    errors: [
      'not-found',
      'task-not-open',
      'task-changed',
      'not-your-task',
      'form-invalid',
      'not-competent',
      'four-eyes',
      'own-row',
      'number-taken',
      'number-invalid',
      'number-source',
      'supplement-missing',
      'paper-state',
      'state-conflict',
      'vote-incomplete',
      'no-deputy',
      'quorum-not-met',
      'notice-too-short',
      'notice-running',
      'comments-open',
      'opinion-missing',
      'opinion-awaited',
      'opinion-against',
      'quota-exceeded',
      'achievement-stale',
      'tie-to-break',
      'session-closed',
      'counts-sealed',
    ],
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/user-tasks/{id}/draft',
    summary: 'Lưu nháp',
    policy: 'task-holder',
    body: TaskDraft,
    answer: DraftSaved,
    errors: ['not-found', 'task-not-open', 'not-your-task', 'state-conflict'],
    idempotent: false,
  }),

  movements: route({
    method: 'GET',
    path: '/movements',
    summary: 'Phong trào thi đua',
    policy: 'signed-in',
    answer: MovementList,
    errors: ['not-signed-in'],
  }),
  subjects: route({
    method: 'GET',
    path: '/subjects',
    summary: 'Tìm cá nhân, tập thể',
    policy: 'signed-in',
    query: SubjectQuery,
    answer: SubjectList,
    errors: ['not-signed-in'],
  }),
  dossiers: route({
    method: 'GET',
    path: '/dossiers',
    summary: 'Danh sách hồ sơ',
    policy: 'signed-in',
    query: DossierQuery,
    answer: DossierList,
    errors: ['not-signed-in'],
  }),
  launchDossier: route({
    method: 'POST',
    path: '/dossiers',
    summary: 'Lập hồ sơ đề nghị khen thưởng',
    policy: 'unit-clerk',
    body: DossierLaunch,
    answer: DossierLaunched,
    errors: [
      'forbidden',
      'not-found',
      'award-not-on-menu',
      'no-pack-in-force',
      'no-receiver',
      'own-route-unavailable',
      'simplified-ground',
      'secret-paper-only',
      'request-invalid',
    ],
  }),
  dossier: route({
    method: 'GET',
    path: '/dossiers/{id}',
    summary: 'Một hồ sơ',
    policy: 'dossier-party',
    answer: DossierView,
    errors: ['not-found'],
  }),
  dossierTimeline: route({
    method: 'GET',
    path: '/dossiers/{id}/timeline',
    summary: 'Nhật ký hồ sơ',
    policy: 'dossier-party',
    answer: Timeline,
    errors: ['not-found'],
  }),
  dossierBundle: route({
    method: 'GET',
    path: '/dossiers/{id}/bundle',
    summary: 'Bộ hồ sơ (PDF gộp có mục lục)',
    policy: 'dossier-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  withdrawDossier: route({
    method: 'POST',
    path: '/dossiers/{id}/withdrawal',
    summary: 'Rút hồ sơ',
    policy: 'dossier-owner',
    body: Reason,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict'],
  }),
  holdRow: route({
    method: 'POST',
    path: '/nominee-rows/{id}/hold',
    summary: 'Tạm dừng xét một trường hợp',
    policy: 'row-reviewer',
    body: HoldRow,
    answer: Done,
    errors: ['not-found', 'forbidden', 'row-not-open', 'task-changed'],
  }),
  releaseRow: route({
    method: 'POST',
    path: '/nominee-rows/{id}/release',
    summary: 'Xét tiếp một trường hợp',
    policy: 'row-reviewer',
    body: ReleaseRow,
    answer: Done,
    errors: ['not-found', 'forbidden', 'row-not-open', 'task-changed', 'state-conflict', 'request-invalid'],
  }),
  withdrawRow: route({
    method: 'POST',
    path: '/nominee-rows/{id}/withdrawal',
    summary: 'Rút một trường hợp',
    policy: 'dossier-owner',
    body: WithdrawRow,
    answer: Done,
    errors: ['not-found', 'forbidden', 'row-not-open', 'task-changed'],
  }),

  rounds: route({
    method: 'GET',
    path: '/review-rounds',
    summary: 'Các đợt xét',
    policy: 'signed-in',
    answer: RoundList,
    errors: ['not-signed-in'],
  }),
  openRound: route({
    method: 'POST',
    path: '/review-rounds',
    summary: 'Mở đợt xét',
    policy: 'standing-body',
    body: RoundOpen,
    answer: RoundOpened,
    errors: ['forbidden', 'no-pack-in-force'],
  }),
  round: route({
    method: 'GET',
    path: '/review-rounds/{id}',
    summary: 'Một đợt xét',
    policy: 'round-party',
    answer: RoundView,
    errors: ['not-found'],
  }),
  roundTimeline: route({
    method: 'GET',
    path: '/review-rounds/{id}/timeline',
    summary: 'Nhật ký đợt xét',
    policy: 'round-party',
    answer: Timeline,
    errors: ['not-found'],
  }),
  roundBundle: route({
    method: 'GET',
    path: '/review-rounds/{id}/bundle',
    summary: 'Bộ hồ sơ đợt xét',
    policy: 'round-party',
    answer: 'pdf',
    errors: ['not-found'],
  }),
  recordCentralPaper: route({
    method: 'POST',
    path: '/review-rounds/{id}/central-papers',
    summary: 'Ghi nhận văn bản của trung ương',
    policy: 'standing-body',
    body: CentralPaperRecord,
    answer: Done,
    errors: ['not-found', 'forbidden', 'state-conflict', 'request-invalid', 'not-competent'],
  }),
  ...COMPETENCE_ROUTES,
  ...INTAKE_ROUTES,
  ...COUNCIL_ROUTES,
  ...LAW_ROUTES,
  ...LIMIT_ROUTES,
  ...MONEY_ROUTES,
  ...MOVEMENT_ROUTES,
  ...LIFECYCLE_ROUTES,
  ...MOVEMENT_PEOPLE_ROUTES,
  ...OCCASION_ROUTES,
  ...PLAN_DRAFT_ROUTES,
  ...REPORT_ROUTES,
  ...INSPECTION_ROUTES,
  ...SCORING_ROUTES,
  ...ORGANISATION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...PEOPLE_ROUTES,
  ...REGISTER_IMPORT_ROUTES,
  ...EVIDENCE_ROUTES,
  ...PAPER_ROUTES,
  ...SETUP_ROUTES,
  ...SIGNING_ROUTES,
  ...REGISTER_ROUTES,
  ...BUNDLE_ROUTES,
  ...FILE_ROUTES,
  ...GROUND_PAPER_ROUTES,
  ...BLANK_ROUTES,
  ...PRINTING_ROUTES,
  ...TEMPLATE_ROUTES,
  ...STATISTIC_ROUTES,
  ...PROCEDURE_ROUTES,
  ...AFTER_DECISION_ROUTES,
  ...PROCESS_ROUTES,
  ...WHAT_IF_ROUTES,
  ...AUDIT_ROUTES,
  ...OPERATION_ROUTES,
} as const;

export type RouteName = keyof typeof ROUTES;
