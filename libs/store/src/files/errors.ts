import { DomainError } from '@thidua/kernel';

/** The place where files are kept has no room left; nothing of the file was kept. */
export class PlaceFull extends DomainError {
  readonly code = 'storage-full';
}

/** In quarantine until a scanner has looked at it. */
export class FileInQuarantine extends DomainError {
  readonly code = 'scanner-away';
}

/** A scanner found something in it; `details.found` is the scanner's name for it. */
export class FileInfected extends DomainError {
  readonly code = 'file-infected';
}

/** What lies there is not what the row says, or cannot be reached; `details.reason` is missing, damaged, key or place. */
export class FileDamaged extends DomainError {
  readonly code = 'file-damaged';
}
