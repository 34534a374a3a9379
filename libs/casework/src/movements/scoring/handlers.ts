import type { Handlers } from '../../handler';
import { scoreBoards } from './list-scores';
import { openScoring } from './open-scoring';
import { scoreBoard, scoreSheet } from './read-scores';
import { saveGivenScores, saveScoreBoard, saveSelfScores } from './save-scores';

export const SCORING_HANDLERS = {
  scoreBoards,
  openScoring,
  scoreBoard,
  saveScoreBoard,
  saveGivenScores,
  scoreSheet,
  saveSelfScores,
} satisfies Partial<Handlers>;
