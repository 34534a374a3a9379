import { DecimalNumber, type Decimal } from './decimal';
import type { Num } from './value';

/** Plain numbers while they are whole and safe: those are exact and ten times faster. Null when not finite. */
export function settle(result: Decimal): Num | null {
  if (!result.isFinite()) {
    return null;
  }
  if (result.isInteger() && result.abs().lte(Number.MAX_SAFE_INTEGER)) {
    return result.toNumber() || 0;
  }
  return result;
}

export function decimal(value: Num): Decimal {
  return typeof value === 'number' ? new DecimalNumber(value) : value;
}

export function addNumbers(a: Num, b: Num): Num | null {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) {
      return sum;
    }
  }
  return settle(DecimalNumber.add(decimal(a), decimal(b)));
}

export function subtractNumbers(a: Num, b: Num): Num | null {
  return addNumbers(a, negate(b));
}

export function multiplyNumbers(a: Num, b: Num): Num | null {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const product = a * b;
    if (Number.isSafeInteger(product)) {
      return product || 0;
    }
  }
  return settle(DecimalNumber.mul(decimal(a), decimal(b)));
}

/** Null on division by zero (DMN 1.5, table 56). */
export function divideNumbers(a: Num, b: Num): Num | null {
  if (isZero(b)) {
    return null;
  }
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b) && a % b === 0) {
    return a / b || 0;
  }
  return settle(DecimalNumber.div(decimal(a), decimal(b)));
}

export function powerNumbers(a: Num, b: Num): Num | null {
  return settle(DecimalNumber.pow(decimal(a), decimal(b)));
}

export function negate(a: Num): Num {
  return typeof a === 'number' ? -a || 0 : a.neg();
}

export function compareNumbers(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return decimal(a).cmp(decimal(b));
}

export function isZero(a: Num): boolean {
  return typeof a === 'number' ? a === 0 : a.isZero();
}

/** A number of the same value, within 34 digits. */
export function numberOf(value: bigint): Num {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : new DecimalNumber(String(value));
}

/** The whole part, for positions and lengths. */
export function integerOf(a: Num): number {
  return typeof a === 'number' ? Math.trunc(a) : a.trunc().toNumber();
}

/** A number literal or text; null when it is not one. */
export function parseNumber(text: string): Num | null {
  if (text.length > 100 || !/^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(text)) {
    return null;
  }
  const plain = Number(text);
  const exact = new DecimalNumber(text);
  return Number.isFinite(plain) && exact.eq(plain) ? plain || 0 : settle(exact);
}

export function numberText(value: Num): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    return String(value);
  }
  const exact = decimal(value);
  return Math.abs(exact.e) > 100 ? exact.toExponential() : exact.toFixed();
}
