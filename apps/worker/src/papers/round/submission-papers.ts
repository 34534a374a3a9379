import { competence, signatureLines, type AuthorityRole, type Level } from '@thidua/awards';
import { paperNeeds } from '@thidua/casework';
import { dateShort, dateWords, padNumber, type Frame, type Submission } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { OrgFacts, RowFacts } from '@thidua/store';
import { frameOf, type FrameOrder } from '../frame';
import { groundsOf, occasionWords } from '../grounds';
import { inOrder, nomineeRows, sessionVotes, textOf } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { chairOf, countWords, formalName, fullAward, placeName, subjectWords } from '../words';
import { officeName } from './deciding';
import { decidedHere, proposedUpward } from './decision-papers';
import { opinionWords } from './minutes-words';
import { placesOf, standingFrame } from './standing';

/** Who writes to whom for whom: the header `to` of the step is '', 'noi-bo' (the office to its own chair) or 'TTG'. */
export interface SubmissionOrder {
  readonly org: OrgFacts;
  /** As the paper names the writer: 'Phòng Văn hóa - Xã hội', 'Ủy ban nhân dân xã Gia Phúc'. */
  readonly submitter: string;
  readonly role: string;
  readonly lines: readonly string[];
  /** The addressee who decides or passes on first. */
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly rows: readonly RowFacts[];
  readonly awards: readonly string[];
  /** The position of the addressee: what it decides itself is asked of it, what not is asked to be passed on. */
  readonly addressee: { readonly level: Level; readonly role: AuthorityRole };
  readonly office: boolean;
}

/** Tờ trình of the commune's or district's UBND, of an office to its own chair, of Sở Nội vụ, or of the province to the Prime Minister. */
export function roundSubmission(scene: RoundScene, to: string): readonly PaperPlan[] {
  const order = submissionOrder(scene, to);
  if (order.rows.length === 0) {
    return [];
  }
  const asked = askedOf(scene, order);
  const data = {
    frame: headOf(scene, order),
    subject: subjectWords(order.awards, occasionWords(scene)),
    submitter: order.submitter,
    to: order.to,
    grounds: groundsOf(scene, minutesGround(scene)),
    opening: `${order.submitter} kính trình ${order.to[0] ?? ''} ${asked} cho ${countWords(order.rows)} có thành tích xuất sắc ${occasionWords(scene)}, cụ thể:`,
    rows: nomineeRows(scene, placesOf(scene), order.rows, { votes: (row) => sessionVotes(scene, row) }),
    statements: statementsOf(scene, order),
    opinions: opinionsOf(scene, order),
    appraisal: appraisalOf(scene, order),
    attachments: attachmentsOf(scene, order),
    closing: `${order.submitter} kính trình ${order.to[0] ?? ''} ${asked === ASKED.decide ? 'xem xét, quyết định' : asked}`,
    ...mandatoryOf(scene, order),
  };
  return [
    planOf('to-trinh', data, {
      slotOf: [scene.round.id, order.org.id, ...(to === '' ? [] : [to])],
      orgId: order.org.id,
      roundId: scene.round.id,
      title: `Tờ trình của ${order.submitter}`,
    }),
  ];
}

/** Only what goes to the Prime Minister is a State-level Tờ trình (ND152 33.11). */
function mandatoryOf({ pack, today }: RoundScene, { rows, addressee }: SubmissionOrder): Pick<Submission, 'mandatory'> {
  const awards = rows.map((row) => row.award);
  return addressee.role === 'prime-minister' ? { mandatory: paperNeeds(pack, { kind: 'to-trinh', awards, day: today }) } : {};
}

function headOf(scene: RoundScene, order: SubmissionOrder): Frame {
  const { pack, simulated, today } = scene;
  const foot: Omit<FrameOrder, 'org' | 'pack' | 'simulated' | 'today'> = {
    type: 'TTr',
    signature: { lines: order.lines, name: scene.holder(order.org.id, order.role).name },
    recipients: ['Như trên', ...order.copies, 'Lưu: VT'],
    rests: rulesOf(scene, order),
  };
  const frame = order.office ? standingFrame(scene, foot) : frameOf({ ...foot, org: order.org, pack, simulated, today });
  return order.office && scene.round.level === 'XA' ? { ...frame, symbol: 'TTr-VHXH' } : frame;
}

