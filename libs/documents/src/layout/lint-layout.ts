import { deviationOf, type Deviation } from './deviation';
import { NATIONAL_VALUES, type HouseValues } from './house-values';
import { partsOf } from './parts';
import { LAYOUT_PROFILES, type LayoutProfileName } from './profiles';
import { readLayout } from './read-layout';
import { LAYOUT_RULES } from './rules';

export interface LintOptions {
  readonly paper: LayoutProfileName;
  /** An organisation's own values within the decree's; the decree's where it has none. */
  readonly house?: Partial<HouseValues>;
}

/**
 * Measures a finished paper against Nghị định 30/2020/NĐ-CP, Phụ lục I (law.md section 11): every deviation in millimetres or
 * points with its article; nothing is changed. Reads tagged PDFs as our renderer makes them. Throws what pdfjs throws on a broken file.
 */
export async function lintLayout(bytes: Uint8Array, options: LintOptions): Promise<readonly Deviation[]> {
  const profile = LAYOUT_PROFILES[options.paper];
  const parts = partsOf(await readLayout(bytes), profile);
  const context = { parts, profile, values: { ...NATIONAL_VALUES, ...options.house } };
  const rules = LAYOUT_RULES.filter(({ id }) => profile.only?.includes(id) ?? true);
  return rules.flatMap((rule) => rule.check(context).map((finding) => deviationOf(rule, finding)));
}
