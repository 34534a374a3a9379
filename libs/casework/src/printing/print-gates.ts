import { blankSheetsGate, blankTestGate } from '../blanks/blank-gates';
import { archiveGate } from '../papers/archive-gate';
import { controlSlipGate, followBookGate, registerBookGate } from '../registers/book-gates';
import { delaySlipGate } from './delay-slip.gate';
import { cardsGate, honoureesGate, invitationGate, programmeGate } from '../ceremony/ceremony-gate';
import {
  conferenceCardsGate,
  conferenceInvitationGate,
  conferenceProgrammeGate,
  conferenceScriptGate,
  honourRollGate,
  ofEither,
} from '../movements/conferences/conference.gate';
import { mergedPapersGate } from './merged-papers.gate';
import type { PrintGate } from './print-gate';
import { statisticGate } from '../statistics/statistic-gate';
import { reportFiguresGate } from '../movements/reports/figures-gate';
import { scoreTableGate } from '../movements/scoring/score-table-gate';
import { roundFormsGate } from './round-forms.gate';
import { templatePreviewGate } from '../templates/template-preview.gate';

/** Everything that can be printed on request, one line each; the worker has the maker of the same name (PRINT_KINDS). */
export const PRINT_GATES: Readonly<Record<string, PrintGate>> = {
  'merged-papers': mergedPapersGate,
  'so-dang-ky-van-ban': registerBookGate,
  'so-theo-doi': followBookGate,
  'bo-ho-so': archiveGate,
  'phieu-kiem-soat': controlSlipGate,
  'phieu-bieu-quyet': roundFormsGate,
  'phieu-xin-y-kien': roundFormsGate,
  'cong-van-don-doc': roundFormsGate,
  'quyet-dinh-thanh-lap-hoi-dong': roundFormsGate,
  'phieu-xin-loi': delaySlipGate,
  'template-preview': templatePreviewGate,
  'kich-ban-trao-thuong': ofEither(conferenceScriptGate, honoureesGate),
  'bang-ten': ofEither(conferenceCardsGate, cardsGate),
  'giay-moi': ofEither(conferenceInvitationGate, invitationGate),
  'chuong-trinh-hoi-nghi': ofEither(conferenceProgrammeGate, programmeGate),
  'danh-sach-vinh-danh': honourRollGate,
  'blank-test': blankTestGate,
  'blank-sheets': blankSheetsGate,
  'so-lieu-bao-cao': reportFiguresGate,
  'bang-cham-diem': scoreTableGate,
  'bang-cham-diem-xlsx': scoreTableGate,
  'bieu-thong-ke': statisticGate,
  'bieu-thong-ke-xlsx': statisticGate,
};
