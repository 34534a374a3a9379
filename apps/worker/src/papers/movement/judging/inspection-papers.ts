import type { PaperDataOf } from '@thidua/documents';
import type { InspectionRecord, TeamMember } from '@thidua/store';
import { decreeOf, lawOf } from '../../grounds';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { issuerSignature, keptWith, planRef, standingWords } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { bare, deciderOf, deciderSignature, localGovernmentLaw, periodWords, refTo, refWords, teamName } from './judging-words';

const ROLES: Readonly<Record<TeamMember['role'], string>> = {
  leader: 'Trưởng đoàn',
  deputy: 'Phó Trưởng đoàn',
  secretary: 'Thư ký',
  member: 'Thành viên',
};
const MOST_NAMED = 8;

/** Kế hoạch kiểm tra: what is looked at, where and when. */
export async function inspectionPlanPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { provinceId, work, org, movement, pack } = scene;
  const plan = await planAt(deps, scene);
  const bodies = await bodiesOf(deps, provinceId, plan);
  const standing = standingWords(scene);
  const data: PaperDataOf<'ke-hoach-kiem-tra'> = {
    frame: movementFrame(scene, { type: 'KH', signature: issuerSignature(scene), recipients: [...sentTo(bodies), keptWith(scene)] }),
    subject: `Kiểm tra việc thực hiện Phong trào thi đua “${movement.name.value}” năm ${String(work.year ?? '')}`,
    movement: movement.name.value,
    grounds: [...localGovernmentLaw(scene), lawOf(pack), decreeOf(pack), `Thực hiện ${planWords(scene)}`],
    publisher: formalName(org),
    purposes: [
      'Đánh giá việc tổ chức, triển khai phong trào thi đua tại các cơ quan, đơn vị',
      'Kịp thời biểu dương cách làm hay, phát hiện và chấn chỉnh thiếu sót',
    ],
    requirements: [
      'Kiểm tra đúng nội dung, khách quan, không gây phiền hà cho đơn vị được kiểm tra',
      'Kết quả kiểm tra là một trong các căn cứ chấm điểm thi đua, xét khen thưởng',
    ],
    contents: plan.items.map(({ text }) => bare(text)),
    period: periodWords(plan.periodFrom, plan.periodTo),
    schedule: bodies.map(({ name, date, place }, at) => ({ index: at + 1, body: name, date, place })),
    team: `Đoàn kiểm tra được thành lập theo quyết định của ${deciderOf(scene)}`,
    execution: [
      { body: capital(standing), tasks: 'chủ trì, tham mưu thành lập Đoàn kiểm tra, thông báo lịch, tổng hợp kết quả kiểm tra' },
      { body: 'Các đơn vị có tên tại Mục III', tasks: 'chuẩn bị báo cáo, hồ sơ, tài liệu và bố trí người làm việc với Đoàn kiểm tra' },
    ],
  };
  return [
    planOf('ke-hoach-kiem-tra', data, { slotOf: [work.id, org.id], orgId: org.id, title: `Kế hoạch kiểm tra: ${movement.name.value}` }),
  ];
}

/** Quyết định thành lập Đoàn kiểm tra. */
export async function teamDecisionPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { provinceId, work, org, pack, papers } = scene;
  const plan = await planAt(deps, scene);
  const bodies = await bodiesOf(deps, provinceId, plan);
  const days = bodies.map(({ date }) => date).toSorted();
  const standing = capital(standingWords(scene));
  const own = refTo(papers, 'ke-hoach-kiem-tra', { name: 'Kế hoạch', body: formalName(org), symbol: `KH-${org.symbol}` });
  const frame = movementFrame(scene, {
    type: 'QĐ',
    signature: deciderSignature(scene),
    recipients: ['Như Điều 4', ...sentTo(bodies), keptWith(scene)],
  });
  const data: PaperDataOf<'quyet-dinh-doan-kiem-tra'> = {
    frame,
    subject: `Về việc thành lập ${teamName(scene)}`,
    decider: deciderOf(scene),
    grounds: [...localGovernmentLaw(scene), lawOf(pack), decreeOf(pack), `Căn cứ ${refWords(own)} về kiểm tra phong trào thi đua`],
    proposal: `Theo đề nghị của ${standing}`,
    team: teamName(scene),
    members: plan.team.map(({ name, title, role }, at) => ({ index: at + 1, name, title, role: ROLES[role] })),
    bodies: bodies.map(({ name }) => name),
    contents: plan.items.map(({ text }) => bare(text)),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    period: periodWords(plan.periodFrom, plan.periodTo),
    executors: `${standing}, thủ trưởng các đơn vị có tên tại Điều 2 và các thành viên Đoàn kiểm tra chịu trách nhiệm thi hành Quyết định này`,
  };
  const about = { slotOf: [work.id, org.id], orgId: org.id, title: `Quyết định thành lập ${teamName(scene)}` };
  return [planOf('quyet-dinh-doan-kiem-tra', data, about)];
}

async function planAt({ stores }: SceneRoom['deps'], { provinceId, work }: MovementScene): Promise<InspectionRecord> {
  const plan = await stores.inspections.byId(provinceId, work.id);
  if (plan === undefined) {
    throw new Error(`work ${work.id} inspects nobody`);
  }
  return plan;
}

async function bodiesOf(
  { stores }: SceneRoom['deps'],
  provinceId: string,
  { bodies }: InspectionRecord,
): Promise<readonly { readonly name: string; readonly date: string; readonly place: string }[]> {
  const nameOf = new Map((await stores.people.orgs(provinceId)).map((org) => [org.id, org.name]));
  return bodies
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ orgId, date, place }) => ({ name: nameOf.get(orgId) ?? '', date, place }));
}

function sentTo(bodies: readonly { readonly name: string }[]): readonly string[] {
  return bodies.length <= MOST_NAMED ? bodies.map(({ name }) => name) : ['Các đơn vị được kiểm tra'];
}

function planWords(scene: MovementScene): string {
  return `${refWords(planRef(scene))} triển khai Phong trào thi đua “${scene.movement.name.value}”`;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
