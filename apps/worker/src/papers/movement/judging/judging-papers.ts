import type { SceneRoom } from '../../load-scene';
import type { PaperPlan } from '../../plan';
import type { MovementScene } from '../movement-scene';
import { inspectionConclusionPaper, inspectionMinutesPaper, inspectionNoticePaper } from './inspected-unit-papers';
import { inspectionPlanPaper, teamDecisionPaper } from './inspection-papers';
import { scoreTablePaper, scoringMinutesPaper } from './score-papers';

/** Papers of inspections and scoring, by kind. */
export const JUDGING_PAPERS: Readonly<Record<string, (room: SceneRoom, scene: MovementScene) => Promise<readonly PaperPlan[]>>> = {
  'ke-hoach-kiem-tra': inspectionPlanPaper,
  'quyet-dinh-doan-kiem-tra': teamDecisionPaper,
  'thong-bao-kiem-tra': inspectionNoticePaper,
  'bien-ban-kiem-tra': inspectionMinutesPaper,
  'ket-luan-kiem-tra': inspectionConclusionPaper,
  'bien-ban-cham-diem': scoringMinutesPaper,
  'bang-cham-diem': scoreTablePaper,
};
