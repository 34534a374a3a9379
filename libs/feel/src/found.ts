/** What the grammar guarantees to be there; without it the code is wrong. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`there is no ${what}`);
  }
  return value;
}
