import {
  AccountKeepingStore,
  AccountStore,
  InstallationStore,
  ProvinceSetupStore,
  RegisterImportStore,
  RegisterReadStore,
  RegistryStore,
  RosterStore,
  TrailStore,
  DefinitionStore,
  DraftStore,
  DossierStore,
  DossierTraceStore,
  EvidenceStore,
  IdempotencyStore,
  ImportBatchStore,
  RowFactsStore,
  VerdictOverrideStore,
  InboxStore,
  IntakeStore,
  ReportLinkStore,
  IncidentStore,
  QueueStore,
  AuditSearchStore,
  ReassignmentStore,
  InstanceMigrationStore,
  InstanceStore,
  JobStore,
  LawImpactStore,
  LawProposalStore,
  LawStore,
  PayloadStore,
  PeopleStore,
  RowStore,
  StepStore,
  TaskStore,
  CalendarDayStore,
  ClusterMeetingStore,
  ClusterStore,
  DelegationStore,
  HandOverStore,
  OrganisationStore,
  CentralPaperStore,
  ConfirmationStore,
  KinderLawStore,
  CommentStore,
  HoldStore,
  NoticeStore,
  OpinionStore,
  ProcedureTaskStore,
  RowCaseStore,
  CouncilStore,
  CouncilSessionStore,
  CountStore,
  RecusalStore,
  TemplateSourceStore,
  WrittenOpinionStore,
  CredentialStore,
  DecisionStore,
  FileLedgerStore,
  FileStore,
  FundStore,
  GroundPaperStore,
  PlanDraftStore,
  RecipientStore,
  InspectionStore,
  ReportStore,
  ScoreStore,
  LimitEventStore,
  LimitNoticeStore,
  NumberStore,
  OfficeStore,
  PrintOrderStore,
  BlankStore,
  MovementStore,
  WorkProofStore,
  WorkStore,
  ChoiceStore,
  RegistrationStore,
  ModelStore,
  PublicationStore,
  DutyStore,
  GuestStore,
  IndicatorStore,
  PaperChangeStore,
  PaperStore,
  PaperTemplateStore,
  RecomputationStore,
  BundleStore,
  OneStopStore,
  RegisterStore,
  RevocationStore,
  RewardRowStore,
  RoundRowStore,
  RoundStore,
  RunningStore,
  ScanCheckStore,
  SignatureImageStore,
  StatisticStore,
  type Database,
  type FileStoreOptions,
} from '@thidua/store';

/** Every store a verb or query may use; one line each. */
export interface Stores {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly handOvers: HandOverStore;
  readonly movements: MovementStore;
  readonly works: WorkStore;
  readonly choices: ChoiceStore;
  readonly registrations: RegistrationStore;
  readonly models: ModelStore;
  readonly publications: PublicationStore;
  readonly duties: DutyStore;
  readonly guests: GuestStore;
  readonly indicators: IndicatorStore;
  readonly planDrafts: PlanDraftStore;
  readonly clusters: ClusterStore;
  readonly clusterMeetings: ClusterMeetingStore;
  readonly delegations: DelegationStore;
  readonly payloads: PayloadStore;
  readonly accounts: AccountStore;
  readonly accountKeeping: AccountKeepingStore;
  readonly registry: RegistryStore;
  readonly register: RegisterReadStore;
  readonly registerImports: RegisterImportStore;
  readonly rosters: RosterStore;
  readonly dossiers: DossierStore;
  readonly traces: DossierTraceStore;
  readonly rows: RowStore;
  readonly law: LawStore;
  readonly confirmations: ConfirmationStore;
  readonly lawImpact: LawImpactStore;
  readonly lawProposals: LawProposalStore;
  readonly kinderLaw: KinderLawStore;
  readonly inbox: InboxStore;
  readonly intake: IntakeStore;
  readonly reportLinks: ReportLinkStore;
  readonly trail: TrailStore;
  readonly tasks: TaskStore;
  readonly jobs: JobStore;
  readonly instances: InstanceStore;
  readonly running: RunningStore;
  readonly instanceMigrations: InstanceMigrationStore;
  readonly definitions: DefinitionStore;
  readonly drafts: DraftStore;
  readonly incidents: IncidentStore;
  readonly queues: QueueStore;
  readonly auditSearch: AuditSearchStore;
  readonly reassignments: ReassignmentStore;
  readonly idempotency: IdempotencyStore;
  readonly steps: StepStore;
  readonly rounds: RoundStore;
  readonly roundRows: RoundRowStore;
  readonly papers: PaperStore;
  readonly templates: PaperTemplateStore;
  readonly templateSources: TemplateSourceStore;
  readonly paperChanges: PaperChangeStore;
  readonly revocations: RevocationStore;
  readonly numbers: NumberStore;
  readonly registers: RegisterStore;
  readonly oneStop: OneStopStore;
  readonly bundles: BundleStore;
  readonly files: FileStore;
  readonly fileLedger: FileLedgerStore;
  readonly credentials: CredentialStore;
  readonly signatureImages: SignatureImageStore;
  readonly scanChecks: ScanCheckStore;
  readonly decisions: DecisionStore;
  readonly sessions: CouncilSessionStore;
  readonly councils: CouncilStore;
  readonly recusals: RecusalStore;
  readonly writtenOpinions: WrittenOpinionStore;
  readonly counts: CountStore;
  readonly central: CentralPaperStore;
  readonly offices: OfficeStore;
  readonly evidence: EvidenceStore;
  readonly groundPapers: GroundPaperStore;
  readonly importBatches: ImportBatchStore;
  readonly overrides: VerdictOverrideStore;
  readonly rowFacts: RowFactsStore;
  readonly limitEvents: LimitEventStore;
  readonly limitNotices: LimitNoticeStore;
  readonly calendarDays: CalendarDayStore;
  readonly recomputations: RecomputationStore;
  readonly funds: FundStore;
  readonly recipients: RecipientStore;
  readonly reports: ReportStore;
  readonly inspections: InspectionStore;
  readonly scores: ScoreStore;
  readonly workProofs: WorkProofStore;
  readonly rewardRows: RewardRowStore;
  readonly opinions: OpinionStore;
  readonly notices: NoticeStore;
  readonly comments: CommentStore;
  readonly holds: HoldStore;
  readonly cases: RowCaseStore;
  readonly procedureTasks: ProcedureTaskStore;
  readonly prints: PrintOrderStore;
  readonly blanks: BlankStore;
  readonly statistics: StatisticStore;
  readonly installation: InstallationStore;
  readonly provinceSetups: ProvinceSetupStore;
}

