import { randomBytes } from 'node:crypto';
import { armFault, Definitions, Runtime, systemClock, tableClock } from '@thidua/runtime';
import { connect, FileKeys, type Database, type FileLocation, type S3Settings } from '@thidua/store';
import { Casework } from './casework';
import type { Attachments, CaseworkDeps, Sheets, Signatures, TemplateDesk } from './deps';
import { placesOf } from './files/places-of';
import { calendarOf } from './install/install-law';
import { readWorkflowFiles } from './install/read-workflow-files';
import { JOB_TYPES } from './jobs/job-types';
import { calendarPort } from './law/calendar-port';
import { decidersToday, wordsOfHouse } from './law/deciders';
import { LawLibrary } from './law/law-library';
import { CalendarLibrary } from './limits/calendar-library';
import { makeStores } from './stores';

/** What casework needs to know of its surroundings; the settings of config fit. */
export interface CaseworkSettings {
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly demo: boolean;
  readonly clock: 'real' | 'movable';
  /** A fault point to die at (tests only). */
  readonly fault?: { readonly name: string; readonly hit: number } | null;
  /** Written opinions are sealed under a key made from it; one of this process alone when absent. */
  readonly sessionSecret?: string;
  /** Certificates are sealed under it; one of this process alone when absent. */
  readonly signingKey?: string;
  /** Origins of remote signers that may be asked. */
  readonly remoteSigners?: readonly string[];
  readonly tsaUrl?: string | null;
  /** XLSX in and out; reading and writing tables is refused where nobody wired it. */
  readonly sheets?: Sheets;
  /** Templates of papers; refused where nobody wired them. */
  readonly templateDesk?: TemplateDesk;
  /** Reading signatures; refused where nobody wired it. */
  readonly signatures?: Signatures;
  /** Looking into files of people; every upload is refused where nobody wired it. */
  readonly attachments?: Attachments;
  /** Where files are to lie; the database when absent. */
  readonly filesStore?: FileLocation;
  readonly filesDir?: string;
  readonly filesS3?: S3Settings | null;
  /** 32 bytes each, newest first; absent: files lie in the clear. */
  readonly filesKeys?: readonly Uint8Array[];
  /** Address people reach us by; absent: papers carry no code. */
  readonly publicUrl?: string | null;
  /** Folder that holds `workflows`; the program's own when absent. */
  readonly workflowsRoot?: string;
}

/** Opens the database and everything on it, without Nest; whoever opens closes. */
export async function openCasework(settings: CaseworkSettings): Promise<Casework> {
  return caseworkOn(await connect({ url: settings.databaseUrl, poolSize: settings.databasePool }), settings);
}

/** Casework on an open database, which closes with it. */
export async function caseworkOn(database: Database, settings: CaseworkSettings): Promise<Casework> {
  armFault(settings.fault ?? null);
  const keys = (settings.filesKeys ?? []).map((key) => Buffer.from(key));
  const places = placesOf(settings);
  const stores = makeStores(database, { places, keys: new FileKeys(keys) });
  const left = settings.demo && (await stores.installation.find())?.mode === 'real';
  // A house that left the demo has people and a clock of its own, though its processes are still started as they were.
  const demo = settings.demo && !left;
  const simulatedClock = settings.clock === 'movable' && !left;
  const clock = await (simulatedClock ? tableClock(database) : systemClock(database));
  const law = await LawLibrary.open(stores, simulatedClock);
  const calendar = calendarOf(readWorkflowFiles(settings.workflowsRoot));
  const calendars = await CalendarLibrary.open(stores.calendarDays, calendar);
  const deps: CaseworkDeps = {
    database,
    stores,
    clock,
    calendar,
    calendars,
    law,
    sheets: settings.sheets ?? NO_SHEETS,
    templateDesk: settings.templateDesk ?? NO_TEMPLATES,
    signatures: settings.signatures ?? NO_SIGNATURES,
    attachments: settings.attachments ?? NO_ATTACHMENTS,
    fileKeeping: { store: settings.filesStore ?? 'database', places, encrypted: keys.length > 0 },
    publicUrl: left && isOwnAddress(settings.publicUrl) ? null : (settings.publicUrl ?? null),
    sealSecret: settings.sessionSecret ?? randomBytes(32).toString('hex'),
    signingKey: settings.signingKey ?? randomBytes(32).toString('hex'),
    remoteSigners: settings.remoteSigners ?? [],
    hasTimestamps: (settings.tsaUrl ?? null) !== null,
    runtime: new Runtime({ database, clock, calendar: calendarPort({ calendar, calendars, law }) }),
    definitions: new Definitions({
      database,
      clock,
      jobTypes: JOB_TYPES,
      deciders: () => decidersToday({ law, clock }),
      words: () => wordsOfHouse({ law, clock }, settings.templateDesk?.kinds().map(({ kind }) => kind) ?? []),
    }),
    demo,
    simulatedClock,
  };
  return new Casework(deps, async () => {
    law.close();
    calendars.close();
    clock.stop();
    await database.close();
  });
}

/** A demonstration's own address leads nobody to a house. */
function isOwnAddress(url: string | null | undefined): boolean {
  return url?.startsWith('http://localhost:') === true;
}

const NO_ATTACHMENTS: Attachments = {
  inspect: () => Promise.reject(new Error('nobody wired the look into files')),
  preview: () => Promise.reject(new Error('nobody wired the look into files')),
  lines: () => Promise.reject(new Error('nobody wired the look into files')),
  scanner: null,
};

const NO_SHEETS: Sheets = {
  read: () => Promise.reject(new Error('nobody wired the reading of tables')),
  write: () => Promise.reject(new Error('nobody wired the writing of tables')),
};

const NO_SIGNATURES: Signatures = {
  inspect: () => Promise.reject(new Error('nobody wired the reading of signatures')),
  prove: () => Promise.reject(new Error('nobody wired the keys of signatures')),
  compareScan: () => Promise.reject(new Error('nobody wired the comparing of scans')),
};

const nobodyWiredTemplates = (): never => {
  throw new Error('nobody wired the templates');
};
const NO_TEMPLATES: TemplateDesk = {
  kinds: nobodyWiredTemplates,
  helpers: nobodyWiredTemplates,
  fields: nobodyWiredTemplates,
  partials: nobodyWiredTemplates,
  shipped: nobodyWiredTemplates,
  assemble: nobodyWiredTemplates,
  check: nobodyWiredTemplates,
  sample: nobodyWiredTemplates,
};
