import type { Session } from '../session';
import { advanceTo } from '../steps/clock';

/** Who moves the demo's clock on. */
export interface DemoClock {
  passWorkingDays(person: Session, days: number): Promise<void>;
}

/** One story alone: the clock moves as it likes. */
export const ownClock: DemoClock = {
  passWorkingDays: (person, days) => person.call('advanceClock', { body: { workingDays: days } }),
};

type Wanted = { readonly days: number } | { readonly day: string };

interface Waiting {
  readonly wanted: Wanted;
  readonly go: (error?: Error) => void;
}

/**
 * Stories side by side on one clock: it moves only when all of them wait for it, so that nobody's ballot ends while it is being held.
 * Working days come before far days.
 */
export class SharedClock implements DemoClock {
  private waiting: Waiting[] = [];

  /** `hand` moves it: somebody who holds a post all the time, for others' posts may not have begun. */
  constructor(
    private stories: number,
    private readonly hand: () => Promise<Session>,
  ) {}

  passWorkingDays(_person: Session, days: number): Promise<void> {
    return this.wait({ days });
  }

  /** To nine o'clock of a day, YYYY-MM-DD; a day that has passed stays passed. */
  reach(day: string): Promise<void> {
    return this.wait({ day });
  }

  /** A story has ended, well or not; the others wait for it no longer. */
  async leave(): Promise<void> {
    this.stories -= 1;
    await this.moveOn();
  }

  private async wait(wanted: Wanted): Promise<void> {
    const moved = new Promise<void>((resolve, reject) => {
      const go = (error?: Error): void => {
        if (error === undefined) {
          resolve();
        } else {
          reject(error);
        }
      };
      this.waiting.push({ wanted, go });
    });
    await this.moveOn();
    return moved;
  }

  private async moveOn(): Promise<void> {
    if (this.waiting.length === 0 || this.waiting.length < this.stories) {
      return;
    }
    const chosen = this.next();
    const [first] = chosen;
    this.waiting = this.waiting.filter((one) => !chosen.includes(one));
    const error = await this.move(first?.wanted, chosen).then(() => undefined, asError);
    for (const { go } of chosen) {
      go(error);
    }
  }

  private async move(first: Wanted | undefined, chosen: readonly Waiting[]): Promise<void> {
    if (first === undefined) {
      return;
    }
    const hand = await this.hand();
    await ('days' in first
      ? ownClock.passWorkingDays(hand, Math.max(...chosen.map(({ wanted }) => ('days' in wanted ? wanted.days : 0))))
      : advanceTo(hand, first.day));
  }

  /** All who want working days, or else all who want the nearest day. */
  private next(): readonly Waiting[] {
    const days = this.waiting.filter(({ wanted }) => 'days' in wanted);
    if (days.length > 0) {
      return days;
    }
    const [nearest] = this.waiting.flatMap(({ wanted }) => ('day' in wanted ? [wanted.day] : [])).toSorted();
    return this.waiting.filter(({ wanted }) => 'day' in wanted && wanted.day === nearest);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(JSON.stringify(thrown));
}
