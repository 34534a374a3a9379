import { GROUND_TEXTS, type AfterPaper } from '@thidua/casework';
import { dateWords, type DocumentRef, type RevokedRow } from '@thidua/documents';
import type { RevocationRecord, RevocationRow } from '@thidua/store';
import { splitNumber } from '../dossier/unit-papers';
import { frameOf } from '../frame';
import { decreeOf, lawOf } from '../grounds';
import { planOf, type PaperPlan } from '../plan';
import { formalName, fullAward, shortAward } from '../words';
import type { AfterScene } from './after-scene';
import { decisionRef, headOf, signatureBy } from './words';

interface Case {
  readonly scene: AfterScene;
  readonly found: RevocationRecord;
  readonly rows: readonly RevocationRow[];
  readonly paper: AfterPaper;
}

/** Tờ trình of the submitting level: ground of R-23, conclusion, summary, whom it is about (ND152 56.3). */
export function revocationSubmission({ scene, found, rows, paper }: Case): PaperPlan {
  const org = scene.org(paper.orgId);
  const role = textOf(scene, 'proposerRole');
  const award = awardOf(scene, found);
  const office = role === 'appraiser' && org.kind === 'commune';
  const frame = frameOf({
    org,
    pack: scene.pack,
    simulated: scene.simulated,
    today: scene.today,
    type: scene.variables['numbered'] === true ? 'TTr' : '',
    signature: signatureBy(scene, org, { role, submits: true }),
    recipients: ['Như trên', 'Lưu: VT'],
    rests: ['R-23'],
  });
  const data = {
    frame: office ? { ...frame, parentBody: org.headBody, body: 'PHÒNG VĂN HÓA - XÃ HỘI' } : frame,
    subject: `Về việc đề nghị hủy bỏ Quyết định tặng ${award}`,
    submitter: office ? `Phòng Văn hóa - Xã hội, ${formalName(org)}` : formalName(org),
    to: addresseesOf(scene, found),
    grounds: [lawOf(scene.pack), decreeOf(scene.pack)],
    decision: decisionRef(scene),
    award,
    ground: GROUND_TEXTS[found.ground],
    conclusion: conclusionOf(found),
    summary: found.conclusionText.split(/\n+/).map((line) => line.trim()),
    rows: revokedRows(rows, award),
    attachments: [
      'Bản sao quyết định khen thưởng',
      `${conclusionOf(found).name} số ${found.conclusionNumber}`,
      'Tóm tắt vụ việc (trong Tờ trình này)',
    ],
  };
  return planned('to-trinh-huy-bo', data, paper);
}

/** The decider's own decision: what is taken back, why, what comes back, where to and until when. */
export function revokingDecision({ scene, found, rows, paper }: Case): PaperPlan {
  const org = scene.org(paper.orgId);
  const role = textOf(scene, 'deciderRole');
  const award = awardOf(scene, found);
  const recover = rows.some((row) => row.itemDue || row.moneyDue > 0);
  const decider = headOf(scene, org, role);
  const submission = scene.made.findLast((made) => made.kind === 'to-trinh-huy-bo');
  const proposer = formalName(scene.org(found.proposerOrgId));
  const data = {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: 'QĐ',
      signature: signatureBy(scene, org, { role, submits: false }),
      recipients: ['Như Điều 3', 'Lưu: VT'],
      rests: ['R-23', 'T-24', 'M-09', ...scene.pack.authorities.filter((row) => row.awards.includes(found.award)).map((row) => row.id)],
    }),
    subject: `Về việc hủy bỏ Quyết định tặng ${award}`,
    decider,
    grounds: [lawOf(scene.pack), decreeOf(scene.pack), `Căn cứ ${conclusionWords(found)}`],
    proposal: `Theo đề nghị của ${proposer}${submission?.numberText === undefined || submission.numberText === null ? '' : ` tại Tờ trình số ${submission.numberText} ${dateWords(submission.numberDate)}`}`,
    decision: decisionRef(scene),
    award,
    ground: GROUND_TEXTS[found.ground],
    rows: revokedRows(rows, award),
    recovery: recover
      ? {
          to: `tại ${formalName(scene.org(textOf(scene, 'desk')))}`,
          within: `${scene.recoveryDays} ngày làm việc`,
          fund: fundOf(scene, paper.orgId),
        }
      : null,
    executors: `${proposer}, các cơ quan, đơn vị có liên quan và các trường hợp có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này`,
  };
  return planned(paper.kind === 'quyet-dinh-thu-hoi' ? 'quyet-dinh-thu-hoi' : 'quyet-dinh-huy-bo', data, paper);
}

function planned<Kind extends 'to-trinh-huy-bo' | 'quyet-dinh-huy-bo' | 'quyet-dinh-thu-hoi'>(
  kind: Kind,
  data: Parameters<typeof planOf<Kind>>[1],
  paper: AfterPaper,
): PaperPlan {
  const { slot, ...about } = paper;
  return { ...planOf(kind, data, { ...about, slotOf: [] }), slot };
}

function awardOf(scene: AfterScene, { award }: RevocationRecord): string {
  const { province } = scene;
  const deciderId = scene.subject.about === 'revocation' ? scene.subject.found.deciderOrgId : null;
  const decider = deciderId === null ? undefined : scene.org(deciderId);
  const home = province ?? decider;
  if (home === undefined) {
    return award;
  }
  const name = fullAward(scene.pack, award, { province: home, ...(decider?.kind === 'commune' ? { commune: decider } : {}) });
  return decider?.level === 'UNIT' && name.startsWith('Giấy khen')
    ? `Giấy khen của ${headOf(scene, decider, textOf(scene, 'deciderRole'))}`
    : name;
}

function addresseesOf(scene: AfterScene, { path, deciderOrgId }: RevocationRecord): readonly string[] {
  return path === 'central' || deciderOrgId === null
    ? ['Thủ tướng Chính phủ', 'Bộ Nội vụ']
    : [headOf(scene, scene.org(deciderOrgId), textOf(scene, 'deciderRole'))];
}

function conclusionOf({ conclusionNumber, conclusionDate, conclusionBody }: RevocationRecord): DocumentRef {
  return { name: 'Kết luận', ...splitNumber(conclusionNumber, ''), date: conclusionDate, body: conclusionBody };
}

function conclusionWords({ conclusionNumber, conclusionDate, conclusionBody }: RevocationRecord): string {
  return `Kết luận số ${conclusionNumber} ${dateWords(conclusionDate)} của ${conclusionBody}`;
}

function revokedRows(rows: readonly RevocationRow[], award: string): readonly RevokedRow[] {
  return rows.map(({ name, kind, title, unitName, moneyDue, itemDue }, at) => ({
    index: at + 1,
    name,
    kind,
    title: kind === 'individual' ? [title, unitName].filter((part) => part !== '').join(', ') : unitName,
    award,
    ...(moneyDue > 0 ? { amount: moneyDue } : {}),
    item: itemDue ? shortAward(award) : '',
  }));
}

function fundOf(scene: AfterScene, orgId: string): string {
  return `Quỹ thi đua, khen thưởng của ${formalName(scene.org(orgId)).replace('Ủy ban nhân dân ', '')}`;
}

function textOf(scene: AfterScene, key: string): string {
  const value = scene.variables[key];
  return typeof value === 'string' ? value : '';
}
