import { DomainError } from '@thidua/kernel';

/** Source that is not FEEL (`feel-syntax`) or is too long or too deeply nested (`feel-limit`). */
export class FeelError extends DomainError {
  readonly code: 'feel-syntax' | 'feel-limit';
  /** Offset into the source, in UTF-16 units. */
  readonly position: number;

  constructor(code: 'feel-syntax' | 'feel-limit', message: string, position: number) {
    super(message, { position });
    this.code = code;
    this.position = position;
  }
}
