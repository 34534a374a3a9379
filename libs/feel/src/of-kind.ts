/** The error when it is of the expected kind; anything else is a bug and flies on. */
export function ofKind<T extends Error>(error: unknown, kind: abstract new (...args: never[]) => T): T {
  if (error instanceof kind) {
    return error;
  }
  throw error;
}
