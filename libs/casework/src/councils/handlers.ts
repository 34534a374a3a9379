import type { Handlers } from '../handler';
import { castBallot } from './cast-ballot';
import { councilSession } from './council-session';

export const COUNCIL_HANDLERS = { councilSession, castBallot } satisfies Partial<Handlers>;
