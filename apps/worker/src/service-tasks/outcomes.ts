import { DomainError } from '@thidua/kernel';

/** The work cannot be done now; the job is tried again after the delay (or a growing pause), until its attempts are used up. */
export class RetryLater extends DomainError {
  readonly code = 'retry-later';

  constructor(
    why: string,
    readonly delayMs?: number,
  ) {
    super(why);
  }
}

/** No further attempt would help: an incident with this cause, and a button. */
export class GiveUp extends DomainError {
  readonly code = 'give-up';

  constructor(
    readonly reason: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** The lease went to another worker: what this one did is thrown away, nothing is wrong. */
export class Fenced extends DomainError {
  readonly code = 'fenced';
}
