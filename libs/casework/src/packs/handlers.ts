import type { Handlers } from '../handler';
import { proposeConfirmation, settleConfirmations, withdrawConfirmation } from './confirmations';
import { packDifference } from './difference';
import { applyKinderLaw } from './kinder-law';
import { lawFile, uploadLawFile } from './law-files';
import {
  lawProposals,
  proposeLocalRow,
  proposeOverlay,
  proposeSheet,
  readSheet,
  settleLawProposal,
  withdrawLawProposal,
} from './proposals';
import { authorityMatrix, authorityMatrixSheet } from './read-matrix';
import { packRows, packs, packSheet } from './read-packs';

export const LAW_HANDLERS = {
  packs,
  packRows,
  packSheet,
  authorityMatrix,
  authorityMatrixSheet,
  packDifference,
  uploadLawFile,
  lawFile,
  proposeConfirmation,
  settleConfirmations,
  withdrawConfirmation,
  proposeLocalRow,
  proposeOverlay,
  readSheet,
  proposeSheet,
  lawProposals,
  settleLawProposal,
  withdrawLawProposal,
  applyKinderLaw,
} satisfies Partial<Handlers>;
