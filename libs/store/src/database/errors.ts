import { DomainError } from '@thidua/kernel';
import { PlaceFull } from '../files/errors';

/** A text holds a character PostgreSQL cannot keep (NUL, lone surrogate). */
export class ForbiddenCharacter extends DomainError {
  readonly code = 'text-forbidden-character';
}

/** The database refused the decider: no such authority row, not in force that day, or another post than the deciding one. */
export class NotCompetent extends DomainError {
  readonly code = 'not-competent';
}

/** A delegation that may not be: passed on without right, wider than its ground, or without an end where one is needed. */
export class DelegationRefused extends DomainError {
  readonly code = 'delegation-refused';
}

/** The number is already in the register of that series. */
export class NumberTaken extends DomainError {
  readonly code = 'number-taken';
}

/** The database cannot be reached, or the answer to a commit was lost: ask again with the same key. */
export class Unavailable extends DomainError {
  readonly code = 'unavailable';
}

/** Two commands of the same row kept meeting; nothing of ours is left behind. */
export class StateConflict extends DomainError {
  readonly code = 'state-conflict';
}

/** What PostgreSQL says about a failure; everything may be missing when the connection broke. */
export interface DriverFailure {
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly message: string;
}

/** The driver's own error inside TypeORM's wrapper, or the error itself. */
export function failureOf(error: unknown): DriverFailure | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  // TypeORM wraps the driver's error; both carry code, constraint and table as plain properties.
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  const { code, constraint, table, message } = inner as { code?: unknown; constraint?: unknown; table?: unknown; message?: unknown };
  return {
    message: textOr(message, error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
  };
}

/** Serialization failure or deadlock: the transaction is undone for certain and may run again. */
export function isUndone(error: unknown): boolean {
  const code = failureOf(error)?.code;
  return code === '40001' || code === '40P01';
}

/** The connection broke or the server went away. */
export function isConnectionLost(error: unknown): boolean {
  const failure = failureOf(error);
  if (failure === undefined) {
    return false;
  }
  const { code = '', message } = failure;
  return (
    /^(08|57P0)/.test(code) ||
    /^E(CONN|PIPE|TIMEDOUT|HOST)/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Query runner already released/.test(message)
  );
}

/** Two requests with the same idempotency key met. */
export function isKeyTaken(error: unknown): boolean {
  const failure = failureOf(error);
  return failure?.code === '23505' && failure.table === 'idempotency';
}

/** Turns what the database refuses for a reason people can act on into our errors; anything else stays as it is. */
export function domainErrorOf(error: unknown): unknown {
  const failure = failureOf(error);
  switch (failure?.code) {
    case '22021':
    case '22P02':
    case '22P05':
      return failure.code === '22P02' && !/surrogate/i.test(failure.message)
        ? error
        : new ForbiddenCharacter('the text holds a character that cannot be kept');
    case '53100':
      return new PlaceFull('the disk of the database is full', { location: 'database' });
    case '23514':
      return refusedByLaw(failure) ?? error;
    case '23503':
      return (failure.table === 'decision' || failure.table === 'revoking_decision') && failure.constraint?.includes('pack_hash') === true
        ? notCompetent(failure)
        : error;
    case '23505':
      return failure.table === 'number_register' && failure.constraint !== 'number_register_paper'
        ? new NumberTaken('the number is already in the register')
        : error;
    default:
      return error;
  }
}

function refusedByLaw(failure: DriverFailure): DomainError | undefined {
  if (failure.constraint?.startsWith('decision_') === true) {
    return notCompetent(failure);
  }
  return failure.constraint?.startsWith('delegation_') === true
    ? new DelegationRefused('the database refused this delegation', { constraint: failure.constraint })
    : undefined;
}

function notCompetent(failure: DriverFailure): NotCompetent {
  return new NotCompetent('the database refused this decider', { constraint: failure.constraint ?? '' });
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