export function makeStores(database: Database, files: FileStoreOptions = {}): Stores {
  return {
    accounts: new AccountStore(database),
    accountKeeping: new AccountKeepingStore(database),
    registry: new RegistryStore(),
    register: new RegisterReadStore(database),
    registerImports: new RegisterImportStore(database),
    rosters: new RosterStore(database),
    people: new PeopleStore(database),
    organisations: new OrganisationStore(database),
    handOvers: new HandOverStore(database),
    clusters: new ClusterStore(database),
    clusterMeetings: new ClusterMeetingStore(database),
    delegations: new DelegationStore(database),
    payloads: new PayloadStore(database),
    dossiers: new DossierStore(database),
    traces: new DossierTraceStore(database),
    rows: new RowStore(database),
    law: new LawStore(database),
    confirmations: new ConfirmationStore(database),
    lawImpact: new LawImpactStore(database),
    lawProposals: new LawProposalStore(database),
    kinderLaw: new KinderLawStore(database),
    inbox: new InboxStore(database),
    intake: new IntakeStore(database),
    reportLinks: new ReportLinkStore(database),
    trail: new TrailStore(database),
    tasks: new TaskStore(database),
    jobs: new JobStore(database),
    instances: new InstanceStore(database),
    running: new RunningStore(database),
    instanceMigrations: new InstanceMigrationStore(database),
    definitions: new DefinitionStore(database),
    drafts: new DraftStore(database),
    incidents: new IncidentStore(database),
    queues: new QueueStore(database),
    auditSearch: new AuditSearchStore(database),
    reassignments: new ReassignmentStore(database),
    idempotency: new IdempotencyStore(database),
    steps: new StepStore(database),
    rounds: new RoundStore(database),
    roundRows: new RoundRowStore(database),
    papers: new PaperStore(database),
    templates: new PaperTemplateStore(database),
    templateSources: new TemplateSourceStore(database),
    movements: new MovementStore(database),
    works: new WorkStore(database),
    choices: new ChoiceStore(database),
    registrations: new RegistrationStore(database),
    models: new ModelStore(database),
    publications: new PublicationStore(database),
    duties: new DutyStore(database),
    guests: new GuestStore(database),
    indicators: new IndicatorStore(database),
    planDrafts: new PlanDraftStore(database),
    paperChanges: new PaperChangeStore(database),
    revocations: new RevocationStore(database),
    numbers: new NumberStore(database),
    registers: new RegisterStore(database),
    oneStop: new OneStopStore(database),
    bundles: new BundleStore(database),
    files: new FileStore(database, files),
    fileLedger: new FileLedgerStore(database),
    credentials: new CredentialStore(database),
    signatureImages: new SignatureImageStore(database),
    scanChecks: new ScanCheckStore(database),
    decisions: new DecisionStore(database),
    sessions: new CouncilSessionStore(database),
    councils: new CouncilStore(database),
    recusals: new RecusalStore(database),
    writtenOpinions: new WrittenOpinionStore(database),
    counts: new CountStore(database),
    central: new CentralPaperStore(database),
    offices: new OfficeStore(database),
    evidence: new EvidenceStore(database),
    groundPapers: new GroundPaperStore(database),
    importBatches: new ImportBatchStore(database),
    overrides: new VerdictOverrideStore(database),
    rowFacts: new RowFactsStore(database),
    limitEvents: new LimitEventStore(database),
    limitNotices: new LimitNoticeStore(database),
    calendarDays: new CalendarDayStore(database),
    recomputations: new RecomputationStore(database),
    funds: new FundStore(database),
    recipients: new RecipientStore(database),
    reports: new ReportStore(database),
    inspections: new InspectionStore(database),
    scores: new ScoreStore(database),
    workProofs: new WorkProofStore(database),
    rewardRows: new RewardRowStore(database),
    opinions: new OpinionStore(database),
    notices: new NoticeStore(database),
    comments: new CommentStore(database),
    holds: new HoldStore(database),
    cases: new RowCaseStore(database),
    procedureTasks: new ProcedureTaskStore(database),
    prints: new PrintOrderStore(database, files.keys),
    blanks: new BlankStore(database),
    statistics: new StatisticStore(database),
    installation: new InstallationStore(database),
    provinceSetups: new ProvinceSetupStore(database),
  };
}
