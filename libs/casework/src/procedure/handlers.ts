import type { Handlers } from '../handler';
import { askOpinions } from './ask-opinions';
import { handleComment, recordComment } from './comments';
import { leaveComment, publicNotice } from './public-notice';
import { publishNotice } from './publish-notice';
import { roundProcedure } from './read-procedure';
import { uploadClosingPaper } from './upload-closing-paper';
import { withdrawOpinion } from './withdraw-opinion';

export const PROCEDURE_HANDLERS = {
  roundProcedure,
  askOpinions,
  withdrawOpinion,
  publishNotice,
  recordComment,
  handleComment,
  publicNotice,
  leaveComment,
  uploadClosingPaper,
} satisfies Partial<Handlers>;
