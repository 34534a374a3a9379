import type { Handlers } from '../handler';
import { dossierBundle, roundBundle } from './read-bundle';
import { paper, paperContent, paperDocx } from './read-paper';
import { uploadScan } from './upload-scan';
import { verifyPaper } from './verify-paper';

export const PAPER_HANDLERS = {
  paper,
  paperContent,
  paperDocx,
  uploadScan,
  verifyPaper,
  dossierBundle,
  roundBundle,
} satisfies Partial<Handlers>;
