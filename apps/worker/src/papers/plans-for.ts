import { resultNotice, receipt, supplementRequest } from './dossier/commune-papers';
import { achievementSummaries } from './dossier/achievement-summary';
import { refusalSlip } from './dossier/refusal-slip';
import { achievementReports } from './dossier/achievement-reports';
import { reviewMinutes, unitList, unitSubmission } from './dossier/unit-papers';
import type { PaperPlan } from './plan';
import { clusterMinutes } from './round/cluster-papers';
import { councilMinutes, countMinutes } from './round/council-papers';
import { certificates } from './round/certificates';
import { payLists } from './round/pay-lists';
import { opinionLetters, publicNotice } from './round/procedure-papers';
import { refusalNotices } from './round/refusals';
import { decisions, signingSlip } from './round/decision-papers';
import { appraisalSlip, consolidation, roundList } from './round/review-papers';
import { occasionWords } from './grounds';
import { reminderLetter } from './round/reminder-letter';
import { ballotForms, councilDecision, opinionForms } from './round/session-forms';
import { roundSubmission, submissionOrder } from './round/submission-papers';
import type { DossierScene, RoundScene } from './scene';
import { listSubject } from './words';

type DossierBuilder = (scene: DossierScene) => readonly PaperPlan[];
type RoundBuilder = (scene: RoundScene, to: string) => readonly PaperPlan[];

const OF_DOSSIER: Readonly<Record<string, DossierBuilder>> = {
  'bien-ban-binh-xet': reviewMinutes,
  'bao-cao-thanh-tich': achievementReports,
  'to-trinh': unitSubmission,
  'danh-sach': unitList,
  'phieu-yeu-cau-bo-sung': supplementRequest,
  'giay-tiep-nhan': receipt,
  'thong-bao-ket-qua': resultNotice,
  'phieu-tu-choi': refusalSlip,
  'tom-tat-thanh-tich': achievementSummaries,
};

const OF_ROUND: Readonly<Record<string, RoundBuilder>> = {
  'phieu-tham-dinh': appraisalSlip,
  'bang-tong-hop': consolidation,
  'bien-ban-hoi-dong': councilMinutes,
  'bien-ban-kiem-phieu': countMinutes,
  'to-trinh': roundSubmission,
  'danh-sach': (scene, to) => {
    const { org, rows, awards } = submissionOrder(scene, to);
    return rows.length === 0 ? [] : roundList(scene, { rows, orgId: org.id, to, subject: listSubject(awards, occasionWords(scene)) });
  },
  'phieu-trinh': signingSlip,
  'quyet-dinh': decisions,
  'giay-khen': (scene) => certificates(scene, 'giay-khen'),
  'bang-khen': (scene) => certificates(scene, 'bang-khen'),
  'thong-bao-tu-choi': refusalNotices,
  'thong-bao-cong-khai': publicNotice,
  'cong-van-xin-y-kien': (scene) => opinionLetters(scene, 'cong-van-xin-y-kien'),
  'cong-van-xac-nhan': (scene) => opinionLetters(scene, 'cong-van-xac-nhan'),
  'bang-chi-thuong': payLists,
  'bien-ban-cum': clusterMinutes,
  'phieu-bieu-quyet': ballotForms,
  'phieu-xin-y-kien': opinionForms,
  'cong-van-don-doc': reminderLetter,
  'quyet-dinh-thanh-lap-hoi-dong': councilDecision,
};

/** The papers of the kinds a job names, with their data as the facts stand now; an unknown kind is a fault of the diagram. */
export function plansFor(scene: DossierScene | RoundScene, kinds: readonly string[], to: string): readonly PaperPlan[] {
  return kinds.flatMap((kind) => {
    const build = 'dossier' in scene ? OF_DOSSIER[kind]?.(scene) : OF_ROUND[kind]?.(scene, to);
    if (build === undefined) {
      throw new Error(`no paper of kind ${kind} is made here`);
    }
    return build;
  });
}
