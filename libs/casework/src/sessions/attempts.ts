const FREE_FAILURES = 5;
const LOCK_MS = 30_000;
const FORGET_MS = 15 * 60_000;
const MOST_NAMES = 10_000;

interface Failures {
  readonly count: number;
  readonly atMs: number;
}

/** Slows down guessing: after five failures of a name it rests for 30 s. Kept in this process; nobody is locked out for good. */
export class Attempts {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** Whole seconds until the next try is looked at; 0 = now. */
  lockedFor(name: string): number {
    const known = this.failures.get(name);
    if (known === undefined || known.count < FREE_FAILURES) {
      return 0;
    }
    return Math.max(0, Math.ceil((known.atMs + LOCK_MS - this.nowMs()) / 1000));
  }

  failed(name: string): void {
    const now = this.nowMs();
    const known = this.failures.get(name);
    const count = known === undefined || now - known.atMs > FORGET_MS ? 1 : known.count + 1;
    this.failures.delete(name);
    this.failures.set(name, { count, atMs: now });
    const oldest = this.failures.keys().next().value;
    if (this.failures.size > MOST_NAMES && oldest !== undefined) {
      this.failures.delete(oldest);
    }
  }

  succeeded(name: string): void {
    this.failures.delete(name);
  }
}
