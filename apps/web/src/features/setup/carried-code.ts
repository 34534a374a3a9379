const KEPT = 'thidua.setup-code';

/** From the page that cleared the demo to the one that begins anew; in this window alone, so that a reload while the house restarts loses nothing. */
export function carryCode(code: string): void {
  sessionStorage.setItem(KEPT, code);
}

export const carriedCode = (): string | null => sessionStorage.getItem(KEPT);

/** It has been used. */
export function dropCode(): void {
  sessionStorage.removeItem(KEPT);
}
