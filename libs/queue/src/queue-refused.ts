import { DomainError } from '@thidua/kernel';

/** The queue server cannot be trusted with rings; the process must not start on it. */
export class QueueRefused extends DomainError {
  readonly code = 'unavailable';
}
