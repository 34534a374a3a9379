import { rowsOn, ballotRuleFor } from '@thidua/awards';
import { dateWords, type AskedRow, type DocumentRef, type PersonRef } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { CouncilRecord, RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import { groundsOf, occasionWords } from '../grounds';
import { nomineeRows } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { formalName } from '../words';
import { officeHead, officeName } from './deciding';
import { met } from './review-papers';
import { councilFrame, placesOf } from './standing';

const GUIDANCE: readonly string[] = [
  'Mỗi trường hợp đánh dấu (X) vào một ô “Đồng ý” hoặc “Không đồng ý”; để trống cả hai ô là phiếu trắng đối với trường hợp đó.',
  'Phiếu không hợp lệ: phiếu không do Ban kiểm phiếu phát ra; đánh dấu cả hai ô ở cùng một trường hợp; ghi thêm hoặc sửa tên người, tập thể trong phiếu.',
];

const ROLES: Readonly<Record<CouncilRecord['members'][number]['role'], string>> = {
  chair: 'Chủ tịch Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  standing: 'Ủy viên thường trực',
  secretary: 'Ủy viên, Thư ký',
  member: 'Ủy viên',
};

/** Phiếu biểu quyết: a sheet per member; on a secret ballot all alike, without name and signature (V-15). */
export function ballotForms(scene: RoundScene): readonly PaperPlan[] {
  const { round, org } = scene;
  const rows = asked(scene);
  const members = membersOf(scene).filter((member) => member.present);
  if (rows.length === 0 || members.length === 0) {
    return [];
  }
  const secret = isSecret(scene);
  const data = {
    frame: councilFrame(scene, {
      type: '',
      signature: { lines: [secret ? 'BAN KIỂM PHIẾU' : 'NGƯỜI BIỂU QUYẾT'], name: '' },
      date: sessionDay(scene),
    }),
    council: councilName(scene),
    subject: `Xét khen thưởng ${occasionWords(scene)}`,
    session: `Phiên họp ${dateWords(sessionDay(scene))}`,
    secret,
    rows: askedRows(scene, rows),
    guidance: GUIDANCE,
    sheets: members.map(({ name, title }) => ({ member: secret ? null : { name, title } })),
  };
  return [planOf('phieu-bieu-quyet', data, { slotOf: [round.id, org.id], orgId: org.id, roundId: round.id, title: 'Phiếu biểu quyết' })];
}

/** Phiếu xin ý kiến: a sheet for each member who is away; before a session for each who may be (V-12). */
export function opinionForms(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, session } = scene;
  const rows = asked(scene);
  const members = membersOf(scene).filter((member) => session === undefined || !member.present);
  if (rows.length === 0 || members.length === 0) {
    return [];
  }
  const council = councilName(scene);
  const data = {
    frame: councilFrame(scene, {
      type: '',
      signature: { lines: ['NGƯỜI CHO Ý KIẾN'], name: '' },
      date: formatLocalDate(scene.today),
    }),
    council,
    subject: `Về việc xét khen thưởng ${occasionWords(scene)}`,
    opening: `${council} xét khen thưởng ${occasionWords(scene)}${session === undefined ? '' : `, phiên họp ${dateWords(sessionDay(scene))}`}. Do đồng chí không dự họp, Hội đồng xin ý kiến bằng văn bản của đồng chí về các trường hợp sau đây (đánh dấu X vào ô tương ứng):`,
    rows: askedRows(scene, rows),
    dueOn: null,
    returnTo: `${officeName(scene)}, ${formalName(org)} trước khi Hội đồng kiểm phiếu`,
    sheets: members.map(({ name, title }) => ({ member: { name, title } })),
  };
  return [
    planOf('phieu-xin-y-kien', data, {
      slotOf: [round.id, org.id],
      orgId: org.id,
      roundId: round.id,
      title: 'Phiếu xin ý kiến bằng văn bản',
    }),
  ];
}

