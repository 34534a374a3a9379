import type { PdfFile } from '../file/pdf-file';
import { unreadable } from '../file/parse-object';
import { PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from '../file/values';

/** Pairs looked at before a comparison is given up: more than any real paper has. */
const MAX_STEPS = 3_000_000;

/** Compares what two revisions of a file show, object by object through all references. One for both, so that nothing is walked twice. */
export class SameObjects {
  private readonly seen = new Set<string>();
  private steps = 0;

  /** @param apart numbers of objects that are compared by rules of their own: met anywhere else, they count as equal. */
  constructor(
    private readonly old: PdfFile,
    private readonly now: PdfFile,
    private readonly apart: ReadonlySet<number>,
  ) {}

  /** @throws PdfUnreadable for a broken object, or after too many steps */
  same(left: PdfValue, right: PdfValue): boolean {
    const work: [PdfValue, PdfValue][] = [[left, right]];
    for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
      this.steps += 1;
      if (this.steps > MAX_STEPS) {
        throw unreadable('too much to compare');
      }
      if (!this.step(pair[0], pair[1], work)) {
        return false;
      }
    }
    return true;
  }

  /** Entries of two dictionaries, but for some. */
  sameBut(left: PdfDict, right: PdfDict, but: ReadonlySet<string>): boolean {
    const keys = new Set([...left.entries.keys(), ...right.entries.keys()]);
    return [...keys].every((key) => but.has(key) || this.same(left.get(key), right.get(key)));
  }

  private step(left: PdfValue, right: PdfValue, work: [PdfValue, PdfValue][]): boolean {
    if (left instanceof PdfRef || right instanceof PdfRef) {
      return this.follow(left, right, work);
    }
    if (left instanceof PdfName) {
      return right instanceof PdfName && left.name === right.name;
    }
    if (left instanceof PdfString) {
      return right instanceof PdfString && left.bytes.equals(right.bytes);
    }
    if (left instanceof PdfStream) {
      if (!(right instanceof PdfStream) || !left.raw.equals(right.raw)) {
        return false;
      }
      work.push([left.dict.with({ Length: undefined }), right.dict.with({ Length: undefined })]);
      return true;
    }
    if (left instanceof PdfDict) {
      return right instanceof PdfDict && sameEntries(left, right, work);
    }
    if (Array.isArray(left)) {
      return Array.isArray(right) && sameItems(left as PdfValue[], right as PdfValue[], work);
    }
    return left === right;
  }

  private follow(left: PdfValue, right: PdfValue, work: [PdfValue, PdfValue][]): boolean {
    if (left instanceof PdfRef && right instanceof PdfRef) {
      if (left.num === right.num && this.apart.has(left.num)) {
        return true;
      }
      const key = `${left.num}:${right.num}`;
      if (this.seen.has(key)) {
        return true;
      }
      this.seen.add(key);
    }
    work.push([this.old.resolve(left), this.now.resolve(right)]);
    return true;
  }
}

/** A missing entry and one that is null are the same (7.3.7). */
function sameEntries(left: PdfDict, right: PdfDict, work: [PdfValue, PdfValue][]): boolean {
  for (const key of new Set([...left.entries.keys(), ...right.entries.keys()])) {
    work.push([left.get(key), right.get(key)]);
  }
  return !left.repeated && !right.repeated;
}

function sameItems(left: readonly PdfValue[], right: readonly PdfValue[], work: [PdfValue, PdfValue][]): boolean {
  if (left.length !== right.length) {
    return false;
  }
  left.forEach((item, index) => work.push([item, right[index] ?? null]));
  return true;
}
