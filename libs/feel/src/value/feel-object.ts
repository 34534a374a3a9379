/** Base of the FEEL values that JSON has no shape for, so that a context is told from them by one `instanceof`. */
export abstract class FeelObject {
  abstract readonly kind: 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration' | 'range' | 'function';
}
