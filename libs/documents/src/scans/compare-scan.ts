import { readPdfText } from '../pdf/text-reader';
import { likeness } from './likeness';
import { drawGrids } from './scan-thread';

export interface ScanQuestion {
  readonly scan: Uint8Array;
  /** application/pdf, image/png or image/jpeg. */
  readonly scanMime: string;
  /** The PDF that was printed and signed. */
  readonly print: Uint8Array;
  /** '12/QĐ-UBND'; null for a paper without number. */
  readonly number: string | null;
}

/** What comparing found; null where it could not be asked. Shares are 0 to 1. */
export interface ScanFindings {
  readonly pages: number | null;
  readonly pagesEqual: boolean | null;
  readonly textShare: number | null;
  readonly pictureShare: number | null;
  readonly numberSeen: boolean | null;
  readonly verdict: 'alike' | 'unsure' | 'different';
}

/** Below so many words a scan counts as a picture: scanners add a word or two of their own. */
const LEAST_WORDS = 20;
const TEXT = { alike: 0.85, different: 0.5 };
const PICTURE = { alike: 0.6, different: 0.35 };

/** How far the scan of a signed and stamped print is that print: pages, words in common where it has text, likeness page by page. */
export async function compareScan({ scan, scanMime, print, number }: ScanQuestion): Promise<ScanFindings> {
  const printed = await textOf(print);
  const scanned = scanMime === 'application/pdf' ? await textOf(scan) : undefined;
  const [printGrids, scanGrids] = await drawGrids([
    { bytes: print, mime: 'application/pdf' },
    { bytes: scan, mime: scanMime },
  ]);
  const pages = scanned?.length ?? scanGrids?.length ?? null;
  const words = wordsOf((scanned ?? []).join(' '));
  const readable = words.length >= LEAST_WORDS;
  const findings = {
    pages,
    pagesEqual: pages === null || printed === undefined ? null : pages === printed.length,
    textShare: readable && printed !== undefined ? shareOf(wordsOf(printed.join(' ')), words) : null,
    pictureShare: printGrids === undefined || scanGrids === undefined ? null : leastLike(printGrids, scanGrids),
    numberSeen: readable && number !== null ? squeeze((scanned ?? []).join('')).includes(squeeze(number)) : null,
  };
  return { ...findings, verdict: verdictOf(findings) };
}

function verdictOf({ pagesEqual, textShare, pictureShare, numberSeen }: Omit<ScanFindings, 'verdict' | 'pages'>): ScanFindings['verdict'] {
  const shares = [
    ...(textShare === null ? [] : [{ share: textShare, ...TEXT }]),
    ...(pictureShare === null ? [] : [{ share: pictureShare, ...PICTURE }]),
  ];
  if (pagesEqual === false || shares.some(({ share, different }) => share < different)) {
    return 'different';
  }
  const alike = shares.length > 0 && shares.every(({ share, alike: enough }) => share >= enough);
  return pagesEqual === true && alike && numberSeen !== false ? 'alike' : 'unsure';
}

function leastLike(prints: Parameters<typeof likeness>[0][], scans: Parameters<typeof likeness>[0][]): number | null {
  const shares = prints.slice(0, scans.length).map((print, at) => {
    const scan = scans[at];
    return scan === undefined || scan.columns !== print.columns ? 0 : likeness(print, scan);
  });
  return shares.length === 0 ? null : Math.min(...shares);
}

/** Undefined for what is no readable PDF: a person may still look at it. */
async function textOf(pdf: Uint8Array): Promise<string[] | undefined> {
  try {
    return await readPdfText(pdf);
  } catch (error) {
    if (error instanceof Error) {
      return undefined;
    }
    throw error;
  }
}

/** Words of the print that the scan has too, each as often as it stands there. */
function shareOf(printed: readonly string[], scanned: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of scanned) {
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  let found = 0;
  for (const word of printed) {
    const more = left.get(word) ?? 0;
    found += more > 0 ? 1 : 0;
    left.set(word, more - 1);
  }
  return printed.length === 0 ? 0 : found / printed.length;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
