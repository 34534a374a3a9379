import type { Handlers } from '../handler';
import { dossierArchive, dossierBundle, roundArchive, roundBundle, roundPackage, roundPackageArchive } from './read-bundle';
import { paper, paperContent, paperDocx } from './read-paper';
import { uploadScan } from './upload-scan';

export const PAPER_HANDLERS = {
  paper,
  paperContent,
  paperDocx,
  uploadScan,
  dossierBundle,
  roundBundle,
  dossierArchive,
  roundArchive,
  roundPackage,
  roundPackageArchive,
} satisfies Partial<Handlers>;
