/** One place where a finished paper is not as Nghị định 30/2020/NĐ-CP, Phụ lục I, wants it. */
export interface Deviation {
  /** Id of the rule: 'margin-left', 'signature-name'. */
  readonly rule: string;
  /** From 1, in the file. */
  readonly page: number;
  /** What was measured (in `unit`), or the words that stand there. */
  readonly found: number | string;
  /** '30–35', 'in đậm', '0n/KÝ-HIỆU'. */
  readonly wanted: string;
  readonly unit: 'mm' | 'pt' | null;
  /** One sentence in Vietnamese: what, where, found, wanted, article. */
  readonly text: string;
}

/** What a rule says; `lintLayout` adds its id and article. */
export interface Finding {
  readonly page: number;
  /** The thing measured: 'Lề trái', 'Cỡ chữ Quốc hiệu'. */
  readonly what: string;
  readonly found: number | string;
  readonly wanted: string;
  readonly unit?: 'mm' | 'pt';
  /** Words of the line meant. */
  readonly at?: string;
}

export function deviationOf(rule: { readonly id: string; readonly article: string }, finding: Finding): Deviation {
  const { page, what, wanted, at } = finding;
  const found = typeof finding.found === 'number' ? Math.round(finding.found * 10) / 10 : finding.found;
  const unit = finding.unit ?? null;
  const measure = unit === null ? '' : ` ${unit}`;
  const where = at === undefined || at === '' ? '' : ` (“${at.length > 60 ? `${at.slice(0, 59)}…` : at}”)`;
  const text = `Trang ${page}: ${what}${where} là ${comma(found)}${measure}, phải là ${wanted}${/\p{L}/u.test(wanted) ? '' : measure} (${rule.article}).`;
  return { rule: rule.id, page, found, wanted, unit, text };
}

function comma(value: number | string): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : `“${value}”`;
}
