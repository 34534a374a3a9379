/** What a state and its graph promise to hold; its absence is a bug or a state of another graph. */
export function must<T>(value: T | undefined, what: string, which: string | number): T {
  if (value === undefined) {
    throw new Error(`no ${what} ${which}`);
  }
  return value;
}