/** Quyết định kiện toàn, thành lập Hội đồng: a draft of its present members, to be changed and signed. */
export function councilDecision(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, council, pack, today } = scene;
  if (council === undefined) {
    return [];
  }
  const quorums = rowsOn(pack.quorums, today).filter((row) => row.levels.length === 0 || row.levels.includes(round.level));
  const data = {
    frame: frameOf({
      org,
      pack,
      simulated: scene.simulated,
      today,
      type: 'QĐ',
      signature: { lines: ['CHỦ TỊCH'], name: scene.holder(org.id, 'chair').name },
      recipients: ['Như Điều 4', 'Lưu: VT'],
      rests: quorums.map((row) => row.id),
    }),
    subject: `Về việc kiện toàn ${council.name}`,
    decider: `Chủ tịch ${formalName(org)}`,
    grounds: groundsOf(scene),
    proposal: `Theo đề nghị của ${officeHead(scene)}`,
    council: council.name,
    members: council.members.map((member, at) => ({ index: at + 1, name: member.fullName, title: member.title, role: ROLES[member.role] })),
    standingBody: officeName(scene),
    duties: [
      'Tham mưu, tư vấn về phát động phong trào thi đua, xét và đề nghị khen thưởng theo thẩm quyền',
      ...quorums.map((row) => `${row.text.replace(/\.$/u, '')} (${row.id})`),
      'Kết quả và tỷ lệ phiếu của từng trường hợp tính trên tổng số thành viên, ghi vào biên bản; thành viên vắng mặt được lấy ý kiến bằng văn bản',
    ],
    replaces: replacedBy(council.establishedBy, formalName(org)),
    executors: `Chánh Văn phòng, ${officeHead(scene)}, thủ trưởng các cơ quan, đơn vị có liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này`,
  };
  return [
    planOf('quyet-dinh-thanh-lap-hoi-dong', data, {
      slotOf: [round.id, org.id, council.id],
      orgId: org.id,
      roundId: round.id,
      title: `Quyết định kiện toàn ${council.name}`,
    }),
  ];
}

/** 'Quyết định số 45/QĐ-UBND ngày 10/7/2025 của …' as a reference; null when the register holds other words. */
function replacedBy(text: string, body: string): DocumentRef | null {
  const [, number, symbol, day = '', month = '', year = '', by] =
    /^Quyết định số (\d+\w*)\/(\S+) ngày (\d{1,2})\/(\d{1,2})\/(\d{4})(?: của (.+))?$/u.exec(text) ?? [];
  return number === undefined || symbol === undefined
    ? null
    : {
        name: 'Quyết định',
        number,
        symbol,
        date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
        body: by ?? `Chủ tịch ${body}`,
      };
}

interface Voice extends PersonRef {
  readonly present: boolean;
}

/** Who has a voice: of the session once it is open, of the council in force before. */
function membersOf({ session, council }: RoundScene): readonly Voice[] {
  return session === undefined
    ? (council?.members ?? []).map(({ fullName, title }) => ({ name: fullName, title, present: true }))
    : session.members.map(({ name, title, attendance }) => ({ name, title, present: attendance === 'present' }));
}

function councilName({ session, council }: RoundScene): string {
  return session?.councilName ?? council?.name ?? 'Hội đồng Thi đua - Khen thưởng';
}

function sessionDay({ session, today }: RoundScene): string {
  return formatLocalDate(session === undefined ? today : dayOf(session.openedMs));
}

/** What stands on the ballot: the session's agenda, before it whoever the appraisal let through. */
function asked(scene: RoundScene): readonly RowFacts[] {
  const { session, rows } = scene;
  return session === undefined ? met(rows) : rows.filter((row) => session.items.some((item) => item.rowId === row.id));
}

function askedRows(scene: RoundScene, rows: readonly RowFacts[]): readonly AskedRow[] {
  return nomineeRows(scene, placesOf(scene), rows).map(({ index, name, kind, title, award }) => ({ index, name, kind, title, award }));
}

/** Secret as the session has it; before it, as the pack asks for any of the awards. */
function isSecret(scene: RoundScene): boolean {
  const { session, pack, round, today } = scene;
  return session === undefined
    ? asked(scene).some((row) => ballotRuleFor(pack, row.award, round.level, today)?.secret === true)
    : session.items.some((item) => item.secret);
}
