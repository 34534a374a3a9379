import { partText } from '@thidua/casework';
import { formatLocalDate, isoOf } from '@thidua/kernel';
import type { ResultRow } from '@thidua/documents';
import type { RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import { textOf } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { DossierScene } from '../scene';
import { fullAward } from '../words';
import { deskOf } from './desk';
import { splitNumber } from './unit-papers';

/** Phiếu yêu cầu bổ sung: every missing part at once. */
export function supplementRequest(scene: DossierScene): readonly PaperPlan[] {
  const { intake, dossier } = scene;
  const desk = deskOf(scene);
  const missing = Array.isArray(intake['missing']) ? intake['missing'].map(String) : [];
  const reason = textOf(intake['missingNote'] ?? intake['reason'], 'Thành phần hồ sơ chưa đầy đủ theo quy định.');
  const items = (missing.length === 0 ? ['khac'] : missing).map((part, at) => ({
    index: at + 1,
    part: partText(scene.pack, part),
    reason,
    remedy: 'Hoàn thiện, nộp lại trên hệ thống',
  }));
  const data = {
    frame: frameOf({
      ...common(scene),
      type: 'YCBS',
      signature: officer(scene),
      recipients: ['Như trên', 'Lưu: VT, VHXH'],
      date: formatLocalDate(scene.today),
    }),
    dossierCode: dossier.code,
    to: scene.unit.name,
    content: dossier.title,
    receivedDate: formatLocalDate(scene.today),
    items,
    deadline: null,
    contact: desk.name,
  };
  return [
    planOf('phieu-yeu-cau-bo-sung', unnumbered(data), {
      slotOf: [dossier.id, desk.org.id],
      orgId: desk.org.id,
      dossierId: dossier.id,
      title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    }),
  ];
}

/** Giấy tiếp nhận và hẹn trả. */
export function receipt(scene: DossierScene): readonly PaperPlan[] {
  const { dossier, unit } = scene;
  const desk = deskOf(scene);
  const day = formatLocalDate(scene.today);
  const data = {
    frame: frameOf({ ...common(scene), type: '', signature: officer(scene), date: day }),
    dossierCode: dossier.code,
    receivedBy: desk.name,
    submitter: unit.name,
    contact: scene.holder(unit.id, 'clerk').name,
    content: dossier.title,
    parts: ['Tờ trình kèm danh sách', 'Biên bản họp bình xét', 'Báo cáo thành tích'].map((name, at) => ({
      index: at + 1,
      name,
      copies: 1,
      form: 'Bản điện tử',
    })),
    receivedTime: isoOf(scene.nowMs).slice(11, 16),
    receivedDate: day,
    workingDays: scene.limitDays,
    dueDate: scene.dueDay,
    resultPlace: `${desk.org.name} và trên hệ thống`,
  };
  return [
    planOf('giay-tiep-nhan', data, {
      slotOf: [dossier.id, desk.org.id],
      orgId: desk.org.id,
      dossierId: dossier.id,
      title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    }),
  ];
}

/** Thông báo kết quả: a line per nominee with outcome and reason. */
export function resultNotice(scene: DossierScene): readonly PaperPlan[] {
  const { dossier, unit } = scene;
  const desk = deskOf(scene);
  const submission = scene.papers.findLast((paper) => paper.kind === 'to-trinh' && paper.orgId === unit.id);
  const decision = [...scene.decisions.values()][0];
  const data = {
    frame: frameOf({
      ...common(scene),
      type: 'TB',
      signature: officer(scene),
      recipients: ['Như trên', 'Lưu: VT, VHXH'],
      date: formatLocalDate(scene.today),
    }),
    subject: 'Về kết quả xét đề nghị khen thưởng',
    to: [unit.name],
    dossierCode: dossier.code,
    submission: {
      name: 'Tờ trình',
      ...splitNumber(submission?.numberText ?? null, unit.legalPerson ? `TTr-${unit.symbol}` : ''),
      date: submission?.numberDate ?? null,
      body: unit.name,
    },
    decision:
      decision === undefined
        ? null
        : { name: 'Quyết định', ...splitNumber(decision.numberText, 'QĐ-UBND'), date: decision.date, body: decision.orgName },
    rows: scene.rows.map((row, at) => resultRow(scene, row, at + 1)),
    notes: ['Các trường hợp chưa được khen thưởng có thể được đề nghị lại ở đợt xét sau khi đủ điều kiện, tiêu chuẩn.'],
  };
  return [
    planOf('thong-bao-ket-qua', unnumbered(data), {
      slotOf: [dossier.id, desk.org.id],
      orgId: desk.org.id,
      dossierId: dossier.id,
      title: 'Thông báo kết quả',
    }),
  ];
}

const OUTCOMES: Readonly<Record<string, ResultRow['outcome']>> = {
  awarded: 'awarded',
  held: 'held',
  withdrawn: 'withdrawn',
  open: 'forwarded',
};

function resultRow(scene: DossierScene, row: RowFacts, index: number): ResultRow {
  const outcome = OUTCOMES[row.state] ?? 'not-awarded';
  return {
    index,
    name: row.name,
    title: row.title,
    award: fullAward(scene.pack, row.award, scene),
    outcome,
    reason: outcome === 'awarded' ? '' : (row.reason ?? 'Không đạt tỷ lệ phiếu theo quy định'),
  };
}

function unnumbered<D extends { readonly frame: { readonly symbol: string } }>(data: D): D {
  return { ...data, frame: { ...data.frame, symbol: '' } };
}

function common(scene: DossierScene): Pick<Parameters<typeof frameOf>[0], 'org' | 'pack' | 'simulated' | 'today'> {
  return { org: scene.receiver, pack: scene.pack, simulated: scene.simulated, today: scene.today };
}

function officer(scene: DossierScene): { readonly lines: readonly string[]; readonly name: string } {
  return { lines: [scene.dossier.route === 'own' ? 'NGƯỜI THÔNG BÁO' : 'NGƯỜI TIẾP NHẬN'], name: deskOf(scene).officer };
}
