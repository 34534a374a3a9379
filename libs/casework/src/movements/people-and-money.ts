import type { Act } from '../acts/act';
import type { Handlers } from '../handler';
import type { JobVerb } from '../jobs/job-verb';
import type { TaskContextQuery } from '../task-context';
import { CONFERENCE_ACTS, CONFERENCE_CONTEXTS, CONFERENCE_VERBS } from './conferences/conference-acts';
import { CONFERENCE_HANDLERS } from './conferences/handlers';
import { DUTY_ACTS, DUTY_CONTEXTS, DUTY_VERBS } from './duties/duty-acts';
import { DUTY_HANDLERS } from './duties/handlers';
import { MODEL_HANDLERS } from './models/handlers';
import { MODEL_ACTS, MODEL_CONTEXTS, MODEL_VERBS } from './models/model-acts';

export const PEOPLE_HANDLERS = { ...MODEL_HANDLERS, ...DUTY_HANDLERS, ...CONFERENCE_HANDLERS } satisfies Partial<Handlers>;

/** By form id. */
export const PEOPLE_ACTS: Readonly<Record<string, Act>> = { ...MODEL_ACTS, ...DUTY_ACTS, ...CONFERENCE_ACTS };

/** By job type. */
export const PEOPLE_VERBS = { ...MODEL_VERBS, ...DUTY_VERBS, ...CONFERENCE_VERBS } as const satisfies Readonly<Record<string, JobVerb>>;

/** By form id. */
export const PEOPLE_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = { ...MODEL_CONTEXTS, ...DUTY_CONTEXTS, ...CONFERENCE_CONTEXTS };
