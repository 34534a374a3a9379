import type { JsonObject } from './json';

/**
 * A refusal with a stable kebab-case code and facts for the sentence shown to people (the sentence itself lives in web).
 * `details` holds ids, numbers and names of fields, never stack traces.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly details: JsonObject;

  constructor(message: string, details: JsonObject = {}) {
    super(message);
    this.name = new.target.name;
    this.details = details;
  }
}
