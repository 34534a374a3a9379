import {
  DefinitionStore,
  DossierStore,
  IdempotencyStore,
  InboxStore,
  IncidentStore,
  InstanceStore,
  JobStore,
  LawStore,
  PeopleStore,
  RowStore,
  StepStore,
  TaskStore,
  TrailStore,
  type Database,
} from '@thidua/store';

/** Every store a verb or query may use; one line each. */
export interface Stores {
  readonly people: PeopleStore;
  readonly dossiers: DossierStore;
  readonly rows: RowStore;
  readonly law: LawStore;
  readonly inbox: InboxStore;
  readonly trail: TrailStore;
  readonly tasks: TaskStore;
  readonly jobs: JobStore;
  readonly instances: InstanceStore;
  readonly definitions: DefinitionStore;
  readonly incidents: IncidentStore;
  readonly idempotency: IdempotencyStore;
  readonly steps: StepStore;
}

export function makeStores(database: Database): Stores {
  return {
    people: new PeopleStore(database),
    dossiers: new DossierStore(database),
    rows: new RowStore(database),
    law: new LawStore(database),
    inbox: new InboxStore(database),
    trail: new TrailStore(database),
    tasks: new TaskStore(database),
    jobs: new JobStore(database),
    instances: new InstanceStore(database),
    definitions: new DefinitionStore(database),
    incidents: new IncidentStore(database),
    idempotency: new IdempotencyStore(database),
    steps: new StepStore(database),
  };
}
