import type { Handlers } from '../handler';
import { dossierArchive, dossierBundle, roundArchive, roundBundle, roundPackage, roundPackageArchive } from './read-bundle';
import { paper, paperContent, paperDocx } from './read-paper';
import { paperSheet } from './read-sheet';
import { confirmScan } from './confirm-scan';
import { paperPrint, paperTrust, waitingScan } from './read-trust';
import { uploadScan } from './upload-scan';

export const PAPER_HANDLERS = {
  paper,
  paperContent,
  paperDocx,
  paperSheet,
  uploadScan,
  confirmScan,
  waitingScan,
  paperPrint,
  paperTrust,
  dossierBundle,
  roundBundle,
  dossierArchive,
  roundArchive,
  roundPackage,
  roundPackageArchive,
} satisfies Partial<Handlers>;
