/** Lengths in twentieths of a point, as OOXML counts. */
export interface PageSetup {
  readonly landscape: boolean;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Between the margins. */
  readonly textWidth: number;
}

const A4 = { width: 11906, height: 16838 };
const NATIONAL = [20, 15, 20, 30] as const;

export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** The page as the filled template's first `@page` rule has it: A4 upright or across, margins in millimetres. */
export function pageSetupOf(html: string): PageSetup {
  const rule = /@page\s*\{([^}]*)/.exec(html)?.[1] ?? '';
  const landscape = /size\s*:[^;]*landscape/.test(rule);
  const told = (/margin\s*:\s*([^;]+)/.exec(rule)?.[1] ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  const [top = NATIONAL[0], right = top, bottom = top, left = right] = told.length === 0 ? NATIONAL : told;
  const margin = { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) };
  return { landscape, margin, textWidth: (landscape ? A4.height : A4.width) - margin.left - margin.right };
}

export const PAGE_SIZE = A4;
