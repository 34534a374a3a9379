import type { Handlers } from '../handler';
import { movementDetail, movementWork, movementWorks } from './read-movements';

/** Every part of movements adds its own by one spread. */
export const MOVEMENT_HANDLERS = { movementDetail, movementWork, movementWorks } satisfies Partial<Handlers>;
