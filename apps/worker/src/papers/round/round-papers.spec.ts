import { join } from 'node:path';
import { PaperTemplates, type PaperKind } from '@thidua/documents';
import type { OpinionRecord, OrgFacts, PaperFacts, RowFacts, SessionFacts } from '@thidua/store';
import { date, shippedPack } from '../../../../../test/harness/shipped-law';
import type { PaperPlan } from '../plan';
import { plansFor } from '../plans-for';
import type { NoticeFacts, RoundScene } from '../scene';

const templates = new PaperTemplates(join(__dirname, '../../../../../workflows/papers'));
const pack = shippedPack('vn-2025-nd152');

const org = (id: string, name: string, more: Partial<OrgFacts> = {}): OrgFacts => ({
  id,
  parentId: null,
  kind: 'commune',
  level: 'XA',
  name,
  headBody: 'ỦY BAN NHÂN DÂN\nXÃ GIA PHÚC',
  place: 'Gia Phúc',
  symbol: 'UBND',
  tier: 'xa',
  legalPerson: true,
  hasSeal: true,
  orgKind: 'agency',
  ...more,
});
const COMMUNE = org('xa', 'UBND xã Gia Phúc');
const PROVINCE = org('tinh', 'UBND thành phố Hải Phòng', {
  kind: 'province',
  level: 'TINH',
  tier: 'thanh-pho',
  headBody: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG',
});
const SCHOOL = org('thcs', 'Trường Trung học cơ sở Gia Phúc', {
  kind: 'unit',
  level: 'UNIT',
  tier: 'don-vi',
  orgKind: 'school',
  symbol: 'THCSGP',
  headBody: 'UBND XÃ GIA PHÚC\nTRƯỜNG TRUNG HỌC CƠ SỞ GIA PHÚC',
});
const FIRM = org('cty', 'Công ty TNHH Cơ khí Phúc Thịnh', {
  kind: 'enterprise',
  level: 'UNIT',
  tier: 'don-vi',
  orgKind: 'enterprise',
  symbol: 'CTPT',
  headBody: 'CÔNG TY TNHH\nCƠ KHÍ PHÚC THỊNH',
});

const row = (id: string, more: Partial<RowFacts> = {}): RowFacts => ({
  id,
  seq: 1,
  dossierId: 'hs',
  dossierCode: 'HP-GP-2026-0001',
  unitId: 'thcs',
  unitName: 'Trường Trung học cơ sở Gia Phúc',
  kind: 'individual',
  personId: null,
  name: `Người ${id}`,
  title: 'Giáo viên',
  award: 'GK_XA',
  achievement: 'Hoàn thành xuất sắc nhiệm vụ.',
  details: {},
  scope: 'inside',
  posthumous: false,
  awardType: 'merit',
  achievementFrom: null,
  achievementTo: null,
  outsider: null,
  stage: 'XA',
  state: 'open',
  reason: null,
  decisionId: null,
  appraisal: 'met',
  appraisalNote: null,
  outcome: 'recommended',
  ...more,
});

const SESSION: SessionFacts = {
  id: 'phien',
  councilName: 'Hội đồng Thi đua - Khen thưởng xã Gia Phúc',
  establishedBy: 'Quyết định số 45/QĐ-UBND',
  body: 'full',
  total: 9,
  place: 'Phòng họp số 1',
  openedMs: Date.UTC(2026, 2, 2, 1),
  closedMs: Date.UTC(2026, 2, 2, 3),
  minutes: null,
  present: 9,
  quorumNeeded: null,
  quorumRule: null,
  items: [],
  members: [{ name: 'Chủ Tịch', title: 'Chủ tịch UBND xã', role: 'chair', voted: true, attendance: 'present' }],
  team: [
    { name: 'Tổ Trưởng', title: 'Ủy viên', head: true },
    { name: 'Tổ Viên', title: 'Ủy viên', head: false },
  ],
  ballots: { issued: 9, returned: 9, valid: 9, invalid: 0, written: 0 },
  recusals: [],
  tieBreaks: [],
  postponements: [],
};
const item = (rowId: string, more: Partial<SessionFacts['items'][number]> = {}): SessionFacts['items'][number] => ({
  rowId,
  ruleId: 'V-10',
  needed: 5,
  yes: 9,
  no: 0,
  blank: 0,
  passed: true,
  secret: true,
  chosen: null,
  recused: 0,
  ...more,
});

