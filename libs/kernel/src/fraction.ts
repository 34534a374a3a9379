/** An exact share, for thresholds: `{ numerator: 9, denominator: 10 }` is 90 %. Integers only, denominator > 0. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export function fraction(numerator: number, denominator: number): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new Error(`not a fraction: ${numerator}/${denominator}`);
  }
  return { numerator, denominator };
}

/** Whether part/whole >= share, in integers. */
export function reaches(part: number, whole: number, share: Fraction): boolean {
  return part * share.denominator >= share.numerator * whole;
}
