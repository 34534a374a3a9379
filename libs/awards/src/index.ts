export { centralRow, isCentral, isSymbolOf, type CentralLevel } from './authority/central';
export { competence, type Competence, type CompetenceQuestion, type CompetenceSentence } from './authority/competence';
export { ownRowPlan, type OwnRowFacts, type OwnRowPlan } from './authority/own-row-plan';
export { powerToDecide, type Office, type Power, type PowerRefusal } from './authority/power-to-decide';
export { signatureLines, type SignatureCapacity } from './authority/signature-lines';
export { choiceAmong, type Candidate, type Choice } from './ballots/choice-among';
export type { Feasibility } from './ballots/feasibility';
export { itemOutlook, type ItemOutlook } from './ballots/item-outlook';
export { neededVotes, type VoteRule } from './ballots/needed-votes';
export { quorumFor, type Quorum } from './ballots/quorum-for';
export { ballotRuleFor, councilBodyFor } from './ballots/rules-for';
export { secrecyRisk } from './ballots/secrecy-risk';
export { tally, type Counts, type Tally } from './ballots/tally';
export type { CalendarDay, CalendarYear, HalfDay, LocalDay } from './calendar/calendar';
export { calendarNotices, type CalendarNotice } from './calendar/calendar-notice';
export { withLocalDays } from './calendar/local-days';
export { readCalendar } from './calendar/read-calendar';
export { readIcs, type IcsProblem } from './calendar/read-ics';
export type { IcsRefusal } from './calendar/ics-lines';
export { workingCalendar, type WorkingCalendar } from './calendar/working-calendar';
export { backPlan, type BackPlan, type BackQuestion, type BackStep, type BackTarget } from './deadlines/back-plan';
export { clockFacts, type ClockEvent, type ClockFacts } from './deadlines/clock-facts';
export { deadline, type Deadline, type DeadlineQuestion, type Pause, type Reading } from './deadlines/deadline';
export { addMonths } from './deadlines/add-months';
export { limitFor } from './deadlines/limit-for';
export type {
  CollectiveFact,
  DisciplineFact,
  EligibilityFacts,
  OtherRow,
  OwedReport,
  PastAward,
  PlanFacts,
  Proof,
  RecognisedResult,
  ServiceFact,
  YearRating,
} from './eligibility/facts';
export { planRuleText } from './eligibility/plan-rule-verdicts';
export { prospects, type Prospect } from './eligibility/prospects';
export { quotaVerdicts, type QuotaBases, type QuotaNominee } from './eligibility/quota-verdicts';
export { severityOf, type Severity } from './eligibility/rule-verdicts';
export { overallOf, type CriterionVerdict, type Overall, type Verdict } from './eligibility/verdict';
export { verdictsFor } from './eligibility/verdicts-for';
export { fundBalance, type FundBalance, type FundSums } from './money/fund-balance';
export { payable, type Payable, type PayReason, type RewardItem } from './money/payable';
export { payerFor, type Payer } from './money/payer-for';
export { rewardFor, type NoReward, type Reward, type RewardQuestion } from './money/reward-for';
export { allowedByMovement, type MenuVerdict } from './movements/allowed-by-movement';
export { chainOf, planTitle, type ChainLink } from './movements/chain';
export { lawFit, type LawFit } from './movements/law-fit';
export {
  type Audience,
  type LaunchedAbove,
  type Menu,
  type MenuItem,
  type MenuOccasion,
  type Movement,
  type Occasion,
  type Period,
  type Phase,
  type PlanNeed,
  type PlanRule,
  type PlanSource,
} from './movements/movement';
export { planOccasion } from './movements/occasion-of';
export { planConflicts, type ConflictCode, type PlanChoice, type PlanConflict } from './movements/plan-conflicts';
export { yearOf } from './movements/planned-years';
export { readMovement } from './movements/read-movement';
export { withAbove, type DocumentAbove } from './movements/with-above';
export { decisionFor, narrowerDecision, pickProblem, withChoices, type PlanDecision } from './movements/with-choices';
export { figureProblems, type FigureFault, type FigureProblem } from './reports/check-figures';
export { carriedFigures, compileFigures, type Adjustment, type CompiledFigure } from './reports/compile-figures';
export { defaultIndicators } from './reports/default-indicators';
export { figureText, shareOf } from './reports/figure-text';
export {
  askedOf,
  reportDay,
  type Figure,
  type Figures,
  type Indicator,
  type IndicatorType,
  type ReportOccasion,
} from './reports/indicator';
export { punctualityOf, type Punctuality } from './reports/punctuality';
export { ceremonyOrder, type Honouree } from './ceremony/ceremony-order';
export { countFindings, suggestedResult, type FindingCounts, type FindingResult, type InspectionResult } from './scoring/checklist';
export { pointsInWords, pointsText, readPoints } from './scoring/points';
export { rankScores, type RankedBody, type ScoredBody } from './scoring/rank-scores';
export {
  changed,
  scaleOf,
  sheetProblems,
  totalsOf,
  type CriterionKind,
  type ScoreColumn,
  type ScoreCriterion,
  type ScoreLine,
  type ScoreTotals,
  type SheetProblem,
} from './scoring/score-sheet';
export { awardName, awardOf } from './pack/award-name';
export { authorityDepartures, positionName, type AuthorityDeparture } from './pack/authority-departures';
export { confirmationProgress, confirmedPack, type RowConfirmation } from './pack/confirmed-pack';
export { effectivePack, withSwitched } from './pack/effective-pack';
export type {
  AreaForm,
  AuthorityRole,
  AuthorityRow,
  AwardName,
  AwardRow,
  AwardType,
  BallotBase,
  BallotRow,
  BaseSalaryRow,
  CoefficientRow,
  ConflictPolicy,
  CouncilBody,
  CouncilRow,
  CriterionRow,
  DossierPartRow,
  DossierProcedure,
  FixedDay,
  FundPayer,
  FundRow,
  Level,
  LimitAmount,
  LimitRow,
  NomineeKind,
  OrgKind,
  Overlay,
  OwnRowPolicy,
  Pack,
  PackRow,
  PaperRow,
  ProcedureCase,
  ProcedureKind,
  ProcedureRow,
  QuorumRow,
  QuotaBase,
  QuotaRow,
  RoundingOrder,
  RoundingRow,
  RuleRow,
  SigningRow,
  Submitter,
  Threshold,
} from './pack/pack';
export { LEVELS } from './pack/pack';
export { packInForce, type NoPackInForce } from './pack/pack-in-force';
export { packDifference, type FieldChange, type PackDifference, type RowChange } from './pack/pack-difference';
export { packNotice, type PackNotice } from './pack/pack-notice';
export { packToPlain, rowToPlain } from './pack/pack-plain';
export { readPack, readPackPlain, type PackProblem } from './pack/read-pack';
export { awardsOf, listedRows, PACK_LISTS, rowKey, rowsOn, unconfirmedRows, type ListedRow, type PackList } from './pack/rows';
export type { DataProblem, DataProblemCode } from './yaml/problem';
export { readStatisticTable } from './statistics/read-table';
export type { StatisticSource, StatisticTable, StatisticColumn, Where } from './statistics/table';
export {
  cellWhere,
  dimensionsOf,
  tabulate,
  type Catalogue,
  type DimensionValue,
  type FactGroup,
  type TabulatedLine,
} from './statistics/tabulate';
