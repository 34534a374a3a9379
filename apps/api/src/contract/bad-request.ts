import type { ErrorCode } from '@thidua/contract';
import { DomainError, type JsonObject } from '@thidua/kernel';

/** A refusal found at the door, before any verb: shape, key, session, token. */
export class BadRequest extends DomainError {
  constructor(
    readonly code: ErrorCode,
    details: JsonObject,
  ) {
    super(code, details);
  }
}
