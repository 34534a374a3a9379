export type UploadKind = 'pdf' | 'docx' | 'xlsx' | 'jpeg' | 'png' | 'txt';

/** What one kind of upload may be. The stream is cut off at `largest`; the form shows both before anything is sent. */
export interface UploadRule {
  readonly kinds: readonly UploadKind[];
  /** Bytes. */
  readonly largest: number;
  /** Of a PDF; 300 when absent. */
  readonly mostPages?: number;
  /** Held back until a scanner has seen it, when the scanner is away; without it, it is refused meanwhile: it is read at once or sealed. */
  readonly quarantine: boolean;
}

const MB = 1024 * 1024;
const SCAN: readonly UploadKind[] = ['pdf', 'jpeg', 'png'];

export const UPLOAD_RULES = {
  /** A signed paper or a paper of another body. */
  scan: { kinds: SCAN, largest: 20 * MB, quarantine: true },
  /** What proves an achievement. */
  evidence: { kinds: ['pdf', 'docx', 'xlsx', 'jpeg', 'png'], largest: 20 * MB, quarantine: true },
  /** A part of a dossier that came as a paper or as a Word file. */
  'dossier-part': { kinds: ['pdf', 'docx', 'jpeg', 'png'], largest: 20 * MB, quarantine: true },
  'law-file': { kinds: ['pdf', 'xlsx', 'jpeg', 'png'], largest: 20 * MB, quarantine: true },
  /** Sealed at once; nobody may look into it later. */
  opinion: { kinds: SCAN, largest: 10 * MB, mostPages: 50, quarantine: false },
  /** Of a pre-printed sheet, to place fields by; of a PDF its first page. */
  'blank-picture': { kinds: SCAN, largest: 20 * MB, mostPages: 20, quarantine: false },
  /** A picture that is printed over: of a signature. */
  picture: { kinds: ['png'], largest: MB / 2, quarantine: false },
  /** A picture to be published, of whom it shows. */
  'model-photo': { kinds: ['jpeg', 'png'], largest: 10 * MB, quarantine: true },
  /** A plan to be read: with text in it, or there is nothing to read. */
  plan: { kinds: ['pdf', 'docx', 'txt'], largest: 20 * MB, mostPages: 100, quarantine: false },
  sheet: { kinds: ['xlsx'], largest: 5 * MB, quarantine: false },
} as const satisfies Readonly<Record<string, UploadRule>>;

export type UploadName = keyof typeof UPLOAD_RULES;

/** Of uploads that name no rule of their own. */
export const LARGEST_UPLOAD = 20 * MB;

/** Why an uploaded file is not taken; every line that names a rule may answer with them. */
export const UPLOAD_ERRORS = [
  ...(['file-not-what-it-says', 'file-too-large', 'file-unreadable', 'file-encrypted', 'file-active-content'] as const),
  ...(['file-too-many-pages', 'file-bomb', 'file-infected', 'scanner-away', 'storage-full'] as const),
] as const;
