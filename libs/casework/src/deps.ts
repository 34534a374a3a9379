import type { ChainLink, Movement, Pack, PlanDecision, RowConfirmation, WorkingCalendar } from '@thidua/awards';
import type { Definitions, Runtime, RunningClock } from '@thidua/runtime';
import type { ErrorCode, UploadKind } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { CalendarDayRecord, Database, FileLocation, FilePlaces, ScanFindings, TemplateBody } from '@thidua/store';
import type { CredentialSecret } from './signing/vault';
import type { Stores } from './stores';

/** Everything a verb or query may lean on; made once per process by `openCasework`. */
export interface CaseworkDeps {
  readonly database: Database;
  readonly stores: Stores;
  readonly runtime: Runtime;
  readonly definitions: Definitions;
  readonly clock: RunningClock;
  /** The published tables; a place's own days are in `calendars`. */
  readonly calendar: WorkingCalendar;
  readonly calendars: CalendarBook;
  readonly law: LawBook;
  readonly sheets: Sheets;
  readonly templateDesk: TemplateDesk;
  readonly signatures: Signatures;
  readonly attachments: Attachments;
  readonly fileKeeping: FileKeeping;
  /** Address people reach us by; null: papers carry no code to be looked up. */
  readonly publicUrl: string | null;
  /** Outside the database: what is sealed there cannot be read from there. */
  readonly sealSecret: string;
  /** Outside the database too: certificates lie there sealed under it. */
  readonly signingKey: string;
  /** Remote signers that may be asked, as origins. */
  readonly remoteSigners: readonly string[];
  readonly hasTimestamps: boolean;
  readonly demo: boolean;
  readonly simulatedClock: boolean;
}

/** A cell as people see it: texts NFC-normalised, codes as text, days as dates. */
export type Cell = string | number | Date | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface SheetColumn {
  readonly title: string;
  /** Characters. */
  readonly width?: number;
  readonly type: 'text' | 'date' | 'number';
}

export interface SheetOut extends Sheet {
  readonly columns: readonly SheetColumn[];
}

/** XLSX in and out; wired by whoever opens casework (ADR 8). */
export interface Sheets {
  /** @throws DomainError sheet-unreadable */
  read(bytes: Uint8Array): Promise<readonly Sheet[]>;
  write(sheets: readonly SheetOut[]): Promise<Uint8Array>;
}

/** Looking into files of people; wired by whoever opens casework (ADR 10). */
export interface Attachments {
  /** Judged by its own bytes in a process of its own; the bytes answered are those to keep. */
  inspect(
    bytes: Uint8Array,
    name: string,
    limits: { readonly kinds: readonly UploadKind[]; readonly mostPages?: number },
  ): Promise<AttachmentVerdict>;
  /** A PNG of a page or of the picture; undefined where there is none to draw. */
  preview(bytes: Uint8Array, mime: string, page: number): Promise<Uint8Array | undefined>;
  /** The lines of a PDF with text, a Word file or plain text; undefined where it cannot be read. */
  lines(bytes: Uint8Array, mime: string): Promise<readonly string[] | undefined>;
  /** Null: none is configured, and everybody who asks is told so. */
  readonly scanner: VirusScanner | null;
}

export type AttachmentVerdict =
  | {
      readonly ok: true;
      readonly mime: string;
      readonly bytes: Uint8Array;
      readonly pages: number | null;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: JsonObject };

export interface VirusScanner {
  scan(bytes: Uint8Array): Promise<{ readonly state: 'clean' | 'away' } | { readonly state: 'infected'; readonly found: string }>;
  answers(): Promise<boolean>;
}

/** Where files are to lie in the end, and the places outside the database that can be reached. */
export interface FileKeeping {
  readonly store: FileLocation;
  readonly places: FilePlaces;
  readonly encrypted: boolean;
}

export interface CalendarChange {
  readonly add: readonly Pick<CalendarDayRecord, 'day' | 'kind' | 'name' | 'citation' | 'closesAt' | 'orgId'>[];
  readonly without: readonly string[];
}

/** Working days as each place has them: the published tables under the days it has set itself. */
export interface CalendarBook {
  /** Of a province, or of one office of it. */
  of(provinceId: string, orgId?: string | null): WorkingCalendar;
  /** The calendar of each office as it would be with days added and others, by id, taken away; nothing is kept. */
  changed(provinceId: string, change: CalendarChange): (orgId: string) => WorkingCalendar;
  /** Changes with every day that counts differently in the province. */
  fingerprint(provinceId: string): string;
  /** Reads what was approved or withdrawn since. */
  refresh(): Promise<void>;
}

/** Packs and movements in force, read back from their immutable rows. */
/** A movement between its plan, the law and the people who settle what both leave open. */
export interface MovementStanding {
  /** As the plan says, with what its documents above launch. */
  readonly printed: Movement;
  /** As it is read after the decisions. */
  readonly read: Movement;
  /** Movements a nomination may be made under, its own first. */
  readonly links: readonly ChainLink[];
  readonly decisions: readonly PlanDecision[];
  readonly state: 'in-force' | 'closed';
}

