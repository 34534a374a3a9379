/** Why a DMN file cannot be used; all of them are collected, not only the first. */
export interface DmnProblem {
  readonly code: 'dmn-xml' | 'dmn-limit' | 'dmn-unsupported' | 'dmn-reference' | 'dmn-cycle' | 'dmn-shape' | 'feel-syntax' | 'feel-limit';
  readonly message: string;
  /** The nearest element with an id, null for the file. */
  readonly elementId: string | null;
}
