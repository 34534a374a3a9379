import { conclusionOf, minutesOf, noticeOf, signedBy } from '@thidua/casework';
import { dateShort, type DocumentRef, type PaperDataOf } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { FindingRecord, InspectedUnitRecord, InspectionRecord, PaperRecord, WorkProof } from '@thidua/store';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { issuerSignature, keptWith, standingWords } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { bare, byAsker, deciderOf, periodWords, refTo, refWords, teamName } from './judging-words';

interface UnitScene {
  /** With the inspecting body as the one that issues. */
  readonly scene: MovementScene;
  /** The body looked at, in full words. */
  readonly body: string;
  readonly unit: InspectedUnitRecord;
  readonly inspection: InspectionRecord;
  readonly decision: DocumentRef;
  readonly papers: readonly PaperRecord[];
}

/** Thông báo kiểm tra. */
export async function inspectionNoticePaper(room: SceneRoom, given: MovementScene): Promise<readonly PaperPlan[]> {
  const { scene, body, unit, inspection, decision } = await unitScene(room, given);
  const { movement, org } = scene;
  const { startTime, participants, preparation, contact } = noticeOf(unit);
  const data: PaperDataOf<'thong-bao-kiem-tra'> = {
    frame: movementFrame(scene, {
      type: 'TB',
      signature: issuerSignature(scene),
      recipients: [unit.orgName, 'Thành viên Đoàn kiểm tra', keptWith(scene)],
    }),
    subject: `Lịch kiểm tra việc thực hiện Phong trào thi đua “${movement.name.value}” tại ${body}`,
    decision,
    publisher: formalName(org),
    team: teamName(scene),
    body,
    date: unit.inspectOn ?? '',
    startTime,
    place: unit.place,
    period: periodWords(inspection.periodFrom, inspection.periodTo),
    contents: inspection.items.map(({ text }) => bare(text)),
    preparation: preparation.map(bare),
    participants: participants.map(bare),
    contact: contact === '' ? standingWords(scene) : contact,
  };
  return [planned('thong-bao-kiem-tra', data, scene, `Thông báo kiểm tra: ${unit.orgName}`)];
}

/** Biên bản kiểm tra: item by item, signed by the body first and by the head of the team after it. */
export async function inspectionMinutesPaper(room: SceneRoom, given: MovementScene): Promise<readonly PaperPlan[]> {
  const { scene, body, unit, inspection, decision } = await unitScene(room, given);
  const { provinceId } = scene;
  const { stores } = room.deps;
  const findings = await stores.inspections.findings(provinceId, unit.id);
  const proofs = await stores.workProofs.ofWorks(provinceId, [unit.id]);
  const { startTime, endTime, inspectors, representatives, requests } = minutesOf(unit);
  const leader = inspection.team.find(({ role }) => role === 'leader');
  const signed = await signedBy(room.deps, provinceId, unit);
  const head = scene.holder(given.org.id, headRole(given));
  const frame = movementFrame(scene, { type: '', signature: { lines: ['TRƯỞNG ĐOÀN'], name: leader?.name ?? '' } });
  const data: PaperDataOf<'bien-ban-kiem-tra'> = {
    frame: { ...frame, parentBody: frame.body, body: 'ĐOÀN KIỂM TRA\nPHONG TRÀO THI ĐUA', date: unit.inspectOn },
    subject: `Kiểm tra việc thực hiện Phong trào thi đua “${scene.movement.name.value}” tại ${body}`,
    decision,
    team: teamName(scene),
    body,
    date: unit.inspectOn ?? '',
    startTime: startTime ?? '',
    endTime: endTime ?? '',
    place: unit.place,
    inspectors: [...inspectors],
    representatives: [...representatives],
    findings: findings.map((one, at) => ({
      index: at + 1,
      content: bare(one.content),
      finding: findingWords(one),
      evidence: proofWords(one, proofs),
    })),
    answer: unit.answer.map((line) => (/[.!?]$/u.test(line) ? line : `${line}.`)),
    requests: requests.map(bare),
    copies: 2,
    representative: signed === null ? head : { name: signed.name, title: signed.title },
    representativeNote: signed === null ? null : `Đã ký trên hệ thống\n${momentWords(signed.at)}`,
  };
  return [planned('bien-ban-kiem-tra', data, scene, `Biên bản kiểm tra: ${unit.orgName}`)];
}

