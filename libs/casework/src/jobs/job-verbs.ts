import { AFTER_VERBS } from '../after-decision/acts';
import { MOVEMENT_VERBS } from '../movements/acts';
import { ORGANISATION_VERBS } from '../organisations/organisation-verbs';
import { closeDossier } from './close-dossier';
import type { JobType } from './job-types';
import type { JobVerb } from './job-verb';
import { ROUND_VERBS } from './round-verbs';
import { rejectDossier } from './reject-dossier';
import { submitDossier } from './submit-dossier';
import { withdrawDossier } from './withdraw-dossier';

/** Service tasks that only touch the database, by job type; those that make papers live in the worker. */
export const JOB_VERBS: Readonly<Partial<Record<JobType, JobVerb>>> = {
  ...ROUND_VERBS,
  ...ORGANISATION_VERBS,
  ...AFTER_VERBS,
  ...MOVEMENT_VERBS,
  'submit-dossier': submitDossier,
  'reject-dossier': rejectDossier,
  'withdraw-dossier': withdrawDossier,
  'close-dossier': closeDossier,
};
