import { LIMITS } from './limits';

/** Thrown inside an evaluation and caught at its edge: the evaluation answers null with this message as a warning. */
export class LimitReached extends Error {}

/** What one evaluation carries: its clock, its remaining steps and its warnings. */
export class Run {
  readonly nowMs: number;
  warnings: string[] | undefined = undefined;
  private steps: number = LIMITS.steps;
  private paid: Set<string> | undefined = undefined;
  private calls = 0;
  private silence = 0;

  constructor(nowMs: number) {
    this.nowMs = nowMs;
  }

  /** Every loop turn, call and touched list element is paid for. */
  spend(steps: number): void {
    this.steps -= steps;
    if (this.steps < 0) {
      throw new LimitReached(`evaluation took more than ${LIMITS.steps} steps`);
    }
  }

  /** For work that is done once per evaluation however often it is asked for. */
  spendOnce(key: string, steps: number): void {
    this.paid ??= new Set();
    if (!this.paid.has(key)) {
      this.paid.add(key);
      this.spend(steps);
    }
  }

  /** Answers null, so that a failing branch reads `return run.warn(...)`. */
  warn(message: string): null {
    if (this.silence === 0) {
      this.warnings ??= [];
      if (this.warnings.length < LIMITS.warnings && !this.warnings.includes(message)) {
        this.warnings.push(message);
      }
    }
    return null;
  }

  /** Evaluates without warnings: for `is defined`, `get or else` and comparison with null. */
  quietly<T>(work: () => T): T {
    this.silence += 1;
    try {
      return work();
    } finally {
      this.silence -= 1;
    }
  }

  enter(): void {
    this.spend(5);
    this.calls += 1;
    if (this.calls > LIMITS.calls) {
      throw new LimitReached(`functions call each other more than ${LIMITS.calls} deep`);
    }
  }

  leave(): void {
    this.calls -= 1;
  }

  /** Pays for a text and refuses one that is too long. */
  text(text: string): string {
    if (text.length > LIMITS.text) {
      throw new LimitReached(`a text is longer than ${LIMITS.text} characters`);
    }
    if (text.length > 200) {
      this.spend(Math.ceil(text.length / 200));
    }
    return text;
  }
}
