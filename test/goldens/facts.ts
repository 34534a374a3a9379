import type { Pack } from '@thidua/awards';
import type {
  AwardHistory,
  CouncilRecord,
  EvidenceBook,
  HolderFacts,
  OpinionRecord,
  OrgFacts,
  RowFacts,
  SessionFacts,
  Standing,
} from '@thidua/store';
import type { DossierScene, RoundScene } from '../../apps/worker/src/papers/scene';
import { date, shippedPack } from '../harness/shipped-law';

// Made-up bodies and people that builders write papers from, so that their wording is kept and not only the template's.

const org = (id: string, kind: string, name: string, more: Partial<OrgFacts>): OrgFacts => ({
  id,
  parentId: null,
  kind,
  level: 'XA',
  name,
  headBody: '',
  place: '',
  symbol: 'UBND',
  tier: 'xa',
  legalPerson: true,
  hasSeal: true,
  orgKind: 'agency',
  ...more,
});

/** A chain of government: whose law it lives under, its bodies, who sits where. */
export interface Chain {
  readonly pack: Pack;
  readonly today: string;
  readonly province: OrgFacts;
  readonly district: OrgFacts | undefined;
  readonly commune: OrgFacts;
  readonly department: OrgFacts;
  readonly school: OrgFacts;
}

interface Names {
  readonly province: string;
  readonly provinceTier: 'tinh' | 'thanh-pho';
  readonly commune: string;
  readonly communeTier: 'xa' | 'phuong';
  readonly district?: string;
}

function chainOf(pack: string, today: string, names: Names): Chain {
  const upper = (text: string): string => text.toLocaleUpperCase('vi');
  const bare = (text: string): string => text.replace(/^(xã|phường|huyện|tỉnh|thành phố) /u, '');
  const province = org('tinh', 'province', `UBND ${names.province}`, {
    level: 'TINH',
    tier: names.provinceTier,
    headBody: `ỦY BAN NHÂN DÂN\n${upper(names.province)}`,
    place: bare(names.province),
  });
  const district =
    names.district === undefined
      ? undefined
      : org('huyen', 'district', `UBND ${names.district}`, {
          level: 'HUYEN',
          tier: 'huyen',
          parentId: 'tinh',
          headBody: `ỦY BAN NHÂN DÂN\n${upper(names.district)}`,
          place: bare(names.district),
        });
  const commune = org('xa', 'commune', `UBND ${names.commune}`, {
    tier: names.communeTier,
    parentId: district === undefined ? 'tinh' : 'huyen',
    headBody: `ỦY BAN NHÂN DÂN\n${upper(names.commune)}`,
    place: bare(names.commune),
  });
  const department = org('snv', 'department', `Sở Nội vụ ${names.province}`, {
    level: 'TINH',
    tier: 'so',
    parentId: 'tinh',
    headBody: `UBND ${upper(names.province)}\nSỞ NỘI VỤ`,
    place: bare(names.province),
    symbol: 'SNV',
  });
  const school = org('thcs', 'unit', `Trường Trung học cơ sở ${bare(names.commune)}`, {
    level: 'UNIT',
    tier: 'don-vi',
    parentId: 'xa',
    orgKind: 'school',
    symbol: 'THCS',
    headBody: `UBND ${upper(names.commune)}\nTRƯỜNG TRUNG HỌC CƠ SỞ ${upper(bare(names.commune))}`,
    place: bare(names.commune),
  });
  return { pack: shippedPack(pack), today, province, district, commune, department, school };
}

/** Two tiers, a commune of a centrally-run city. */
export const HAI_PHONG = chainOf('vn-2025-nd152', '2026-03-02', {
  province: 'thành phố Hải Phòng',
  provinceTier: 'thanh-pho',
  commune: 'xã Gia Phúc',
  communeTier: 'xa',
});
/** Two tiers, a ward of a province. */
export const THAI_NGUYEN = chainOf('vn-2025-nd152', '2026-03-02', {
  province: 'tỉnh Thái Nguyên',
  provinceTier: 'tinh',
  commune: 'phường Vạn Xuân',
  communeTier: 'phuong',
});
/** Three tiers, before 01/7/2025. */
export const HUNG_YEN = chainOf('vn-2024-nd98', '2025-03-03', {
  province: 'tỉnh Hưng Yên',
  provinceTier: 'tinh',
  district: 'huyện An Hòa',
  commune: 'xã Hòa Phong',
  communeTier: 'xa',
});

const PEOPLE: Readonly<Record<string, HolderFacts>> = {
  'tinh/chair': { name: 'Lê Quang Vinh', title: 'Chủ tịch' },
  'huyen/chair': { name: 'Đào Xuân Trường', title: 'Chủ tịch' },
  'xa/chair': { name: 'Phạm Quang Hưng', title: 'Chủ tịch' },
  'xa/appraiser': { name: 'Mai Thị Quế', title: 'Trưởng phòng Văn hóa - Xã hội' },
  'snv/director': { name: 'Hoàng Ngọc Diệp', title: 'Giám đốc Sở Nội vụ' },
  'snv/appraiser': { name: 'Trịnh Thu Hà', title: 'Trưởng phòng Thi đua - Khen thưởng' },
  'thcs/head': { name: 'Đỗ Thanh Bình', title: 'Hiệu trưởng' },
  'thcs/clerk': { name: 'Bùi Thu Trang', title: 'Văn thư' },
};