/** A round of the commune; only what a paper under test reads is told. */
function scene(more: Partial<RoundScene> = {}): RoundScene {
  const all = {
    pack,
    movement: undefined,
    today: date('2026-03-02'),
    nowMs: Date.UTC(2026, 2, 2, 2),
    simulated: false,
    rows: [],
    papers: [],
    holder: (orgId: string, role: string) => ({ name: `${role} của ${orgId}`, title: role === 'head' ? 'Hiệu trưởng' : role }),
    round: {
      id: 'dot',
      code: 'DX-HP-GP-2026-0001',
      title: 'Đợt xét đột xuất',
      level: 'XA',
      occasion: 'annual',
      year: 2025,
      movementId: null,
      orgId: 'xa',
      standingOrgId: 'xa',
      packHash: 'h',
    },
    org: COMMUNE,
    standing: COMMUNE,
    province: PROVINCE,
    session: undefined,
    appraisal: {},
    decisionPlans: [],
    deciderRole: 'chair',
    notice: undefined,
    opinions: [],
    submissions: new Map(),
    decisionIds: new Map(),
    payLines: [],
    cluster: undefined,
    ...more,
  };
  // A scene as the loader makes it; lists no paper of these tests reads are left out.
  return all as unknown as RoundScene;
}

const plan = (of: RoundScene, kind: PaperKind): PaperPlan => {
  const [first] = plansFor(of, [kind], '');
  if (first === undefined) {
    throw new Error(`no ${kind}`);
  }
  return first;
};
const words = (one: PaperPlan): string =>
  // Frozen data are what the templates take.
  templates
    .fill(one.kind, 1, one.data as never)
    .html.replace(/^[\s\S]*<body/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const unitRound = (unit: OrgFacts, more: Partial<RoundScene> = {}): RoundScene =>
  scene({
    org: unit,
    standing: unit,
    deciderRole: 'head',
    round: { ...scene().round, level: 'UNIT', orgId: unit.id, standingOrgId: unit.id },
    rows: [row('1', { award: 'GK_UNIT' })],
    decisionPlans: [{ award: 'GK_UNIT', rowIds: ['1'], split: null }],
    ...more,
  });

describe("a unit head's decision", () => {
  it('names the head, the unit and its own symbol, without TM. and without the law on local government', () => {
    const text = words(plan(unitRound(SCHOOL), 'quyet-dinh'));
    expect(text).toContain('HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC CƠ SỞ GIA PHÚC');
    expect(text).toContain('/QĐ-THCSGP');
    expect(text).toContain('Tặng Giấy khen của Hiệu trưởng Trường Trung học cơ sở Gia Phúc cho 01 cá nhân');
    expect(text).not.toMatch(/TM\.|Luật Tổ chức chính quyền địa phương/);
  });

  it('is followed by certificates with the emblem of the State only where the body is of the State', () => {
    const certificate = (unit: OrgFacts): string =>
      words(plan(unitRound(unit, { rows: [row('1', { award: 'GK_UNIT', outcome: 'awarded', decisionId: 'd' })] }), 'giay-khen'));
    const html = (unit: OrgFacts): string =>
      templates.fill(
        'giay-khen',
        1,
        plan(unitRound(unit, { rows: [row('1', { award: 'GK_UNIT', outcome: 'awarded' })] }), 'giay-khen').data as never,
      ).html;
    expect(certificate(SCHOOL)).toContain('HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC CƠ SỞ GIA PHÚC');
    expect(html(SCHOOL)).toContain('class="star"');
  });

  it('of an enterprise shows no State emblem', () => {
    const of = unitRound(FIRM, {
      rows: [row('1', { award: 'GK_DN', outcome: 'awarded' })],
      holder: () => ({ name: 'Nguyễn Văn Giám', title: 'Giám đốc' }),
    });
    const data = plan(of, 'giay-khen').data;
    expect(data).toMatchObject({ emblemOf: 'own', decider: 'Giám đốc Công ty TNHH Cơ khí Phúc Thịnh' });
    expect(templates.fill('giay-khen', 1, data as never).html).not.toContain('class="star"');
  });
});

describe('a posthumous award', () => {
  const dead = row('1', { posthumous: true, outcome: 'awarded' });

  it('is written as truy tặng, and the family receives it (R-24)', () => {
    const text = words(plan(scene({ rows: [dead], decisionPlans: [{ award: 'GK_XA', rowIds: ['1'], split: null }] }), 'quyet-dinh'));
    expect(text).toContain('Về việc truy tặng');
    expect(text).toContain('Điều 1. Truy tặng');
    expect(text).toContain('Gia đình của người được truy tặng đón nhận');
    expect(text).toContain('Người 1 (truy tặng)');
    expect(words(plan(scene({ rows: [dead] }), 'giay-khen'))).toContain('TRUY TẶNG');
  });

  it('stands beside the living in one list as tặng, truy tặng', () => {
    const of = scene({ rows: [dead, row('2')], decisionPlans: [{ award: 'GK_XA', rowIds: ['1', '2'], split: null }] });
    expect(words(plan(of, 'quyet-dinh'))).toContain('Điều 1. Tặng, truy tặng');
  });
});

describe('what a paper says of its law', () => {
  it('is stamped MÔ PHỎNG under a simulated pack and marked under the movable clock', () => {
    const of = scene({
      simulated: true,
      pack: { ...pack, simulated: true },
      rows: [row('1')],
      decisionPlans: [{ award: 'GK_XA', rowIds: ['1'], split: null }],
    });
    const text = words(plan(of, 'quyet-dinh'));
    expect(text).toContain('MÔ PHỎNG');
    expect(text).toContain('Bản mô phỏng, không có giá trị pháp lý.');
  });

  it('has neither mark in earnest', () => {
    const of = scene({ rows: [row('1')], decisionPlans: [{ award: 'GK_XA', rowIds: ['1'], split: null }] });
    expect(words(plan(of, 'quyet-dinh'))).not.toMatch(/MÔ PHỎNG|Bản mô phỏng/);
  });

  it('cites the paper by which the province has confirmed a row', () => {
    const coefficients = pack.coefficients.map((one) =>
      one.award === 'GK_XA'
        ? { ...one, confirmed: true, citation: `${one.citation}; văn bản số 12/SNV-TĐKT ngày 05/01/2026 của Sở Nội vụ thành phố Hải Phòng` }
        : one,
    );
    const of = scene({
      pack: { ...pack, coefficients },
      rows: [row('1')],
      decisionPlans: [{ award: 'GK_XA', rowIds: ['1'], split: null }],
    });
    const text = words(plan(of, 'quyet-dinh'));
    expect(text).toContain('Căn cứ Văn bản số 12/SNV-TĐKT ngày 05/01/2026 của Sở Nội vụ thành phố Hải Phòng');
    expect(text).not.toContain('M-04-GK_XA');
  });

  it('tells the period of the achievement when every nominee has one (R-09)', () => {
    const period = { achievementFrom: '2025-01-01', achievementTo: '2025-12-31' };
    const of = scene({ rows: [row('1', period)], decisionPlans: [{ award: 'GK_XA', rowIds: ['1'], split: null }] });
    expect(words(plan(of, 'quyet-dinh'))).toContain('(từ ngày 01/01/2025 đến ngày 31/12/2025)');
  });
});

describe('minutes of the council', () => {
  const rows = [row('1'), row('2')];
  const of = (session: Partial<SessionFacts>, more: Partial<RoundScene> = {}): RoundScene =>
    scene({ rows, session: { ...SESSION, items: [item('1'), item('2', { yes: 4, no: 5, passed: false })], ...session }, ...more });

  it('say which council, the threshold of each award, and nothing of written opinions when all were there', () => {
    const minutes = plan(of({}), 'bien-ban-hoi-dong');
    expect(minutes.title).toBe('Biên bản họp Hội đồng Thi đua - Khen thưởng xã Gia Phúc');
    const text = words(minutes);
    expect(text).toContain('cần ít nhất 05/09 phiếu đồng ý trên tổng số thành viên (V-10)');
    expect(text).not.toContain('ý kiến bằng văn bản');
    expect(words(plan(of({}), 'bien-ban-kiem-phieu'))).not.toContain('Ý kiến bằng văn bản');
  });

  it('count written opinions when somebody was absent', () => {
    const members = [...SESSION.members, { name: 'Vắng Mặt', title: 'Ủy viên', role: 'member', voted: false, attendance: 'written' }];
    const text = words(plan(of({ members, ballots: { ...SESSION.ballots, written: 1 } }), 'bien-ban-hoi-dong'));
    expect(text).toContain('ý kiến bằng văn bản của thành viên vắng mặt: 01');
  });

  it('carry quorum, recusals and a tie-break with what the council chose', () => {
    const text = words(
      plan(
        of({
          quorumNeeded: 6,
          quorumRule: 'V-13',
          recusals: [{ name: 'Phạm Quang Hưng', rowId: '1', reason: 'người thân' }],
          tieBreaks: [{ award: 'GK_XA', places: 1, tied: ['1', '2'], preferred: ['1'], chosen: ['1'], ruleId: 'R-07', reason: 'chọn nữ' }],
        }),
        'bien-ban-hoi-dong',
      ),
    );
    expect(text).toContain('yêu cầu ít nhất 06 thành viên, V-13');
    expect(text).toContain(
      'Phạm Quang Hưng khai báo xung đột lợi ích (người thân), không bỏ phiếu trường hợp Người 1; tổng số thành viên để tính tỷ lệ không thay đổi.',
    );
    expect(text).toContain('ưu tiên theo R-07: Người 1; Hội đồng chọn Người 1 (chọn nữ)');
  });

  it('repeat the public notice with each comment and what was done about it (T-01)', () => {
    const notice: NoticeFacts = {
      id: 'n',
      provinceId: 'HP',
      roundId: 'dot',
      publishedOn: '2026-02-09',
      untilOn: '2026-03-02',
      channels: ['Cổng thông tin điện tử xã'],
      token: 'k7Qw2TzN8b',
      ruleId: 'T-01',
      paperId: null,
      closedAt: null,
      summary: null,
      rowIds: ['1'],
      comments: [
        {
          id: 'c',
          noticeId: 'n',
          rowId: '1',
          via: 'paper',
          author: null,
          contact: null,
          text: 'Đề nghị xem lại số liệu',
          receivedAt: new Date(Date.UTC(2026, 1, 12, 3)),
          handling: 'explained',
          handlingText: 'số liệu đã đối chiếu',
          handledAt: new Date(Date.UTC(2026, 1, 13, 3)),
        },
      ],
    };
    const text = words(plan(of({}, { notice }), 'bien-ban-hoi-dong'));
    expect(text).toContain('Danh sách Người 1 được công khai ngày 09 tháng 02 năm 2026 trên Cổng thông tin điện tử xã (T-01).');
    expect(text).toContain(
      'Ý kiến nhận bằng văn bản, ngày 12 tháng 02 năm 2026, về trường hợp Người 1: Đề nghị xem lại số liệu. Kết quả: đã giải trình (số liệu đã đối chiếu).',
    );
    const published = words(plan(of({}, { notice }), 'thong-bao-cong-khai'));
    expect(published).toContain('10 ngày làm việc');
    expect(published).toContain('mã k7Qw2TzN8b');
    expect(published).not.toContain('Người 2');
  });
});

describe('a refusal', () => {
  const refused = [
    row('1', { outcome: 'not-recommended', state: 'not-recommended' }),
    row('2', { outcome: 'not-met', state: 'rejected', appraisalNote: 'Chưa đủ hai năm liên tục.' }),
  ];
  const of = scene({ rows: refused, session: { ...SESSION, items: [item('1', { yes: 4, no: 5, passed: false })] } });

  it('goes to the unit with a reason and a rule per row', () => {
    const texts = plansFor(of, ['thong-bao-tu-choi'], '').map(words);
    expect(texts).toHaveLength(2);
    expect(texts.join()).toContain('Được 4/9 phiếu đồng ý, yêu cầu ít nhất 5 phiếu');
    expect(texts.join()).toContain('V-10: ');
    expect(texts.join()).toContain('Chưa đủ hai năm liên tục.');
  });

  it('is not told twice', () => {
    const told = plansFor(of, ['thong-bao-tu-choi'], '').map(
      ({ kind, slot }) => ({ kind, slot, state: 'issued' }) as unknown as PaperFacts, // only what the builder looks at
    );
    expect(plansFor({ ...of, papers: told }, ['thong-bao-tu-choi'], '')).toEqual([]);
  });
});

describe('a letter that asks for an opinion', () => {
  const question = (id: string, more: Partial<OpinionRecord> = {}): OpinionRecord => ({
    id,
    roundId: 'dot',
    rowId: '1',
    kind: 'agency',
    body: 'Công an xã Gia Phúc',
    orgId: null,
    subject: 'Xin ý kiến về việc chấp hành pháp luật',
    ruleId: 'T-03',
    askedAt: new Date(0),
    dueOn: '2026-03-16',
    paperId: null,
    answeredAt: null,
    answer: null,
    text: null,
    numberText: null,
    answerDate: null,
    fileSha256: null,
    withdrawnAt: null,
    withdrawReason: null,
    ...more,
  });

  it('puts all questions to one body into one letter, and says that silence is no consent', () => {
    const of = scene({
      rows: [row('1'), row('2')],
      opinions: [question('a'), question('b', { rowId: '2' }), question('c', { body: 'Thuế', answeredAt: new Date(0), answer: 'agree' })],
    });
    const letters = plansFor(of, ['cong-van-xin-y-kien'], '');
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    const text = letter === undefined ? '' : words(letter);
    expect(text).toContain('V/v xin ý kiến về việc chấp hành pháp luật');
    expect(text).toContain('Kính gửi: Công an xã Gia Phúc');
    expect(text).toContain('Việc không trả lời không được coi là đồng ý.');
    expect(text).toContain('Người 1');
    expect(text).toContain('Người 2');
  });
});
