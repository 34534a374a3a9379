import type { Code } from '../compile/compiler';

/** Where nothing is written. */
export const NULL: Code = () => null;