/** The people of a chain's posts. */
export function holderIn(orgId: string, role: string): HolderFacts {
  return PEOPLE[`${orgId}/${role}`] ?? { name: '', title: '' };
}

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

function dayMs(chain: Chain, rest: string): number {
  return Date.parse(`${chain.today.slice(0, 4)}-${rest}`);
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

/** An empty register. */
export const NOTHING: EvidenceBook = {
  award: [],
  rating: [],
  initiative: [],
  discipline: [],
  collective: [],
  service: [],
  statement: [],
  indicator: [],
};

/** A dossier of the school that its commune receives. */
export function dossierIn(chain: Chain, more: Partial<DossierScene>): DossierScene {
  return {
    pack: chain.pack,
    movement: undefined,
    today: date(chain.today),
    nowMs: Date.parse(`${chain.today}T02:00:00Z`),
    simulated: false,
    rows: [],
    papers: [],
    holder: holderIn,
    dossier: {
      id: 'ho-so',
      code: 'HS-2026-0001',
      title: 'Đề nghị khen thưởng năm học trước',
      occasion: 'annual',
      year: Number(chain.today.slice(0, 4)) - 1,
      movementId: null,
      orgId: chain.school.id,
      communeId: chain.commune.id,
      route: 'upper',
      receiverOrgId: chain.commune.id,
      deskOrgId: chain.commune.id,
      procedure: 'ordinary',
      procedureGround: null,
      packHash: 'h',
      receivedMs: dayMs(chain, '02-02T02:00:00Z'),
      createdMs: dayMs(chain, '01-20T02:00:00Z'),
    },
    unit: chain.school,
    commune: chain.commune,
    receiver: chain.commune,
    desk: chain.commune,
    province: chain.province,
    evidence: NOTHING,
    people: [],
    meeting: {
      heldAt: `${chain.today.slice(0, 4)}-01-22`,
      invited: 35,
      present: 34,
      place: 'Phòng họp nhà trường',
      chair: 'Đỗ Thanh Bình',
      secretary: 'Bùi Thu Trang',
    },
    report: {},
    intake: {},
    limitDays: 20,
    dueDay: '2026-03-09',
    decisions: new Map(),
    ...more,
  };
}

const standing = (id: string, personId: string, more: Partial<Standing> = {}): Standing => ({
  id,
  personId,
  orgId: null,
  paperNumber: null,
  paperDate: null,
  paperBody: null,
  fileSha256: null,
  note: null,
  source: 'manual',
  batchId: null,
  createdBy: null,
  createdAt: new Date(0),
  confirmedBy: null,
  confirmedAt: new Date(0),
  ...more,
});

/** What the register holds of a person: four ratings, an initiative, a title and a form. */
export function evidenceOf(personId: string): EvidenceBook {
  const past = (year: number, awardName: string, awardKind: 'title' | 'form', paperNumber: string): AwardHistory => ({
    ...standing(`a${String(year)}`, personId, { paperNumber, paperBody: 'Chủ tịch UBND xã Gia Phúc' }),
    subjectName: 'Nguyễn Thị Ánh Tuyết',
    award: awardName,
    awardName,
    awardKind,
    awardType: 'merit',
    level: 'XA',
    year,
    decidedOn: `${String(year)}-12-30`,
    achievementFrom: null,
    achievementTo: null,
    achievement: null,
    achievementHash: null,
    movementId: null,
    rowId: null,
    decisionId: null,
  });
  return {
    ...NOTHING,
    rating: ([2021, 2022, 2024, 2025] as const).map((year) => ({
      ...standing(`r${String(year)}`, personId, {
        paperNumber: `${String(year - 2000)}/TB-THCS`,
        paperDate: `${String(year)}-12-20`,
        paperBody: 'Trường Trung học cơ sở Gia Phúc',
      }),
      year,
      rating: year === 2025 ? 'excellent' : 'good',
      maternity: false,
      labour: null,
    })),
    initiative: [
      {
        ...standing('sk', personId, { paperNumber: '27/QĐ-UBND', paperDate: '2025-12-15', paperBody: 'Chủ tịch UBND xã Gia Phúc' }),
        name: 'Kho học liệu số dùng chung',
        year: 2025,
        kind: 'initiative',
        scope: 'commune',
        grade: null,
        recognisedBy: 'commune',
        usedAward: null,
      },
    ],
    award: [
      past(2025, 'Chiến sĩ thi đua cơ sở', 'title', '61/QĐ-UBND'),
      past(2024, 'Giấy khen của Chủ tịch Ủy ban nhân dân huyện', 'form', '88/QĐ-UBND'),
    ],
  };
}
