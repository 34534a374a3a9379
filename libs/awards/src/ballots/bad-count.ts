import { DomainError } from '@thidua/kernel';

/** Counts that cannot come from a real count: negative, broken, or more ballots than members. A bug of the caller. */
export class BadCount extends DomainError {
  readonly code = 'bad-count';
}

export function demandCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new BadCount(`${name} is not a count: ${count}`, { name });
    }
  }
}
