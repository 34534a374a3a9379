import type { Handlers } from '../handler';
import { movementIndex } from './movement-index';
import { movementDetail, movementWork, movementWorks } from './read-movements';

/** Every part of movements adds its own by one spread. */
export const MOVEMENT_HANDLERS = { movementIndex, movementDetail, movementWork, movementWorks } satisfies Partial<Handlers>;
