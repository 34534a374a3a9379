import { DomainError } from '@thidua/kernel';

/** The process was started with settings that make no sense; every fault at once, in Vietnamese and English. */
export class InvalidSettings extends DomainError {
  readonly code = 'invalid-settings';

  constructor(faults: readonly string[]) {
    super(`Cấu hình sai / invalid settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`, { faults });
  }
}