/** The rows of authority by which the awards asked for are given. */
function rulesOf(scene: RoundScene, { rows, addressee }: SubmissionOrder): readonly string[] {
  const awards = [...new Set(rows.map((row) => row.award))];
  return [...new Set(awards.flatMap((award) => competence(scene.pack, { award, ...addressee, date: scene.today }).row?.id ?? []))];
}

/** What the addressee is asked: to give what is his to give, to pass on the rest. */
const ASKED = {
  decide: 'xem xét, quyết định khen thưởng',
  'pass-on': 'xem xét, trình cấp có thẩm quyền khen thưởng',
  both: 'xem xét, quyết định khen thưởng theo thẩm quyền và trình cấp có thẩm quyền khen thưởng',
} as const;

function askedOf(scene: RoundScene, { rows, addressee }: SubmissionOrder): string {
  const own = rows.filter((row) => competence(scene.pack, { award: row.award, ...addressee, date: scene.today }).competent).length;
  const asked = ASKED[own === rows.length ? 'decide' : own === 0 ? 'pass-on' : 'both'];
  // Above the Prime Minister there is one who awards.
  return addressee.role === 'prime-minister' ? asked.replace('cấp có thẩm quyền', 'Chủ tịch nước') : asked;
}

/** Compliance, publication, the council's vote; a province answers for a State award's whole file. */
function statementsOf(scene: RoundScene, { office, addressee }: SubmissionOrder): readonly string[] {
  return [
    'Các trường hợp đề nghị chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; không trong thời gian xem xét, thi hành kỷ luật; không bị điều tra, thanh tra, kiểm tra có dấu hiệu vi phạm; không có đơn thư khiếu nại, tố cáo đang được xác minh.',
    ...publicationOf(scene),
    ...councilOf(scene),
    ...(office || addressee.role !== 'prime-minister'
      ? []
      : [
          `${chairOf(scene.province)} chịu trách nhiệm trước pháp luật về hồ sơ, quy trình, thủ tục, điều kiện và tính chính xác của thành tích đề nghị khen thưởng.`,
        ]),
  ];
}

function publicationOf({ notice }: RoundScene): readonly string[] {
  if (notice === undefined) {
    return [];
  }
  const { publishedOn, untilOn, channels, comments } = notice;
  const answers =
    comments.length === 0
      ? 'trong thời gian công khai không nhận được ý kiến, đơn thư'
      : `đã nhận ${padNumber(comments.length)} ý kiến; kết quả xem xét, xử lý đã báo cáo Hội đồng và ghi vào biên bản họp`;
  return [
    `Danh sách đã được công khai từ ngày ${dateShort(publishedOn)} đến hết ngày ${dateShort(untilOn)} trên ${channels.join(', ')}; ${answers}.`,
  ];
}

function councilOf({ session }: RoundScene): readonly string[] {
  return session === undefined
    ? []
    : [
        `${session.councilName} đã họp xét ${dateWords(formatLocalDate(dayOf(session.openedMs)))}, ${padNumber(session.present)}/${padNumber(session.total)} thành viên có mặt; kết quả từng trường hợp ghi tại danh sách kèm theo, tỷ lệ tính trên tổng số thành viên Hội đồng.`,
      ];
}

/** What the bodies asked have answered; a State award's submission says so too where none had to be asked (ND152 33.11.c). */
function opinionsOf(scene: RoundScene, { addressee }: SubmissionOrder): readonly string[] {
  const given = opinionWords(scene).map((line) => line.replace(/^Ý kiến của /u, ''));
  return given.length === 0 && addressee.role === 'prime-minister' ? ['Không thuộc trường hợp phải lấy ý kiến của cơ quan khác.'] : given;
}

/** Right subject, conditions, standards, file and procedure (ND152 33.11.d); the committees below the province have none to give. */
function appraisalOf(scene: RoundScene, { office }: SubmissionOrder): string | null {
  const { level } = scene.round;
  if (!office && (level === 'XA' || level === 'HUYEN')) {
    return null;
  }
  const said = textOf(scene.appraisal['opinion']);
  const who = level === 'TINH' ? formalName(scene.standing) : officeName(scene);
  const verdict = `${who} đã thẩm định: các trường hợp đề nghị đúng đối tượng, đủ điều kiện, tiêu chuẩn; hồ sơ đủ thành phần, đúng quy trình, thủ tục theo quy định.`;
  return said === '' ? verdict : `${verdict} ${said}`;
}

