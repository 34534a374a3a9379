import { awardOf, type Movement } from '@thidua/awards';
import { OCCASION_WORDS, periodText, planTextsOf, proposePlanTexts } from '@thidua/casework';
import type { PaperDataOf } from '@thidua/documents';
import type { RecipientRecord } from '@thidua/store';
import { decreeOf, lawOf } from '../../grounds';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName, fullAward, lowerFirst } from '../../words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { issuerSignature, keptWith, parentGrounds, standingWords } from './movement-words';

type Plan = PaperDataOf<'ke-hoach-phong-trao'>;
const MOST_NAMED = 8;
/** A list that the plan ties to no occasion. */
const NO_OCCASION = 'Theo tiêu chuẩn, thẩm quyền quy định';

/** What each role is there for, where the plan's own words only name the body. */
const TASKS: Readonly<Record<string, string>> = {
  'standing-office': 'là cơ quan thường trực, chủ trì tham mưu, hướng dẫn, theo dõi, đôn đốc, tổng hợp kết quả thực hiện Phong trào',
  nominator: 'tham mưu khen thưởng theo thẩm quyền và trình cấp trên khen thưởng',
  budget: 'tham mưu bố trí kinh phí thực hiện Phong trào theo quy định',
  communication: 'tuyên truyền về Phong trào, giới thiệu mô hình, điển hình tiên tiến',
  front: 'phối hợp tuyên truyền, vận động đoàn viên, hội viên và Nhân dân tham gia Phong trào',
  villages: 'vận động Nhân dân tham gia, phát hiện, giới thiệu điển hình tiên tiến',
  units: 'xây dựng kế hoạch, tiêu chí thi đua phù hợp, tổ chức thực hiện và báo cáo kết quả',
};

/** Kế hoạch phát động: the movement as data, under the words that its launcher has gone over. */
export async function planPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { movement, org, work } = scene;
  const texts = planTextsOf(work.facts) ?? proposePlanTexts(movement);
  const recipients = await deps.stores.recipients.ofMovement(scene.provinceId, scene.record.id);
  const data: Plan = {
    frame: movementFrame(scene, { type: 'KH', signature: issuerSignature(scene), recipients: sentTo(scene, recipients) }),
    subject: subjectOf(movement),
    movement: namesOf(scene),
    grounds: [lawOf(scene.pack), decreeOf(scene.pack), ...parentGrounds(movement), ...proposedBy(scene)],
    publisher: formalName(org),
    purposes: texts.purposes,
    requirements: texts.requirements,
    subjects: movement.audiences.map(({ quote }) => flat(quote)),
    contents: texts.contents,
    targets: texts.targets.map((one, at) => ({ index: at + 1, ...one })),
    period: periodText(movement.period),
    phases: phasesOf(movement),
    unitPlans: unitPlansOf(scene),
    criteria: movement.standards.map(({ quote }) => flat(quote)),
    awards: awardsOf(scene),
    dossier: movement.dossierParts.map(({ quote }) => flat(quote)),
    reports: reportsOf(movement),
    funding: flat(texts.funding),
    execution: executionOf(movement),
  };
  return [planOf('ke-hoach-phong-trao', data, { slotOf: [work.id, org.id], orgId: org.id, title: `Kế hoạch: ${movement.name.value}` })];
}

/** A plan may set up two movements: '… đổi mới sáng tạo” và “Bình dân học vụ số'; the quotation marks around them are the template's. */
function namesOf({ work, movement }: MovementScene): string {
  const { names } = work.facts;
  const known = Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
  return known.length > 1 ? known.join('” và “') : movement.name.value;
}

/** 'Kế hoạch triển khai …' under the type's own name is 'Triển khai …'. */
export function subjectOf({ plan }: Movement): string {
  const rest = plan.title.replace(/^kế hoạch\s+/iu, '');
  return rest.slice(0, 1).toLocaleUpperCase('vi') + rest.slice(1);
}

function proposedBy(scene: MovementScene): readonly string[] {
  const unit = scene.org.level === 'UNIT';
  return unit ? [] : [`Xét đề nghị của ${standingWords(scene)}`];
}

