/** The candidate that takes the fewest changes of letters to become the name, if that is little enough for a slip of the pen. */
export function similar(name: string, candidates: Iterable<string>): string | undefined {
  const allowed = slips(name);
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    // Most are too short or too long by far: that is seen without comparing letters.
    const distance = Math.abs(candidate.length - name.length) < least ? editDistance(name.toLowerCase(), candidate.toLowerCase()) : least;
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** How many letters may be wrong before it is another word. */
function slips(name: string): number {
  return name.length < 4 ? 0 : name.length < 9 ? 1 : 2;
}

/** Levenshtein, one row at a time; two letters that changed places count once. */
export function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      const ways = [cell(row, to) + 1, cell(next, to - 1) + 1, cell(row, to - 1) + same, ...(swapped ? [cell(before, to - 2) + 1] : [])];
      next.push(Math.min(...ways));
    }
    before = row;
    row = next;
  }
  return cell(row, other.length);
}

function cell(row: readonly number[], at: number): number {
  return Number(row[at]);
}