function attachmentsOf(scene: RoundScene, { office, addressee }: SubmissionOrder): readonly string[] {
  const { session, notice, opinions } = scene;
  const state = addressee.role === 'prime-minister';
  const answered = opinions.filter((one) => one.answeredAt !== null);
  return [
    'Danh sách kèm theo',
    ...(office ? ['Dự thảo Quyết định khen thưởng', 'Bảng tổng hợp thẩm định'] : []),
    ...(session === undefined ? [] : [`Biên bản họp ${session.councilName}, biên bản kiểm phiếu`]),
    state ? `Báo cáo thành tích của từng trường hợp, có xác nhận của ${chairOf(scene.province)}` : 'Báo cáo thành tích của từng trường hợp',
    ...(notice === undefined ? [] : ['Báo cáo kết quả công khai và xử lý ý kiến']),
    ...(answered.some((one) => one.kind === 'party') ? ['Ý kiến bằng văn bản của cấp ủy có thẩm quyền'] : []),
    ...(answered.some((one) => one.kind !== 'party') ? ['Văn bản trả lời của các cơ quan được lấy ý kiến, xác nhận'] : []),
  ];
}

/** The council's minutes, with number and day once they have them. */
function minutesGround(scene: RoundScene): readonly string[] {
  const { session } = scene;
  if (session === undefined) {
    return [];
  }
  const minutes = scene.papers.findLast((paper) => paper.kind === 'bien-ban-hoi-dong' && paper.numberText !== null);
  const number = minutes?.numberText === undefined || minutes.numberText === null ? 'họp' : `số ${minutes.numberText}`;
  return [`Căn cứ Biên bản ${number} ${dateWords(formatLocalDate(dayOf(session.openedMs)))} của ${session.councilName}`];
}

export function submissionOrder(scene: RoundScene, to: string): SubmissionOrder {
  if (to === 'TTG') {
    return toPrimeMinister(scene);
  }
  const { level } = scene.round;
  return to === 'noi-bo' || level === 'TINH' || level === 'UNIT' ? toOwnChair(scene) : toUpperChair(scene);
}

function awardsOf(scene: RoundScene, rows: readonly RowFacts[]): readonly string[] {
  return [...new Set(inOrder(rows).map((row) => fullAward(scene.pack, row.award, placesOf(scene))))];
}

/** UBND of the commune or the district to the chair above: the district's while there is one that decides (three-tier), else the province's. */
function toUpperChair(scene: RoundScene): SubmissionOrder {
  const { org, province, district, round } = scene;
  const upper = round.level === 'XA' && district !== undefined ? district : province;
  const office = upper.kind === 'district' ? `Phòng Nội vụ ${placeName(upper)}` : `Sở Nội vụ ${placeName(province)}`;
  const rows = proposedUpward(scene);
  return {
    org,
    submitter: formalName(org),
    role: 'chair',
    lines: signatureLines({ office: 'committee', as: 'head' }),
    to: [chairOf(upper), office],
    copies: [],
    rows,
    awards: awardsOf(scene, rows),
    addressee: { level: upper.kind === 'district' ? 'HUYEN' : 'TINH', role: 'chair' },
    office: false,
  };
}

function toPrimeMinister(scene: RoundScene): SubmissionOrder {
  const { province } = scene;
  const rows = proposedUpward(scene);
  return {
    org: province,
    submitter: formalName(province),
    role: 'chair',
    lines: signatureLines({ office: 'committee', as: 'head' }),
    to: ['Thủ tướng Chính phủ', 'Bộ Nội vụ'],
    copies: ['Sở Nội vụ'],
    rows,
    awards: awardsOf(scene, rows),
    addressee: { level: 'TTG', role: 'prime-minister' },
    office: false,
  };
}

/** The office that prepares to its own chair: Sở Nội vụ to the province's, Phòng Văn hóa - Xã hội to the commune's (internal). */
function toOwnChair(scene: RoundScene): SubmissionOrder {
  const { org, standing, province, round } = scene;
  const department = round.level === 'TINH';
  const rows = [...decidedHere(scene).values()].flat();
  return {
    org: standing,
    submitter: department ? formalName(standing) : officeName(scene),
    role: department ? 'director' : 'appraiser',
    lines: department ? signatureLines({ office: 'director', as: 'head' }) : ['TRƯỞNG PHÒNG'],
    to: [chairOf(department ? province : org)],
    copies: [],
    rows,
    awards: awardsOf(scene, rows),
    addressee: { level: round.level, role: scene.deciderRole },
    office: true,
  };
}
