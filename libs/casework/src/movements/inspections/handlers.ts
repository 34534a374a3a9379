import type { Handlers } from '../../handler';
import { addWorkProof, dropWorkProof, workProof } from '../proofs/work-proofs';
import { openInspection } from './open-inspection';
import { inspection, inspections } from './read-inspections';
import { inspectedUnit } from './read-unit';
import { saveInspectionPlan, saveInspectionTeam } from './save-inspection';
import { saveConclusion, saveFindings } from './save-unit';

export const INSPECTION_HANDLERS = {
  inspections,
  openInspection,
  inspection,
  saveInspectionPlan,
  saveInspectionTeam,
  inspectedUnit,
  saveFindings,
  saveConclusion,
  addWorkProof,
  dropWorkProof,
  workProof,
} satisfies Partial<Handlers>;
