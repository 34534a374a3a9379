import type { Finding } from './deviation';
import type { HouseValues, SizeOf } from './house-values';
import type { TextLine } from './laid-out';
import { centreOf, isUpper, mm, spanText, within } from './measure';
import type { PaperParts } from './parts';
import type { LayoutProfile } from './profiles';

export interface RuleContext {
  readonly parts: PaperParts;
  readonly profile: LayoutProfile;
  readonly values: HouseValues;
}

export interface LayoutRule {
  /** Stable, kebab-case. */
  readonly id: string;
  /** 'Phụ lục I, Phần I, mục II.1.b NĐ 30/2020/NĐ-CP'. */
  readonly article: string;
  readonly check: (context: RuleContext) => readonly Finding[];
}

/** Place in Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I. */
export function annexI(place: string): string {
  return `NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, ${place}`;
}

export interface Look {
  readonly size?: SizeOf;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly upper?: boolean;
}

/** Size, weight, slant and case of a line; one finding for each that is wrong. */
export function lookOf(line: TextLine, page: number, what: string, look: Look, values: HouseValues): Finding[] {
  const findings: Finding[] = [];
  const at = line.text;
  // A sign from another font has one style only.
  const runs = line.runs.filter((run) => !values.borrowed.some((font) => run.font.startsWith(font)));
  if (look.size !== undefined) {
    findings.push(...sizeOf(line, page, what, look.size, values));
  }
  if (look.bold !== undefined && runs.some((run) => run.bold !== look.bold)) {
    findings.push({ page, what: `kiểu chữ ${what}`, found: look.bold ? 'không đậm' : 'đậm', wanted: look.bold ? 'đậm' : 'không đậm', at });
  }
  if (look.italic !== undefined && runs.some((run) => run.italic !== look.italic)) {
    findings.push({
      page,
      what: `kiểu chữ ${what}`,
      found: look.italic ? 'đứng' : 'nghiêng',
      wanted: look.italic ? 'nghiêng' : 'đứng',
      at,
    });
  }
  if (look.upper === true && !isUpper(line.text)) {
    findings.push({ page, what: `chữ ${what}`, found: line.text, wanted: 'chữ in hoa', at });
  }
  if (look.upper === false && isUpper(line.text) && /\p{L}{2}/u.test(line.text)) {
    findings.push({ page, what: `chữ ${what}`, found: line.text, wanted: 'chữ in thường', at });
  }
  return findings;
}

/** The smallest and the largest run count: one wrong run is enough. */
function sizeOf(line: TextLine, page: number, what: string, size: SizeOf, values: HouseValues): Finding[] {
  const span = values.sizes[size];
  const wrong = line.runs.find((run) => !within(run.size, span, values.tolerance.pt));
  return wrong === undefined
    ? []
    : [{ page, what: `cỡ chữ ${what}`, found: wrong.size, wanted: spanText(span), unit: 'pt', at: line.text }];
}

/** Blanks at an end of a line leave no trace in the file: the middle of such a line is not known. */
const ENDS_IN_BLANKS = /^\/ ?\/|(^|\s)(năm|ngày|số)$/u;

/** A line's middle against an axis; the finding tells how far off it is. */
export function centredOn(line: TextLine, axis: number, page: number, what: string, values: HouseValues): Finding[] {
  const off = Math.abs(mm(centreOf(line) - axis));
  const { centre } = values.tolerance;
  return off <= centre || ENDS_IN_BLANKS.test(line.text)
    ? []
    : [{ page, what: `độ lệch trục giữa của ${what}`, found: off, wanted: `0–${centre}`, unit: 'mm', at: line.text }];
}
