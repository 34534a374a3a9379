import type { Handlers } from '../handler';
import { askConfirmation } from './ask-confirmation';
import { dossierCopy } from './dossier-copy';
import { enterPaperDossier } from './enter-paper';
import { confirmNomineeReport, nomineeReport } from './nominee-report';
import { nomineeSheetForm, readNomineeSheet } from './nominee-sheet';
import { outsiders, setOutsider } from './outsiders';
import { paperEntry } from './paper-entry';
import { intakeMenu } from './read-menu';
import { intakeUnits } from './read-units';
import { createReportLink, reportLinks, revokeReportLinks } from './report-links';
import { closeSecretDossier, custody, moveSecretDossier, numberSecretDossier } from './secret-dossiers';
import { checkPaperEntry, submitPaperDossier } from './submit-paper';
import { uploadPaperPart } from './upload-part';

export const INTAKE_HANDLERS = {
  intakeMenu,
  intakeUnits,
  readNomineeSheet,
  nomineeSheetForm,
  dossierCopy,
  enterPaperDossier,
  paperEntry,
  uploadPaperPart,
  submitPaperDossier,
  checkPaperEntry,
  outsiders,
  setOutsider,
  askConfirmation,
  reportLinks,
  createReportLink,
  revokeReportLinks,
  nomineeReport,
  confirmNomineeReport,
  numberSecretDossier,
  custody,
  moveSecretDossier,
  closeSecretDossier,
} satisfies Partial<Handlers>;
