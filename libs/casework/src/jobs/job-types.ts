/** Every job type a worker handles; a diagram that names another is refused at deploy. */
export const JOB_TYPES = [
  'make-papers',
  'issue-papers',
  'make-bundle',
  'make-package',
  'submit-dossier',
  'reject-dossier',
  'withdraw-dossier',
  'close-dossier',
  'join-round',
  'pass-appraised',
  'forward-rows',
  'send-results',
  'close-round',
  'open-unit-round',
  'record-cluster-result',
  'still-upward',
  'remind',
  'propose-revocation',
  'revoke-award',
  'keep-award',
  'close-revocation',
  'apply-change',
  'record-work-paper',
] as const;

export type JobType = (typeof JOB_TYPES)[number];
