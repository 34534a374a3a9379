export type { Act, ActContext, ActResult } from './acts/act';
export { Casework, type Health } from './casework';
export { CaseworkModule } from './casework.module';
export type { CertificateFacts, ScanQuestion } from './deps';
export type {
  CaseworkDeps,
  Cell,
  PaperNeed,
  LawBook,
  Sheet,
  SheetColumn,
  SheetOut,
  Attachments,
  VirusScanner,
  Sheets,
  SignatureFound,
  Signatures,
  TemplateDesk,
} from './deps';
export type { Ask, Handler, Handlers, RequestKey, SessionRoute, UploadedFile } from './handler';
export { installAll } from './install/install-all';
export { installProvincesDue } from './install/install-province';
export { watchInstallation } from './setup/watch-installation';
export { readWorkflowFiles } from './install/read-workflow-files';
export { DEMO_PASSWORD } from './install/install-demo';
export type { ProcessFiles, WorkflowFiles } from './install/read-workflow-files';
export { JOB_TYPES, type JobType } from './jobs/job-types';
export { JOB_VERBS } from './jobs/job-verbs';
export type { JobContext, JobRecord, JobVerb } from './jobs/job-verb';
export { handOverDue } from './organisations/hand-over';
export { versionsTakeEffect } from './processes/publish-definitions';
export { openCasework, type CaseworkSettings } from './open-casework';
export type { OpenSession, SignedIn } from './sessions/sessions';
export type { Stores } from './stores';
export type { TaskRecord } from './task-record';
export { afterPapers, afterSubject, type AfterPaper, type AfterSubject } from './after-decision/after-papers';
export { GROUND_TEXTS } from './after-decision/grounds';
export { isAfterKind } from './papers/after-kinds';
export { isMovementKind } from './movements/paper-kinds';
export { OCCASION_WORDS, periodText } from './movements/lifecycle/plan-words';
export { proposeTexts as proposePlanTexts, textsOf as planTextsOf } from './movements/lifecycle/plan-texts';
export { awardCounts, type AwardLine } from './movements/reports/award-counts';
export { compiled as compiledCall } from './movements/reports/compile-call';
export { figureSheets } from './movements/reports/figure-sheets';
export { indicatorsOf } from './movements/reports/report-form';
export { upwardOf } from './movements/reports/upward';
export { conferenceFacts, honoursOf, type ConferenceFacts } from './movements/conferences/conference-at-hand';
export { modelCounts } from './movements/models/read-models';
export { conclusionOf, minutesOf, noticeOf } from './movements/inspections/unit-papers';
export { signedBy } from './movements/inspections/read-unit';
export { inspectionResults, inspectionText } from './movements/inspections/inspection-results';
export { scoresOf } from './movements/scoring/scores-of';
export { summed, tiesOf, type SummedSheet } from './movements/scoring/score-sums';
export { movementAtHand, type MovementAtHand } from './movements/movement-at-hand';
export { decisionPlans, type DecisionPlan } from './decisions/decision-plans';
export { decisionSlot, paperSlot } from './papers/paper-slot';
export { papersToIssue, type PaperSigner, type PaperToIssue } from './papers/papers-to-issue';
export { payLinesOf, type PayLine } from './money/pay-lines';
export type { PaperPlan } from './papers/paper-plan';
export { JobFenced, preparePapers, type PreparedPaper } from './papers/prepare-papers';
export { nameOfType } from './papers/document-types';
export { takeNumber, type Numbering } from './papers/take-numbers';
export { SHARED_KINDS } from './papers/papers-of';
export { printedLine, type PrintedLine } from './registers/printed-line';
export type { CheckedPrint, PrintGate } from './printing/print-gate';
export { paperNeeds, templateNeeds } from './templates/paper-needs';
export { PRINT_GATES } from './printing/print-gates';
export { statisticPrint, statisticSheets, type StatisticPrint } from './statistics/statistic-sheet';
export { PRINTS_KEPT_MS } from './kept-for';
export { partText } from './procedure/dossier-parts';
export { recordPapers, type MadeFile } from './papers/record-papers';
export { credentialState } from './signing/credential-view';
export { certificateColumns } from './signing/keep-credential';
export { openSecret, sealSecret, type CredentialSecret } from './signing/vault';
export { moveFiles, scanWaiting } from './files/tend-files';
export { reconcileFiles, type FileDifference, type Reconciled } from './files/reconcile-files';
export { awardLine as occasionAwardLine, occasionAwards } from './movements/occasions/occasion-awards';
export { planSide } from './movements/occasions/plan-side';
export { rulesOf as planRulesOf } from './movements/occasions/read-offer';
export { viewAround as awardNamesAround } from './movements/occasions/view-around';
