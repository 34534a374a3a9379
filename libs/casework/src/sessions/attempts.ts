import { Refused } from '../refused';

const FREE_FAILURES = 5;
const LOCK_MS = 30_000;
const FORGET_MS = 15 * 60_000;
const MOST_NAMES = 10_000;

interface Failures {
  readonly count: number;
  readonly atMs: number;
}

/**
 * Slows down guessing: after five failures of a name it rests for 30 s. A try counts as a failure from its beginning, so that a thousand at once
 * are five. Kept in this process; nobody is locked out for good.
 */
export class Attempts {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** Before anything is looked at. @throws Refused too-many-attempts while the name rests */
  begin(name: string): void {
    const now = this.nowMs();
    const known = this.failures.get(name);
    const waitSeconds = known === undefined || known.count < FREE_FAILURES ? 0 : Math.ceil((known.atMs + LOCK_MS - now) / 1000);
    if (waitSeconds > 0) {
      throw new Refused('too-many-attempts', { waitSeconds });
    }
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
