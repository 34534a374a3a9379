/** What one expression may cost. Together they keep a single evaluation under 50 ms on a slow machine. */
export const LIMITS = {
  /** Characters of source. */
  source: 4000,
  /** Nesting of the source. */
  depth: 64,
  /** Length of a chain such as `a + b + c` or `a.b.c`. */
  chain: 400,
  /** Steps of one evaluation: loop turns, list elements touched, calls. */
  steps: 20_000,
  /** Calls of FEEL functions inside one another. */
  calls: 64,
  /** Characters of one text value. */
  text: 100_000,
  /** Values in one result. */
  result: 10_000,
  /** Warnings kept from one evaluation. */
  warnings: 20,
  /** Characters of a regular expression, and of it times its repetitions. */
  pattern: 500,
  patternRepeats: 8000,
} as const;
