import type { Handlers } from '../handler';
import { cancelNumber, changePaper } from './change-paper';
import { openRevocation } from './open-revocation';
import { paperChanges } from './read-paper-changes';
import { afterDecision, revocation } from './read-revocations';
import { recordRecovery, recordRevocationPaper } from './record-revocation-paper';
import { uploadConclusion } from './upload-conclusion';

export const AFTER_DECISION_HANDLERS = {
  openRevocation,
  revocation,
  afterDecision,
  recordRevocationPaper,
  recordRecovery,
  uploadConclusion,
  changePaper,
  paperChanges,
  cancelNumber,
} satisfies Partial<Handlers>;
