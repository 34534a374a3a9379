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

/** Why work is given up; each has a sentence in the web (incident-words.spec.ts). */
export const GIVE_UP_REASONS = [
  'contents-missing',
  'facts-missing',
  'job-type-unknown',
  'no-pack-in-force',
  'no-signing-certificate',
  'nothing-to-print',
  'original-not-pdf',
  'paper-not-signed',
  'print-kind-unknown',
  'print-tried-too-often',
  'signing-service-wrong',
  'template-refused',
  'template-unknown',
  'text-does-not-fit',
] as const;
type GiveUpReason = (typeof GIVE_UP_REASONS)[number];

/** No further attempt would help: an incident with this cause, and a button. */
export class GiveUp extends DomainError {
  readonly code = 'give-up';

  constructor(
    readonly reason: GiveUpReason,
    detail: string,
  ) {
    super(detail);
  }
}

/** The lease went to another worker: what this one did is thrown away, nothing is wrong. */
export class Fenced extends DomainError {
  readonly code = 'fenced';
}