export interface LawBook {
  /** Every pack loaded, by content hash. */
  readonly packs: ReadonlyMap<string, Pack>;
  hashOf(packId: string): string | undefined;
  /** Packs that may be in force for a province, in their newest reading: the country's and its own; without a province the country's. */
  effective(provinceId: string | null): readonly Pack[];
  /** What a province has confirmed of a pack, by row key; rows that changed since are not in it. */
  confirmationsOf(provinceId: string, packHash: string): ReadonlyMap<string, RowConfirmation>;
  /** The pack as the province may read it, its confirmed rows unmarked; for screens and papers, never for competence. */
  reading(provinceId: string, packHash: string): Pack | undefined;
  /** Movements as they are read: with what people settled about their plans. */
  movements(provinceId: string): readonly Movement[];
  /** The same with the plan as it is printed, the chain it stands in and what was settled. */
  standing(provinceId: string, movementId: string): MovementStanding | undefined;
  /** The organisation that carries a movement out, where its plan names one we know. */
  ownerOf(provinceId: string, movementId: string): string | undefined;
  /** Reads what was loaded since. */
  refresh(): Promise<void>;
}

/** A signature in a PDF as read from its bytes; texts are '' where they cannot be read. */
export interface SignatureFound {
  readonly signer: string;
  readonly organization: string;
  readonly issuer: string;
  readonly signedAtMs: number | null;
  readonly timestampMs: number | null;
  readonly valid: boolean;
  readonly coversWholeFile: boolean;
  readonly later: 'none' | 'allowed' | 'changed';
  /** Stable code; '' when it is valid. */
  readonly problem: string;
}

/** The holder's certificate of a key. */
export interface CertificateFacts {
  readonly holder: string;
  readonly organization: string;
  readonly issuer: string;
  readonly validFromMs: number;
  readonly validToMs: number;
  readonly der: Uint8Array;
}

export interface ScanQuestion {
  readonly scan: Uint8Array;
  readonly scanMime: string;
  /** The frozen PDF that was printed and signed. */
  readonly print: Uint8Array;
  /** '12/QĐ-UBND'; null for a paper without number. */
  readonly number: string | null;
}

/** Reading what was signed, and proving what will sign; wired by whoever opens casework. */
export interface Signatures {
  /** In the order they were made; none for a file without. */
  inspect(pdf: Uint8Array): Promise<readonly SignatureFound[]>;
  /**
   * Signs a few random bytes and checks them against the certificate.
   * @throws DomainError certificate-unusable, signing-service-away, signing-service-wrong
   */
  prove(secret: CredentialSecret): Promise<CertificateFacts>;
  /** How far the scan of a signed print is that print. */
  compareScan(question: ScanQuestion): Promise<ScanFindings>;
}

/** A field of a kind of paper, as people who write templates read it. */
export interface TemplateField {
  readonly path: string;
  readonly type: string;
  readonly says: string;
  readonly example: string;
  readonly required: boolean;
  readonly mayBeEmpty: boolean;
  readonly choices: readonly string[];
}

export interface TemplateHelper {
  readonly name: string;
  readonly call: string;
  readonly says: string;
  readonly prints: string;
}

/** What is wrong with a template; a refusal keeps it from being proposed. */
export interface TemplateFault {
  readonly severity: 'refusal' | 'warning';
  readonly code: string;
  readonly line: number | null;
  readonly partial: string | null;
  readonly about: string;
  readonly says: string;
  readonly meant: string;
}

/** One content that the law has a paper hold, with where it says so. */
export interface PaperNeed {
  readonly need: string;
  readonly citation: string;
}

export interface TemplateLetterhead {
  /** A data: URI of a PNG or JPEG. */
  readonly emblem: string | null;
  readonly parent: readonly string[];
  readonly body: readonly string[];
  readonly below: readonly string[];
}

/** Templates without printing; wired by whoever opens casework. Unknown kinds throw template-unknown. */
export interface TemplateDesk {
  kinds(): readonly { readonly kind: string; readonly title: string }[];
  helpers(): readonly TemplateHelper[];
  fields(kind: string): readonly TemplateField[];
  /** Names of the shared parts that a template may call. */
  partials(): readonly string[];
  shipped(kind: string): { readonly templateVersion: string; readonly body: TemplateBody };
  /** A source with the shared parts and the letterhead in them, and the hash it is known by. */
  assemble(source: string, letterhead: TemplateLetterhead | null): { readonly hash: string; readonly body: TemplateBody };
  /** @param mandatory what the law has papers of the kind hold */
  check(kind: string, body: TemplateBody, mandatory: readonly PaperNeed[]): readonly TemplateFault[];
  /** The data that templates of the kind are tried with. */
  sample(kind: string): unknown;
}
