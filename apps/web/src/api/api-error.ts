import type { ErrorCode } from '@thidua/contract';

/** A refusal of the server: stable code, machine details (field, rule, holder), and the id under which it was logged. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode | 'offline',
    readonly details: Readonly<Record<string, unknown>>,
    readonly id: string | null,
  ) {
    super(code);
    this.name = 'ApiError';
  }
}

/** A definitive answer: sending the same request again cannot help. */
export const isFinal = (error: unknown): boolean => error instanceof ApiError && error.status >= 400 && error.status < 500;
