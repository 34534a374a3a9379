import type { Handlers } from '../handler';
import { clearDemo } from './clear-demo';
import { makeAdministrators } from './make-administrators';
import { setup, setupProgress } from './read-setup';

export const SETUP_HANDLERS = { setup, setupProgress, makeAdministrators, clearDemo } satisfies Partial<Handlers>;
