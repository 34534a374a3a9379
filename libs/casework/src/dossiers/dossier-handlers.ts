import type { Handlers } from '../handler';
import { dossier } from '../queries/dossier';
import { dossiers } from '../queries/dossiers';
import { movements } from '../queries/movements';
import { subjects } from '../queries/subjects';
import { dossierTimeline } from '../queries/timeline';
import { holdRow } from '../verbs/hold-row';
import { launchDossier } from '../verbs/launch-dossier';
import { releaseRow } from '../verbs/release-row';
import { withdrawDossier } from '../verbs/withdraw-dossier';
import { withdrawRow } from '../verbs/withdraw-row';

export const dossierHandlers = {
  movements,
  subjects,
  dossiers,
  dossier,
  dossierTimeline,
  launchDossier,
  withdrawDossier,
  holdRow,
  releaseRow,
  withdrawRow,
} satisfies Partial<Handlers>;
