export { auditHash } from './audit/audit-hash';
export type {
  NewRevokingDecision,
  RecoveryEntry,
  RevocationGround,
  RevocationPaper,
  RevocationRecord,
  RevocationRow,
  RevocationStatus,
} from './after-decision/revocation';
export { RevocationStore } from './after-decision/revocation.store';
export {
  PaperChangeStore,
  type PaperChange,
  type PaperChangeAction,
  type PaperMark,
  type PaperMarkKind,
} from './after-decision/paper-change.store';
export type { ChainFault } from './audit/chain-reader';
export type { BrokenChain } from './audit/broken-chain';
export { checkChains, type ChainCheck } from './audit/check-chains';
export { AuditSearchStore, type FoundLine, type SubjectName, type TrailSearch } from './audit/audit-search.store';
export { sealTrail } from './audit/seal-trail';
export { TrailStore, type TrailEntry, type TrailLine } from './audit/trail.store';
export { canonicalJson } from './audit/canonical-json';
export { ClockStore } from './clock/clock.store';
export { InstallationStore, type InstallationMode, type InstallationRecord } from './setup/installation.store';
export { ProvinceSetupStore, type MissingPost } from './setup/province-setup.store';
export { setupCodeHash } from './setup/setup-code';
export { connect, Database, type Tx } from './database/database';
export { DatabaseModule } from './database/database.module';
export { domainErrorOf, isConnectionLost, isKeyTaken, isUndone, StateConflict, Unavailable } from './database/errors';
export { DefinitionStore, type DefinitionRecord, type DefinitionSummary, type Resources } from './definitions/definition.store';
export { DraftStore, type NewDefinition } from './definitions/draft.store';
export { IdempotencyStore } from './idempotency/idempotency.store';
export { QueueStore, type QueueDepth, type TimerRecord } from './operations/queue.store';
export { ReassignmentStore, type ReassignmentNotice, type ReassignmentRecord, type StrandedTask } from './operations/reassignment.store';
export { IncidentStore, type IncidentAbout, type IncidentRecord } from './incidents/incident.store';
export {
  InstanceMigrationStore,
  type LineProblem,
  type MigrationLineRecord,
  type MigrationRecord,
  type NewMigration,
} from './instances/instance-migration.store';
export { MovedRowsStore, type TaskBefore } from './instances/moved-rows.store';
export { InstanceStore, type EventRecord, type InstanceRecord } from './instances/instance.store';
export { RunningStore, type RunningInstance, type RunningTask } from './instances/running.store';
export { JobStore, type ClaimedJob } from './jobs/job.store';
export { MessageStore, type Match, type MessageAddress } from './messages/message.store';
export { SignalStore, type Broadcast, type Delivery } from './signals/signal.store';
export { StartStore, type NewStart, type StartKind, type StartRecord } from './starts/start.store';
export { StepStore, type LoadedInstance } from './steps/step.store';
export type {
  AuditLine,
  BroadcastLine,
  ClosedTask,
  IdempotencyKey,
  IncidentLine,
  InstanceStart,
  JobLine,
  MessageLine,
  SignalLine,
  StepGuards,
  StepOutcome,
  StepWrite,
  SubscriptionLine,
  TaskLine,
} from './steps/step-rows';
export { OutboxStore, type OutboxRow } from './outbox/outbox.store';
export { TaskStore, type TaskRecord } from './tasks/task.store';
export { TimerStore } from './timers/timer.store';
export { FactsStore, type SubjectId } from './facts/facts.store';
export type { DossierFacts, HolderFacts, OrgFacts, PaperFacts, RoundFacts, RowFacts, SessionFacts } from './facts/facts';
export { FileDamaged } from './files/errors';
export { diskPlace } from './files/disk-place';
export { s3Place, type S3Settings } from './files/s3-place';
export { FileKeys } from './files/file-keys';
export { FileLedgerStore, type FileLocation, type LedgerRow } from './files/file-ledger.store';
export { FileStore, type FileFacts, type FileScan, type FileStoreOptions, type NewFile, type StoredFile } from './files/file.store';
export type { FileName, FilePlace, FilePlaces, LyingFile } from './files/file-place';
export {
  CredentialStore,
  type CredentialDriver,
  type CredentialOwner,
  type CredentialRecord,
  type NewCredential,
} from './signing/credential.store';
export { SignatureImageStore, type ImageOwner, type SignatureImage } from './signing/signature-image.store';
export { ScanCheckStore, type NewScanCheck, type ScanCheck, type ScanFindings, type ScanVerdict } from './signing/scan-check.store';
export { PayloadStore } from './files/payload.store';
export {
  DossierStore,
  type DossierLine,
  type DossierOccasion,
  type DossierProcedure,
  type DossierRecord,
  type DossierRoute,
  type DossierStatus,
  type NewDossier,
  type Secrecy,
} from './dossiers/dossier.store';
export { DossierTraceStore, type OpenPlace, type RoundTrace } from './dossiers/dossier-trace.store';
export {
  RowStore,
  type NewRow,
  type NomineeRow,
  type Outsider,
  type RowAwardType,
  type RowDecision,
  type RowEvidence,
  type RowStage,
  type RowState,
} from './dossiers/row.store';
export { IntakeStore, type CustodyLine, type PaperEntry, type ScannedPart } from './intake/intake.store';
export { ReportLinkStore, type ReportLink } from './intake/report-link.store';
export { InboxStore, type InboxFilter, type InboxLine } from './inbox/inbox.store';
export { AccountStore, type AccountRecord, type DemoAccountRecord, type SessionRecord } from './people/account.store';
export {
  ClusterStore,
  type ClusterLevel,
  type ClusterMember,
  type ClusterRecord,
  type ClusterResult,
  type NewCluster,
} from './people/cluster.store';
export {
  ClusterMeetingStore,
  type ClusterMeetingRecord,
  type ClusterVoter,
  type ClusterVotes,
  type NewClusterMeeting,
  type RankLine,
} from './people/cluster-meeting.store';
export { AccountKeepingStore, type KeptAccount } from './people/account-keeping.store';
export { RegisterImportStore, type RegisterRelation } from './people/register-import.store';
export { RegisterReadStore, type RegisterBody, type RegisterPerson, type RegisterPost } from './people/register-read.store';
export { RosterStore, type NewCouncil, type RosterLine } from './councils/roster.store';
export { RegistryStore, type NewAccount, type NewOrg, type NewPerson, type NewPosition } from './people/registry.store';
export {
  DelegationStore,
  type DelegationCapacity,
  type DelegationLine,
  type LentEdge,
  type NewDelegation,
} from './people/delegation.store';
export { HandOverStore, type OpenDossier, type OpenWork } from './people/hand-over.store';
export { GroundPaperStore, type GroundKind } from './people/ground-paper.store';
export { OrganisationStore, type NewSuccession, type OrgChange, type Succession, type SuccessionKind } from './people/organisation.store';
export { PeopleSeedStore, type SeedCouncil, type SeedDelegation, type SeedOrg, type SeedPerson } from './people/people-seed.store';
export { CentralPaperStore, type CentralPaper, type CentralPaperKind } from './rounds/central-paper.store';
export { CommentStore, type CommentHandling, type CommentRecord, type NewComment } from './procedure/comment.store';
export { HoldStore, type HoldClosing, type HoldKind, type HoldRecord } from './procedure/hold.store';
export { NoticeStore, type NewNotice, type NoticeOfRow, type NoticeRecord } from './procedure/notice.store';
export {
  OpinionStore,
  type NewOpinion,
  type OpinionAnswer,
  type OpinionGiven,
  type OpinionKind,
  type OpinionRecord,
} from './procedure/opinion.store';
export { ProcedureTaskStore, type TaskAtLimit } from './procedure/procedure-task.store';
export { RowCaseStore, type RowCase } from './procedure/row-case.store';
export { RoundRowStore, type Appraisal, type RoundOutcome, type RoundRowRecord, type RowDossier } from './rounds/round-row.store';
export {
  RoundStore,
  type NewRound,
  type RoundLevel,
  type RoundListed,
  type RoundOccasion,
  type RoundOrg,
  type RoundOrgs,
  type RoundRecord,
  type RoundStatus,
} from './rounds/round.store';
export { CouncilStore, type CouncilMember, type CouncilRecord } from './councils/council.store';
export {
  CouncilSessionStore,
  type AnnouncedPlaces,
  type BallotOption,
  type CouncilSessionRecord,
  type ItemCount,
  type NewSession,
  type RollEntry,
  type SessionItem,
} from './councils/council-session.store';
export { CountStore, type CounterRecord, type NomineeFactsRecord, type OpenVote, type TieBreakRecord } from './councils/count.store';
export { RecusalStore, type RecusalRecord } from './councils/recusal.store';
export { WrittenOpinionStore, type WrittenOpinionRecord } from './councils/written-opinion.store';
export { DecisionStore, type DecisionRecord, type NewDecision } from './decisions/decision.store';
export {
  NumberStore,
  type NumberHolder,
  type NumberSource,
  type RegisteredPaper,
  type SeriesOf,
  type SeriesRecord,
  type TakenNumber,
} from './papers/number.store';
export { BundleStore, type BundleFile } from './papers/bundle.store';
export { OneStopStore, type DeskLine, type StepLine } from './papers/one-stop.store';
export { RegisterStore, type RegisterLine, type RegisterRecord, type WaitingPaper } from './papers/register.store';
export {
  ModelStore,
  type ModelAudience,
  type ModelRecord,
  type ModelState,
  type ModelText,
  type ModelTotals,
  type NewPublication,
  type Publication,
} from './movements/model.store';
export { PublicationStore } from './movements/publication.store';
export { DutyStore, type DutyDone, type DutyRecord, type NewDuty } from './movements/duty.store';
export { GuestStore, type GuestKind, type GuestRecord, type HonourRecord, type NewGuest } from './movements/guest.store';
export {
  IndicatorStore,
  type ContestRecord,
  type ContestResult,
  type IndicatorLine,
  type IndicatorSetRecord,
  type IndicatorValue,
} from './movements/indicator.store';
export {
  PlanDraftStore,
  type NewPlanDraft,
  type PlanDraftRecord,
  type PlanDraftSource,
  type PlanDraftState,
} from './movements/plan-draft.store';
export { ChoiceStore, type AboveRecord, type ChoiceRecord, type NewAbove, type NewChoice } from './movements/choice.store';
export { RegistrationStore, type OccasionDossier, type RegisteredRow, type RegistrationRow } from './movements/registration.store';
export {
  MovementStore,
  type MovementRecord,
  type MovementSource,
  type MovementState,
  type MovementVersion,
  type NewMovement,
} from './movements/movement.store';
export {
  WorkStore,
  type NewWork,
  type WorkFilter,
  type WorkKind,
  type WorkOccasion,
  type WorkRecord,
  type WorkStatus,
} from './movements/work.store';
export { RecipientStore, type AskedFor, type NewRecipients, type RecipientRecord } from './movements/recipient.store';
export { ReportStore, type AwardTally, type ReportForm, type ReportRecord } from './movements/report.store';
export { PaperStore, type NewPaper, type PaperRecord, type PaperState, type RecordedFile, type SignatureMode } from './papers/paper.store';
export {
  ConfirmationStore,
  type ConfirmationRecord,
  type ConfirmationStatus,
  type LawPaper,
  type NewConfirmation,
} from './law/confirmation.store';
export { KinderLawStore, type KinderLaw } from './law/kinder-law.store';
export { LawImpactStore, type RunningDossier, type RunningRound } from './law/law-impact.store';
export { LawStore, type AuthorityLine, type StoredMovement, type StoredPack } from './law/law.store';
export { LawProposalStore, type NewProposal, type ProposalRecord, type ProposalStatus } from './law/proposal.store';
export {
  PeopleStore,
  type DelegationRecord,
  type DelegationScope,
  type OrgKind,
  type OrgRecord,
  type PersonRecord,
  type PositionRecord,
  type SubjectRecord,
} from './people/people.store';
export { LimitEventStore, type LimitEventKind, type LimitEventRecord, type NewLimitEvent } from './limits/limit-event.store';
export { CalendarDayStore, type CalendarDayKind, type CalendarDayRecord, type NewCalendarDay } from './limits/calendar-day.store';
export { LimitNoticeStore, type LimitNoticeRecord, type NewLimitNotice } from './limits/limit-notice.store';
export {
  RecomputationStore,
  type MovedTask,
  type Recomputation,
  type RecomputationRecord,
  type TaskInTime,
} from './limits/recomputation.store';
export {
  FundStore,
  type FundEntry,
  type FundEntryKind,
  type FundOf,
  type FundRecord,
  type FundTotals,
  type NewFundEntry,
} from './money/fund.store';
export { RewardRowStore, type RewardRow } from './money/reward-row.store';
export { EvidenceStore, type Subjects } from './evidence/evidence.store';
export type {
  AwardHistory,
  EvidenceBook,
  EvidenceKind,
  EvidenceRecords,
  EvidenceSource,
  Initiative,
  Labour,
  NewEvidence,
  Rating,
  ResultKind,
  ResultRecogniser,
  ResultScope,
  ServiceTerm,
  Standing,
  YearlyRating,
} from './evidence/evidence';
export { ImportBatchStore, type ImportBatch, type ImportKind } from './evidence/import-batch.store';
export {
  RowFactsStore,
  type AwardedRow,
  type Compared,
  type InitiativeUse,
  type KnownPerson,
  type LikeRow,
} from './evidence/row-facts.store';
export { VerdictOverrideStore, type VerdictOverride } from './evidence/verdict-override.store';
export { PrintOrderStore, type ClaimedPrint, type PrintedFile, type PrintOrderRecord } from './printing/print-order.store';
export { BlankStore, type BlankRecord, type CertificatePaper } from './printing/blank.store';
export { OfficeStore, type OfficeRecord } from './authority/office.store';
export { TemplateSourceStore, type TemplateBody } from './templates/template-source.store';
export {
  PaperTemplateStore,
  type PaperTemplateRecord,
  type PaperTemplateState,
  type TemplateContent,
  type TemplateMove,
} from './templates/paper-template.store';
export { StatisticStore, type StatisticScope } from './statistics/statistic.store';
export type { StatisticRow } from './statistics/fact-source';
export {
  InspectionStore,
  type ChecklistItem,
  type ConcludedInspection,
  type FindingRecord,
  type InspectedUnitRecord,
  type InspectionRecord,
  type PlannedBody,
  type TeamMember,
} from './movements/inspection.store';
export {
  ScoreStore,
  type BoardCriterion,
  type RecordedScore,
  type ScoreBoardRecord,
  type ScoreLineRecord,
  type ScoreSheetRecord,
  type SheetResult,
} from './movements/score.store';
export { WorkProofStore, type WorkProof } from './movements/work-proof.store';
