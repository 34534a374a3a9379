import { applyImport, importTemplate, previewImport, undoImport } from './import/import-past';
import { evidenceImports } from './import/list-imports';
import { attachEvidence, evidenceScan } from './evidence-scan';
import { addEvidence, cancelEvidence, confirmEvidence } from './keep-evidence';
import { nomineeCheck } from './nominee-check';
import { overrideVerdict } from './override-verdict';
import { subjectEvidence } from './read-subject';

export const EVIDENCE_HANDLERS = {
  addEvidence,
  applyImport,
  attachEvidence,
  cancelEvidence,
  confirmEvidence,
  evidenceImports,
  evidenceScan,
  importTemplate,
  nomineeCheck,
  overrideVerdict,
  previewImport,
  subjectEvidence,
  undoImport,
};
