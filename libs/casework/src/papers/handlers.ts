import type { Handlers } from '../handler';
import { dossierBundle, roundBundle } from './read-bundle';
import { paper, paperContent, paperDocx } from './read-paper';
import { uploadScan } from './upload-scan';

export const PAPER_HANDLERS = {
  paper,
  paperContent,
  paperDocx,
  uploadScan,
  dossierBundle,
  roundBundle,
} satisfies Partial<Handlers>;
