/** What a variable may be called. */
export const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]*$/u;
