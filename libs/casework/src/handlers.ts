import type { Handlers } from './handler';

/** Every route's handler; a room adds its own by one spread. */
export const HANDLERS: Partial<Handlers> = {};
