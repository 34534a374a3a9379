import type { OrgFacts, RowFacts } from '@thidua/store';
import { date, shippedPack } from '../../../../../test/harness/shipped-law';
import type { RoundScene } from '../scene';
import { ceremonyScript, invitations, nameCards, type Ceremony, type CeremonyOrder } from './ceremony-papers';

const COMMUNE: OrgFacts = {
  id: 'xa',
  parentId: null,
  kind: 'commune',
  level: 'XA',
  name: 'UBND xã Gia Phúc',
  headBody: 'ỦY BAN NHÂN DÂN\nXÃ GIA PHÚC',
  place: 'Gia Phúc',
  symbol: 'UBND',
  tier: 'xa',
  legalPerson: true,
  hasSeal: true,
  orgKind: 'agency',
};
const PROVINCE: OrgFacts = { ...COMMUNE, id: 'tinh', kind: 'province', level: 'TINH', name: 'UBND thành phố Hải Phòng', tier: 'thanh-pho' };

const row = (name: string, more: Partial<RowFacts> = {}): RowFacts => ({
  id: name,
  seq: 1,
  dossierId: 'hs',
  dossierCode: 'HP-GP-2026-0001',
  unitId: 'thcs',
  unitName: 'Trường Trung học cơ sở Gia Phúc',
  kind: 'individual',
  personId: null,
  name,
  title: 'Giáo viên',
  award: 'GK_XA',
  achievement: '',
  details: {},
  scope: 'inside',
  posthumous: false,
  awardType: 'merit',
  achievementFrom: null,
  achievementTo: null,
  outsider: null,
  stage: 'XA',
  state: 'awarded',
  reason: null,
  decisionId: 'qd-gk',
  appraisal: 'met',
  appraisalNote: null,
  outcome: 'awarded',
  ...more,
});

const ROWS = [
  row('Đã mất', { posthumous: true, seq: 1 }),
  row('Cô giáo', { seq: 2 }),
  row('Không được', { state: 'refused', outcome: 'refused', decisionId: null }),
  row('Tổ Toán', { kind: 'collective', title: '', seq: 3 }),
  row('Người lao động', { award: 'LDTT', decisionId: 'qd-ldtt', seq: 4 }),
];

// Only what the papers of a ceremony read.
const scene = {
  pack: shippedPack('vn-2025-nd152'),
  today: date('2026-03-10'),
  simulated: false,
  rows: ROWS,
  round: { id: 'dot', code: 'HP-GP-2026-D01', level: 'XA', occasion: 'annual', year: 2025 },
  org: COMMUNE,
  standing: COMMUNE,
  province: PROVINCE,
  deciderRole: 'chair',
  holder: () => ({ name: 'Phạm Quang Hưng', title: 'Chủ tịch' }),
} as unknown as RoundScene;

const CEREMONY: Ceremony = {
  event: 'Hội nghị tổng kết năm 2025',
  separate: false,
  date: '2026-03-12',
  startTime: '08:00',
  place: 'Hội trường xã',
  chair: 'Chủ tịch UBND xã',
  presenter: '',
  guests: ['Cao Thị Bích Ngọc, Trưởng phòng Văn hóa - Xã hội'],
  inviteHonourees: true,
  notes: [],
  items: [],
};
const order = (change: Partial<Ceremony> = {}): CeremonyOrder => ({
  ceremony: { ...CEREMONY, ...change },
  decisions: new Map([['qd-gk', { numberText: '57/QĐ-UBND', date: '2026-03-05', body: 'Chủ tịch UBND xã' }]]),
  maker: 'Nguyễn Thị Minh Vân',
});

describe('the running order (R-22)', () => {
  const script = ceremonyScript(scene, order());

  it('has a turn for each award and decision, titles first', () => {
    expect(script.parts.map(({ index, award }) => [index, award])).toEqual([
      [1, 'Danh hiệu Lao động tiên tiến'],
      [2, 'Giấy khen của Chủ tịch Ủy ban nhân dân xã'],
    ]);
  });

  it('calls collectives first and the dead last, numbered through, and nobody who was not awarded', () => {
    expect(script.parts.flatMap((part) => part.rows).map(({ index, name, note }) => [index, name, note])).toEqual([
      [1, 'Người lao động', ''],
      [2, 'Tổ Toán', ''],
      [3, 'Cô giáo', ''],
      [4, 'Đã mất', 'Truy tặng; gia đình đón nhận'],
    ]);
  });

  it('names the decision with its number, and who hands over', () => {
    expect(script.parts[1]).toMatchObject({
      decision: { number: '57', symbol: 'QĐ-UBND', date: '2026-03-05' },
      presenter: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc',
    });
    expect(script.parts[0]?.decision).toBeNull();
    expect(ceremonyScript(scene, order({ presenter: 'Lãnh đạo thành phố' })).parts[1]?.presenter).toBe('Lãnh đạo thành phố');
  });

  it('says whether it is combined with something', () => {
    expect(script.occasion).toBe('Kết hợp trong Hội nghị tổng kết năm 2025');
    expect(ceremonyScript(scene, order({ separate: true })).occasion).toContain('thành tích đột xuất');
  });
});

describe('name cards and invitations', () => {
  it('are for the honourees in the order they are called, then the guests', () => {
    expect(nameCards(scene, order()).cards.map(({ name, award }) => [name, award])).toEqual([
      ['Người lao động', 'Lao động tiên tiến'],
      ['Tổ Toán', 'Giấy khen'],
      ['Cô giáo', 'Giấy khen'],
      ['Đã mất', 'Giấy khen'],
      ['Cao Thị Bích Ngọc', ''],
    ]);
    expect(nameCards(scene, order()).cards.at(-1)?.title).toBe('Trưởng phòng Văn hóa - Xã hội');
  });

  it('invite each by himself in the name of the committee, with a number to come', () => {
    const letters = invitations(scene, order());
    expect(letters).toHaveLength(5);
    expect(letters[0]).toMatchObject({
      host: 'Ủy ban nhân dân xã Gia Phúc',
      guests: ['Người lao động, Giáo viên, Trường Trung học cơ sở Gia Phúc'],
      frame: { number: null, symbol: 'GM-UBND', signature: { lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Phạm Quang Hưng' } },
    });
    expect(invitations(scene, order({ inviteHonourees: false })).map((letter) => letter.guests)).toEqual([CEREMONY.guests]);
  });
});
