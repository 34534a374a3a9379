import type { Run } from '../run';
import { numberText } from './number';
import { FeelFunction, FeelRange, isNum, type Context, type List, type Value } from './value';
import { FeelObject } from './feel-object';

/** What `string()` gives; text inside lists and contexts is quoted. */
export function textOf(value: Value, run: Run): string {
  return typeof value === 'string' ? value : run.text(inner(value, run));
}

function inner(value: Value, run: Run): string {
  run.spend(2);
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'string') {
    return `"${value.replace(/["\\]/g, '\\$&')}"`;
  }
  if (isNum(value)) {
    return numberText(value);
  }
  if (Array.isArray(value)) {
    return run.text(`[${(value as List).map((item) => inner(item, run)).join(', ')}]`);
  }
  if (value instanceof FeelRange) {
    const [open, close] = [value.startIncluded ? '[' : '(', value.endIncluded ? ']' : ')'];
    return `${open}${inner(value.start, run)}..${inner(value.end, run)}${close}`;
  }
  if (value instanceof FeelFunction) {
    return `function(${value.params.join(', ')})`;
  }
  if (value instanceof FeelObject) {
    return value.text();
  }
  const entries = Object.entries(value as Context).map(([key, item]) => `${keyText(key)}: ${inner(item, run)}`);
  return run.text(`{${entries.join(', ')}}`);
}

function keyText(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : `"${key.replace(/["\\]/g, '\\$&')}"`;
}
