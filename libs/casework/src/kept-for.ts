/**
 * How long a message of casework waits for its process: what people have done is never dropped because a worker stood still for a day or
 * a demo's clock jumped. Milliseconds.
 */
export const KEPT_FOR_MS = 365 * 86_400_000;