function sentTo(scene: MovementScene, recipients: readonly RecipientRecord[]): readonly string[] {
  const { org, province } = scene;
  const [duties, invited] = [recipients.filter((one) => one.asked === 'duty'), recipients.filter((one) => one.asked === 'cooperation')];
  const above = org.kind !== 'province' && province !== undefined && org.level !== 'UNIT' ? [`${formalName(province)} (để báo cáo)`] : [];
  const party = org.kind === 'commune' ? ['Thường trực Đảng ủy, HĐND (để báo cáo)'] : [];
  const named = duties.length <= MOST_NAMED ? duties.map((one) => one.orgName) : ['Các cơ quan, đơn vị trong danh sách nơi nhận'];
  return [...above, ...party, ...named, ...invited.map((one) => `${one.orgName} (đề nghị phối hợp)`), keptWith(scene)];
}

function phasesOf({ phases }: Movement): Plan['phases'] {
  return phases.map((phase) => ({
    name: `Giai đoạn ${String(phase.number)}`,
    time: lowerFirst(periodText(phase)),
    tasks: [
      'tổ chức thực hiện',
      phase.review === null ? '' : `${OCCASION_WORDS[phase.review].toLocaleLowerCase('vi')}${reviewYear(phase.reviewYear)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  }));
}

function reviewYear(year: number | null): string {
  return year === null ? '' : ` trong năm ${String(year)}`;
}

function unitPlansOf({ work }: MovementScene): string {
  const due = work.facts['unitPlansDue'];
  const [year = '', month = '', day = ''] = typeof due === 'string' ? due.split('-') : [];
  return year === '' ? '' : `Các cơ quan, đơn vị được giao xây dựng, ban hành kế hoạch của mình chậm nhất ngày ${day}/${month}/${year}`;
}

/** Per occasion as the plan offers it; what it only says 'theo thẩm quyền' of is told apart. */
function awardsOf(scene: MovementScene): Plan['awards'] {
  const { movement, pack, org, province } = scene;
  const places = org.kind === 'commune' ? { commune: org, province: province ?? org } : { province: province ?? org };
  return movement.menus.flatMap((menu) => {
    const nameOf = (award: string): string => (awardOf(pack, award) === undefined ? award : fullAward(pack, award, places));
    const listed = menu.items.filter((item) => item.basis === 'listed').map((item) => nameOf(item.award));
    const own = menu.items.some((item) => item.basis === 'own-authority') ? ['khen thưởng theo thẩm quyền'] : [];
    const forms = [...new Set([...listed, ...own])].join('; ');
    return forms === ''
      ? []
      : menu.occasions.map((occasion) => ({ occasion: occasion === 'unspecified' ? NO_OCCASION : OCCASION_WORDS[occasion], forms }));
  });
}

function reportsOf({ reportDates }: Movement): readonly string[] {
  return reportDates.map(({ occasions, to, via, before }) => {
    const [month = '', day = ''] = (before ?? '').split('-');
    const when = before === null ? '' : ` trước ngày ${day}/${month}`;
    const words = occasions.map((occasion) => OCCASION_WORDS[occasion].toLocaleLowerCase('vi')).join(', ');
    return `Báo cáo ${words} về ${to}${via === null ? '' : ` (qua ${via})`}${when}`;
  });
}

/** One line per body, in the order of the plan; the Front is asked, not told. */
function executionOf({ roles }: Movement): Plan['execution'] {
  const bodies = [...new Set(roles.map((role) => role.body))];
  return bodies.map((body) => {
    const own = roles.filter((role) => role.body === body);
    const asked = own.some((role) => role.role === 'front');
    return {
      body: asked ? `Đề nghị ${body}` : body,
      tasks: [...new Set(own.map((role) => TASKS[role.role] ?? lowerFirst(flat(role.quote))))].join('; '),
    };
  });
}

/** A quotation on one line, without the mark at its end. */
function flat(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;:]+$/u, '');
}
