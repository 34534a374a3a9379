import type { ErrorCode } from '@thidua/contract';
import { DomainError, type JsonObject } from '@thidua/kernel';

/** A request that the rules say no to, under a code of the contract; nothing was written. */
export class Refused extends DomainError {
  constructor(
    readonly code: ErrorCode,
    details: JsonObject = {},
  ) {
    super(code, details);
  }
}
