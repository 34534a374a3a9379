import type { CouncilRecord, OpinionRecord, RowFacts, SessionFacts } from '@thidua/store';
import type { RoundScene } from '../../apps/worker/src/papers/scene';
import { date } from '../harness/shipped-law';
import { dayMs, holderIn, type Chain } from './chains';

/** A nominee of the school. */
export function nominee(chain: Chain, seq: number, more: Partial<RowFacts>): RowFacts {
  return {
    id: `dong-${String(seq)}`,
    seq,
    dossierId: 'ho-so',
    dossierCode: 'HS-2026-0001',
    unitId: chain.school.id,
    unitName: chain.school.name,
    kind: 'individual',
    personId: null,
    name: '',
    title: 'Giáo viên',
    award: 'BK_TINH',
    achievement: '',
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
  };
}

/** Two people and a collective with one award each. */
export function nominees(chain: Chain, ...awards: readonly [string, string, string]): readonly RowFacts[] {
  return [
    nominee(chain, 1, {
      kind: 'collective',
      name: `Tập thể Tổ Khoa học tự nhiên`,
      title: '',
      award: awards[0],
      achievement:
        'Dẫn đầu phong trào đổi mới phương pháp dạy học ba năm liền; 11/11 thành viên hoàn thành tốt nhiệm vụ trở lên, trong đó 04 người hoàn thành xuất sắc.',
    }),
    nominee(chain, 2, {
      name: 'Nguyễn Thị Ánh Tuyết',
      award: awards[1],
      achievement: 'Chủ trì giải pháp “Kho học liệu số dùng chung” được công nhận, 12 trường áp dụng, giảm 40% thời gian soạn bài.',
    }),
    nominee(chain, 3, {
      name: 'Vương Đình Khải',
      title: 'Phó Hiệu trưởng',
      award: awards[2],
      achievement: 'Chỉ đạo số hóa 100% học bạ, hồ sơ; tỷ lệ học sinh khá, giỏi tăng 9% so với năm học trước.',
    }),
  ];
}

/** A session of the council of a body that has counted every row's votes. */
export function session(chain: Chain, council: string, rows: readonly RowFacts[], more: Partial<SessionFacts> = {}): SessionFacts {
  return {
    id: 'phien',
    councilName: council,
    establishedBy: 'Quyết định số 45/QĐ-UBND ngày 10/7/2025',
    body: 'full',
    total: 9,
    place: 'Phòng họp số 1',
    openedMs: dayMs(chain, '02-27T01:00:00Z'),
    closedMs: dayMs(chain, '02-27T03:30:00Z'),
    minutes: null,
    present: 8,
    quorumNeeded: null,
    quorumRule: null,
    items: rows.map((row, at) => ({
      rowId: row.id,
      ruleId: 'V-10',
      needed: 5,
      yes: (more.total ?? 9) - at,
      no: at,
      blank: 0,
      passed: true,
      secret: true,
      chosen: null,
      recused: 0,
    })),
    members: [],
    team: [],
    ballots: { issued: 8, returned: 8, valid: 8, invalid: 0, written: 1 },
    recusals: [],
    tieBreaks: [],
    postponements: [],
    ...more,
  };
}

/** The council of a commune in force. */
export function councilOf(chain: Chain): CouncilRecord {
  const member = (
    at: number,
    role: CouncilRecord['members'][number]['role'],
    fullName: string,
    title: string,
  ): CouncilRecord['members'][number] => ({
    personId: `p${String(at)}`,
    positionId: `v${String(at)}`,
    role,
    standing: role !== 'member',
    fullName,
    title,
  });
  return {
    id: 'hoi-dong',
    orgId: chain.commune.id,
    name: `Hội đồng Thi đua - Khen thưởng ${chain.commune.name.slice(5)}`,
    establishedBy: 'Quyết định số 45/QĐ-UBND ngày 10/7/2025',
    members: [
      member(1, 'chair', 'Phạm Quang Hưng', `Chủ tịch ${chain.commune.name}`),
      member(2, 'vice-chair', 'Tạ Đình Lộc', 'Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam'),
      member(3, 'secretary', 'Mai Thị Quế', 'Trưởng phòng Văn hóa - Xã hội'),
      member(4, 'member', 'Đoàn Văn Bách', 'Trưởng phòng Kinh tế'),
      member(5, 'member', 'Lã Thị Mơ', 'Chủ tịch Hội Liên hiệp Phụ nữ'),
    ],
  };
}

/** An opinion that came in. */
export function opinion(id: string, more: Partial<OpinionRecord>): OpinionRecord {
  return {
    id,
    roundId: 'dot',
    rowId: null,
    kind: 'agency',
    body: '',
    orgId: null,
    subject: 'việc chấp hành chính sách, pháp luật',
    ruleId: 'T-03',
    askedAt: new Date(Date.UTC(2026, 1, 2, 2)),
    dueOn: '2026-02-16',
    paperId: null,
    answeredAt: new Date(Date.UTC(2026, 1, 12, 2)),
    answer: 'agree',
    text: null,
    numberText: null,
    answerDate: null,
    fileSha256: null,
    withdrawnAt: null,
    withdrawReason: null,
    ...more,
  };
}

export function notice(more: Partial<NonNullable<RoundScene['notice']>> = {}): NonNullable<RoundScene['notice']> {
  return {
    id: 'cong-khai',
    provinceId: 'TN',
    roundId: 'dot',
    publishedOn: '2026-02-02',
    untilOn: '2026-02-13',
    channels: ['Cổng thông tin điện tử tỉnh', 'Báo và Phát thanh, Truyền hình tỉnh'],
    token: 'k7Qw2TzN8b',
    ruleId: 'T-01',
    paperId: null,
    closedAt: null,
    summary: null,
    rowIds: [],
    comments: [],
    ...more,
  };
}

/** A round of a body of the chain with its rows. */
export function roundIn(chain: Chain, level: RoundScene['round']['level'], more: Partial<RoundScene>): RoundScene {
  const own = level === 'XA' ? chain.commune : level === 'HUYEN' ? (chain.district ?? chain.province) : chain.province;
  const standing = level === 'TINH' ? chain.department : own;
  return {
    pack: chain.pack,
    movement: undefined,
    today: date(chain.today),
    nowMs: Date.parse(`${chain.today}T02:00:00Z`),
    simulated: false,
    rows: [],
    papers: [],
    holder: holderIn,
    round: {
      id: 'dot',
      code: 'DX-2026-0001',
      title: 'Đợt xét khen thưởng tháng 3 năm 2026',
      level,
      occasion: 'annual',
      year: Number(chain.today.slice(0, 4)) - 1,
      movementId: null,
      orgId: own.id,
      standingOrgId: standing.id,
      packHash: 'h',
    },
    org: own,
    standing,
    province: chain.province,
    district: level === 'XA' ? chain.district : undefined,
    cluster: undefined,
    session: undefined,
    council: undefined,
    appraisal: {},
    decisionPlans: [],
    deciderRole: 'chair',
    notice: undefined,
    opinions: [],
    submissions: new Map(),
    decisionIds: new Map(),
    payLines: [],
    ...more,
  };
}
