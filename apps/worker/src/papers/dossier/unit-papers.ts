import { signatureLines } from '@thidua/awards';
import type { Meeting } from '@thidua/documents';
import { dated, frameOf, NO_SIGNATURE } from '../frame';
import { groundsOf, occasionWords } from '../grounds';
import { inOrder, meetingVotes, nomineeRows, numberOf, textOf } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { DossierScene } from '../scene';
import { chairOf, countWords, fullAward, headTitleOf, nameWithPlace, subjectWords } from '../words';
import { deskOf } from './desk';

/** Biên bản họp bình xét: the review meeting at the unit with its count per nominee. */
export function reviewMinutes(scene: DossierScene): readonly PaperPlan[] {
  const { unit, meeting, dossier } = scene;
  const total = numberOf(meeting['invited']);
  const rows = scene.rows.filter((row) => row.state !== 'withdrawn');
  const data = {
    frame: frameOf({
      ...common(scene),
      type: 'BB',
      signature: { lines: ['CHỦ TRÌ'], name: textOf(meeting['chair']) },
      recipients: ['Lưu: VT, hồ sơ'],
      date: textOf(meeting['heldAt']).slice(0, 10),
    }),
    unit: unit.name,
    subject: `Họp bình xét đề nghị khen thưởng ${occasionWords(scene)}`,
    meeting: meetingOf(scene),
    agenda: [`Bình xét thành tích của ${countWords(rows)} để đề nghị khen thưởng ${occasionWords(scene)}.`],
    votingMethod: meeting['method'] === 'show-of-hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín',
    rows: nomineeRows(scene, scene, rows, { votes: (row) => meetingVotes(row, total) }),
    opinions: paragraphs(meeting['opinions']),
    conclusions: [`Cuộc họp thống nhất đề nghị cấp có thẩm quyền xét khen thưởng cho ${countWords(rows)}.`],
  };
  // Minutes carry no number of the unit's register.
  const plain = { ...data, frame: { ...data.frame, symbol: '' } };
  return [
    planOf('bien-ban-binh-xet', plain, {
      slotOf: [dossier.id, unit.id],
      orgId: unit.id,
      dossierId: dossier.id,
      title: 'Biên bản họp bình xét',
    }),
  ];
}

function meetingOf(scene: DossierScene): Meeting {
  const { meeting } = scene;
  const [present, invited] = [numberOf(meeting['present']), numberOf(meeting['invited'])];
  return {
    date: textOf(meeting['heldAt']).slice(0, 10),
    startTime: '08:00',
    endTime: '10:00',
    place: textOf(meeting['place']),
    chair: { name: textOf(meeting['chair']), title: 'chủ trì' },
    secretary: { name: textOf(meeting['secretary']), title: 'thư ký' },
    invited: [],
    present,
    total: invited,
    absent: [],
  };
}

/** Tờ trình of the unit to the chair who receives it, with its list as annex. */
export function unitSubmission(scene: DossierScene): readonly PaperPlan[] {
  const { unit, receiver, dossier } = scene;
  const rows = scene.rows.filter((row) => row.state !== 'withdrawn');
  const total = numberOf(scene.meeting['invited']);
  const awards = [...new Set(inOrder(rows).map((row) => fullAward(scene.pack, row.award, scene)))];
  const data = {
    frame: frameOf({
      ...common(scene),
      type: unit.legalPerson ? 'TTr' : '',
      signature: { lines: headLines(scene), name: scene.holder(unit.id, 'head').name },
      recipients: ['Như trên', 'Lưu: VT'],
    }),
    subject: subjectWords(awards, occasionWords(scene)),
    submitter: unit.name,
    to: [chairOf(receiver), deskShort(scene)],
    grounds: groundsOf(scene, meetingGround(scene)),
    opening: `${unit.name} kính trình ${chairOf(receiver)} xem xét, quyết định khen thưởng theo thẩm quyền hoặc trình cấp có thẩm quyền khen thưởng cho ${countWords(rows)} có thành tích xuất sắc ${occasionWords(scene)}, cụ thể:`,
    rows: nomineeRows(scene, scene, rows, { votes: (row) => meetingVotes(row, total) }),
    statements: [
      `Các trường hợp đề nghị chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; không trong thời gian xem xét, thi hành kỷ luật; không có đơn thư khiếu nại, tố cáo đang được xem xét. ${nameWithPlace(headTitleOf(scene.holder(unit.id, 'head').title), unit.name)} chịu trách nhiệm về tính chính xác của thành tích đề nghị khen thưởng.`,
    ],
    opinions: [],
    appraisal: null,
    attachments:
      dossier.procedure === 'simplified'
        ? ['Danh sách kèm theo', 'Tóm tắt thành tích của từng trường hợp']
        : ['Danh sách kèm theo', 'Biên bản họp bình xét', 'Báo cáo thành tích của từng trường hợp'],
    closing: `${unit.name} kính trình ${chairOf(receiver)} xem xét, quyết định`,
  };
  return [
    planOf('to-trinh', data, { slotOf: [dossier.id, unit.id], orgId: unit.id, dossierId: dossier.id, title: `Tờ trình của ${unit.name}` }),
  ];
}

