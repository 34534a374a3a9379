import type { Act } from '../acts/act';
import type { Handlers } from '../handler';
import type { JobVerb } from '../jobs/job-verb';
import type { TaskContextQuery } from '../task-context';
import { INSPECTION_HANDLERS } from './inspections/handlers';
import { INSPECTION_ACTS } from './inspections/inspection-acts';
import { INSPECTION_CONTEXTS } from './inspections/inspection-contexts';
import { INSPECTION_VERBS } from './inspections/inspection-verbs';
import { SCORING_HANDLERS } from './scoring/handlers';
import { SCORING_ACTS } from './scoring/score-acts';
import { SCORING_CONTEXTS } from './scoring/score-contexts';
import { SCORING_VERBS } from './scoring/score-verbs';

/** What inspections and scoring add to the lists of movements: by form id, by job type, by route. */
export const JUDGING_ACTS: Readonly<Record<string, Act>> = { ...INSPECTION_ACTS, ...SCORING_ACTS };
export const JUDGING_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = { ...INSPECTION_CONTEXTS, ...SCORING_CONTEXTS };
export const JUDGING_VERBS = { ...INSPECTION_VERBS, ...SCORING_VERBS } as const satisfies Readonly<Record<string, JobVerb>>;
export const JUDGING_HANDLERS = { ...INSPECTION_HANDLERS, ...SCORING_HANDLERS } satisfies Partial<Handlers>;
