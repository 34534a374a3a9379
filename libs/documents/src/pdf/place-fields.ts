import type { TextItem } from 'pdfjs-dist/types/src/display/api';

/** A run of text on a page, as pdfjs gives it. */
export interface Run {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  /** The value of a form field: it stands close to the text round it. */
  readonly isField: boolean;
}

/** A mark round runs: begin (with its tag) or end. */
export interface Mark {
  readonly type: string;
  readonly tag?: string;
}

/** What pdfjs says of an annotation; fields only. */
export interface FieldAnnotation {
  readonly subtype?: string;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly rect?: readonly number[];
}

/** The mark round values that were drawn into the page when its fields were taken away (`fillFields` with `flatten`). */
const FLAT_MARK = 'ThiDuaField';
/** Of the height of a field down to its baseline, as `prepareFields` lays it out. */
const DESCENT_SHARE = 0.195;

/** The runs of a page with the values of its fields where a reader sees them: inside their line, not behind everything. */
export function placeFields(items: readonly (TextItem | Mark)[], annotations: readonly FieldAnnotation[]): readonly Run[] {
  const runs: Run[] = [];
  const values = annotations.flatMap(valueOf);
  let depth = 0;
  for (const item of items) {
    if ('str' in item) {
      (depth > 0 ? values : runs).push(runOf(item, depth > 0));
    } else if (item.type === 'endMarkedContent') {
      depth = Math.max(0, depth - 1);
    } else if (depth > 0 || item.tag === FLAT_MARK) {
      depth += 1;
    }
  }
  return values.filter(({ str }) => str !== '').reduce(insert, runs);
}

function runOf(item: TextItem, isField: boolean): Run {
  const [, , , height = 0, x = 0, y = 0] = item.transform as number[];
  return { str: item.str, x, y, width: item.width, height: Math.abs(height), hasEOL: item.hasEOL && !isField, isField };
}

function valueOf({ subtype, fieldType, fieldValue, rect = [] }: FieldAnnotation): Run[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  if (subtype !== 'Widget' || fieldType !== 'Tx' || typeof fieldValue !== 'string' || fieldValue === '') {
    return [];
  }
  const y = bottom + (top - bottom) * DESCENT_SHARE;
  return [{ str: fieldValue, x: left, y, width: right - left, height: (top - bottom) * 0.9, hasEOL: false, isField: true }];
}

/** Behind what stands left of it on its line, in place of the blanks there; a value without a line comes last. */
function insert(runs: readonly Run[], value: Run): readonly Run[] {
  const middle = value.x + value.width / 2;
  const onLine = runs.flatMap((run, at) => (run.str !== '' && Math.abs(run.y - value.y) < value.height / 3 ? [{ run, at }] : []));
  const before = onLine.filter(({ run }) => run.x <= middle).at(-1);
  if (before === undefined) {
    const at = onLine[0]?.at ?? runs.length;
    return [...runs.slice(0, at), value, ...runs.slice(at)];
  }
  const isBlank = before.run.str.trim() === '' && !before.run.hasEOL;
  return [...runs.slice(0, isBlank ? before.at : before.at + 1), value, ...runs.slice(before.at + 1)];
}