/** The office that takes it in, as an addressee: 'Phòng Văn hóa - Xã hội xã', 'Sở Nội vụ tỉnh'. */
function deskShort(scene: DossierScene): string {
  const { desk } = scene;
  return desk.kind === 'commune' || desk.kind === 'district' ? deskOf(scene).name.replace(/, UBND (.+)$/u, ' $1') : desk.name;
}

/** The review meeting the unit's proposal rests on; the simplified procedure has none. */
function meetingGround({ meeting, unit }: DossierScene): readonly string[] {
  const heldAt = textOf(meeting['heldAt']);
  return heldAt === '' ? [] : [`Căn cứ Biên bản họp bình xét ngày ${slashDate(heldAt)} của ${unit.name}`];
}

export function unitList(scene: DossierScene): readonly PaperPlan[] {
  const { unit, dossier } = scene;
  const submission = scene.papers.findLast((paper) => paper.kind === 'to-trinh' && paper.orgId === unit.id);
  const data = {
    frame: frameOf({
      ...common(scene),
      type: '',
      signature: NO_SIGNATURE,
      ...dated(submission?.numberDate),
    }),
    subject: `Đề nghị khen thưởng ${occasionWords(scene)}`,
    attachedTo: {
      name: 'Tờ trình',
      ...splitNumber(submission?.numberText ?? null, `TTr-${unit.symbol}`),
      date: submission?.numberDate ?? null,
      body: unit.name,
    },
    rows: nomineeRows(
      scene,
      scene,
      scene.rows.filter((row) => row.state !== 'withdrawn'),
    ),
  };
  return [
    planOf('danh-sach', data, {
      slotOf: [dossier.id, unit.id],
      orgId: unit.id,
      dossierId: dossier.id,
      title: 'Danh sách kèm theo tờ trình',
    }),
  ];
}

function common(scene: DossierScene): Pick<Parameters<typeof frameOf>[0], 'org' | 'pack' | 'simulated' | 'today'> {
  return { org: scene.unit, pack: scene.pack, simulated: scene.simulated, today: scene.today };
}

export function headLines(scene: DossierScene): readonly string[] {
  const { title } = scene.holder(scene.unit.id, 'head');
  return signatureLines({ office: 'unit-head', as: 'head', headTitle: headTitleOf(title) });
}

/** '12/TTr-UBND' as number and symbol. */
export function splitNumber(numberText: string | null, symbol: string): { readonly number: string | null; readonly symbol: string } {
  const [number = '', ...rest] = (numberText ?? '').split('/');
  return numberText === null ? { number: null, symbol } : { number, symbol: rest.length > 0 ? rest.join('/') : symbol };
}

export function slashDate(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

export function paragraphs(value: unknown, otherwise?: string): readonly string[] {
  const text = textOf(value, otherwise);
  return text === '' ? [] : text.split(/\n+/).map((line) => line.trim());
}
