export { principalOf, principalsOf, type Actor, type HeldPosition, type ReceivedDelegation, type RefusalCode, type Verdict } from './actor';
export { mayChangePaper, mayPursueRevocation } from './policies/after-decision';
export {
  mayActForUnit,
  mayKeepRecords,
  mayPrepareFor,
  mayReviewRow,
  mayRunRound,
  maySeeDossier,
  type DossierAtHand,
} from './policies/dossier';
export { mayRunMovement, maySeeWork, mayWorkFor } from './policies/movement';
export { mayKeepFund, maySeeFund, type FundBodies } from './policies/fund';
export { mayReadDeskBook, mayReadRegister, maySetNumberSource } from './policies/register';
export { mayAdminister, mayPublish } from './policies/process';
export { mayKeepCredential, type CredentialOwner } from './policies/signing';
export { bodiesOf, standInFault, type StandInFault } from './policies/stand-in';
export { mayTakeTask, type ActingAs, type TaskAtHand } from './policies/task';
export { mayCompareEntry, mayKeepPaper, mayPropose, mayStandAtDesk } from './policies/intake';
export { mayAddEvidence, mayConfirmEvidence, maySeeEvidence, type EvidenceAtHand } from './policies/evidence';
export { mayKeepBlank, mayPrintCertificates, maySeeBlank } from './policies/blank';
export { maySeeStatistics, readsFigures } from './policies/statistics';
