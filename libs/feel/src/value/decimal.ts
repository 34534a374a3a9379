import { Decimal as DecimalBase } from 'decimal.js';

export type Decimal = DecimalBase;
export type Rounding = DecimalBase.Rounding;

/** 34 digits, half even: IEEE 754 decimal128, as DMN 1.5 10.3.2.3.1 asks, but with exponents of three digits, as longer ones only cost time. */
export const DecimalNumber = DecimalBase.clone({ precision: 34, rounding: 6, maxE: 999, minE: -999 });