/** Kết luận kiểm tra: what it means for awards, and what the body mends until when. */
export async function inspectionConclusionPaper(room: SceneRoom, given: MovementScene): Promise<readonly PaperPlan[]> {
  const { scene, body, unit, decision } = await unitScene(room, given);
  const { summary, strengths, shortcomings, violations, awards, requests, result } = conclusionOf(unit);
  const data: PaperDataOf<'ket-luan-kiem-tra'> = {
    frame: movementFrame(scene, {
      type: 'KL',
      signature: issuerSignature(scene),
      recipients: [unit.orgName, 'Thành viên Đoàn kiểm tra', keptWith(scene)],
    }),
    subject: `Kiểm tra việc thực hiện Phong trào thi đua “${scene.movement.name.value}” tại ${body}`,
    grounds: [
      `Căn cứ ${refWords(decision)} về việc thành lập ${teamName(scene)}`,
      `Căn cứ Biên bản kiểm tra ngày ${dateShort(unit.inspectOn ?? '')} tại ${body}`,
    ],
    body,
    summary: summary.map((line) => (/[.!?]$/u.test(line) ? line : `${line}.`)),
    strengths: strengths.length > 0 ? strengths.map(bare) : ['Đơn vị đã tổ chức triển khai phong trào thi đua'],
    shortcomings: shortcomings.map(bare),
    violations: violations.map((one, at) => ({ index: at + 1, ...one })),
    awards: awards.length > 0 ? awards.map(bare) : [AWARD_WORDS[result ?? 'passed']],
    requests: requests.map(({ request, dueOn }, at) => ({ index: at + 1, request: bare(request), by: body, dueOn })),
  };
  return [planned('ket-luan-kiem-tra', data, scene, `Kết luận kiểm tra: ${unit.orgName}`)];
}

const AWARD_WORDS = {
  passed: 'Kết quả kiểm tra là một trong các căn cứ chấm điểm thi đua, xét khen thưởng theo quy định',
  'with-shortcomings': 'Kết quả kiểm tra và kết quả khắc phục là một trong các căn cứ chấm điểm thi đua, xét khen thưởng theo quy định',
  failed: 'Kết quả kiểm tra và kết quả khắc phục được xem xét khi chấm điểm thi đua, xét khen thưởng theo quy định',
} as const;
const RESULT_WORDS = { met: 'Đạt', unmet: 'Chưa đạt', unchecked: 'Không kiểm tra' } as const;

function findingWords({ result, remark }: FindingRecord): string {
  const word = result === null ? '…' : RESULT_WORDS[result];
  return remark === '' ? `${word}.` : `${word}. ${/[.!?]$/u.test(remark) ? remark : `${remark}.`}`;
}

function proofWords({ item, documents }: FindingRecord, proofs: readonly WorkProof[]): string {
  const names = proofs.filter(({ place }) => place === item).map(({ name }) => name);
  return [...(documents === '' ? [] : [documents]), ...names].join('; ');
}

async function unitScene(room: SceneRoom, given: MovementScene): Promise<UnitScene> {
  const { provinceId, work } = given;
  const { stores } = room.deps;
  const unit = await stores.inspections.unit(provinceId, work.id);
  const inspection = unit === undefined ? undefined : await stores.inspections.byId(provinceId, unit.inspectionId);
  if (unit === undefined || inspection === undefined) {
    throw new Error(`work ${work.id} is no inspection of a body`);
  }
  const scene = byAsker(given);
  const above = await stores.papers.ofWork(provinceId, inspection.id);
  const decision = refTo(above, 'quyet-dinh-doan-kiem-tra', {
    name: 'Quyết định',
    body: deciderOf(scene),
    symbol: `QĐ-${scene.org.symbol}`,
  });
  return { scene, body: formalName(given.org), unit, inspection, decision, papers: given.papers };
}

function headRole({ org }: MovementScene): string {
  return org.kind === 'department' ? 'director' : ['commune', 'district', 'province'].includes(org.kind) ? 'chair' : 'head';
}

function planned<Kind extends 'thong-bao-kiem-tra' | 'bien-ban-kiem-tra' | 'ket-luan-kiem-tra'>(
  kind: Kind,
  data: PaperDataOf<Kind>,
  { work, org }: MovementScene,
  title: string,
): PaperPlan {
  return planOf(kind, data, { slotOf: [work.id, org.id], orgId: org.id, title });
}

/** '21/4/2026 11:20' of an instant with its offset. */
function momentWords(at: string): string {
  const ms = Date.parse(at);
  const clock = new Date(ms + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${dateShort(formatLocalDate(dayOf(ms)))} ${clock}`;
}
