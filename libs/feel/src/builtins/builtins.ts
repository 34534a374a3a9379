import { CONTEXTS } from './contexts';
import { CONVERSIONS } from './conversions';
import { DATES } from './dates';
import { LISTS } from './lists';
import { LIST_CHANGES } from './list-changes';
import { NUMBERS } from './numbers';
import { RANGES } from './ranges';
import type { Builtin } from './signature';
import { TEXTS } from './texts';

export type { Builtin } from './signature';

export const builtins: ReadonlyMap<string, Builtin> = new Map([
  ...CONVERSIONS,
  ...NUMBERS,
  ...TEXTS,
  ...LISTS,
  ...LIST_CHANGES,
  ...CONTEXTS,
  ...DATES,
  ...RANGES,
]);
