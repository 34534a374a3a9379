/**
 * How long a message of casework waits for its process: what people have done is never dropped because a worker stood still for a day or
 * a demo's clock jumped. Milliseconds.
 */
export const KEPT_FOR_MS = 365 * 86_400_000;

/** How long a print on request and its file are kept after they are made: it can be asked for again. Milliseconds. */
export const PRINTS_KEPT_MS = 7 * 86_400_000;
