import { DomainError, type JsonValue } from '@thidua/kernel';

/** A file under workflows/ is not what it should be: the process does not start with half of it. */
export class BadWorkflowFile extends DomainError {
  readonly code = 'workflow-file-invalid';

  constructor(what: string, problems: readonly JsonValue[]) {
    super(`${what}: ${JSON.stringify(problems.slice(0, 20))}`, { what, problems });
  }
}

/** The value of a reading, or the file's problems thrown. */
export function demand<T>(
  what: string,
  read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: readonly object[] },
): T {
  if (!read.ok) {
    throw new BadWorkflowFile(what, JSON.parse(JSON.stringify(read.error)) as JsonValue[]);
  }
  return read.value;
}
