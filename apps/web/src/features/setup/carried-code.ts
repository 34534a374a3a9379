let carried: string | null = null;

/** From the page that cleared the demo to the one that begins anew: in memory alone, gone with the window. */
export function carryCode(code: string): void {
  carried = code;
}

export const carriedCode = (): string | null => carried;
