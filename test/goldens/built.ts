import type { PaperKind } from '@thidua/documents';
import { apologySlip } from '../../apps/worker/src/papers/dossier/apology-slip';
import { plansFor } from '../../apps/worker/src/papers/plans-for';
import { honourRoll } from '../../apps/worker/src/papers/round/ceremony-papers';
import type { DossierScene, RoundScene } from '../../apps/worker/src/papers/scene';
import { HAI_PHONG, HUNG_YEN, THAI_NGUYEN, type Chain } from './chains';
import { dossierIn } from './dossier-facts';
import { evidenceOf } from './evidence-facts';
import { councilOf, nominees, notice, opinion, roundIn, session } from './round-facts';
import type { Golden } from './goldens';

const TEAM = [
  { name: 'Tống Duy Anh', title: 'Ủy viên', head: true },
  { name: 'Lã Thị Mơ', title: 'Ủy viên', head: false },
  { name: 'Đoàn Văn Bách', title: 'Ủy viên', head: false },
] as const;

/** Papers as their builders write them: who submits what to whom, in the words of each level. */
export const BUILT: readonly Golden[] = [
  ...submissionsOf(HAI_PHONG, 'thanh-pho'),
  ...submissionsOf(THAI_NGUYEN, 'tinh'),
  ...decidedAt(HAI_PHONG, 'thanh-pho'),
  ...decidedAt(THAI_NGUYEN, 'tinh'),
  ...ofUnit(HAI_PHONG),
  built('quyet-dinh', 'ba-cap-huyen', deciding(HUNG_YEN, 'HUYEN', 'CSTDCS')),
  built('phieu-trinh', 'ba-cap-huyen', deciding(HUNG_YEN, 'HUYEN', 'CSTDCS')),
  built('bao-cao-thanh-tich', 'so-lieu-so-bo', ofRegister(HAI_PHONG)),
  built('phieu-bieu-quyet', 'truoc-phien', beforeSession(HAI_PHONG)),
  built('phieu-xin-y-kien', 'trong-phien', inSession(THAI_NGUYEN)),
  built('quyet-dinh-thanh-lap-hoi-dong', 'hien-co', beforeSession(THAI_NGUYEN)),
  built('cong-van-don-doc', 'qua-han', overdue(THAI_NGUYEN)),
  late('phieu-xin-loi', 'qua-han', HAI_PHONG),
  honoured('so-ket', HAI_PHONG),
  built('to-trinh', 'ba-cap-xa', ofCommune(HUNG_YEN)),
  built('to-trinh', 'ba-cap-huyen', roundIn(HUNG_YEN, 'HUYEN', { rows: nominees(HUNG_YEN, 'BK_TINH', 'BK_TINH', 'CSTDT') })),
  built('to-trinh', 'ba-cap-so-noi-vu', ofDepartment(HUNG_YEN)),
];

function submissionsOf(chain: Chain, where: string): readonly Golden[] {
  return [
    built('to-trinh', `don-vi.${where}`, dossierIn(chain, { rows: nominees(chain, 'TTLDTT', 'CSTDCS', 'GK_XA') })),
    built('to-trinh', `xa.${where}`, ofCommune(chain)),
    built('to-trinh', `noi-bo.${where}`, roundIn(chain, 'XA', { rows: nominees(chain, 'GK_XA', 'GK_XA', 'GK_XA') }), 'noi-bo'),
    built('to-trinh', `so-noi-vu.${where}`, ofDepartment(chain)),
    built('to-trinh', `trung-uong.${where}`, toTheCentre(chain), 'TTG'),
    built('danh-sach', `trung-uong.${where}`, toTheCentre(chain), 'TTG'),
  ];
}

function ofCommune(chain: Chain): RoundScene {
  const rows = nominees(chain, 'BK_TINH', 'BK_TINH', 'BK_TTG');
  return roundIn(chain, 'XA', { rows, session: session(chain, `Hội đồng Thi đua - Khen thưởng ${chain.commune.name.slice(5)}`, rows) });
}

function ofDepartment(chain: Chain): RoundScene {
  const rows = nominees(chain, 'TTLDXS', 'BK_TINH', 'CSTDT');
  return roundIn(chain, 'TINH', {
    rows,
    session: session(chain, `Hội đồng Thi đua - Khen thưởng ${chain.province.name.slice(5)}`, rows, { total: 21, present: 20 }),
  });
}

/** Awards of the Prime Minister and of the President: publication, opinions, the party's opinion, the council's ballot. */
function toTheCentre(chain: Chain): RoundScene {
  const rows = nominees(chain, 'COCP', 'CSTDTQ', 'HCLD3');
  return roundIn(chain, 'TINH', {
    rows,
    session: session(chain, `Hội đồng Thi đua - Khen thưởng ${chain.province.name.slice(5)}`, rows, { total: 21, present: 21 }),
    notice: notice({ rowIds: rows.map((row) => row.id) }),
    opinions: [
      opinion('1', {
        body: 'Bộ Giáo dục và Đào tạo',
        kind: 'ministry',
        subject: 'thành tích và hình thức khen thưởng',
        numberText: '412/BGDĐT-VP',
      }),
      opinion('2', {
        body: chain.province.tier === 'tinh' ? 'Ban Thường vụ Tỉnh ủy' : 'Ban Thường vụ Thành ủy',
        kind: 'party',
        subject: 'người thuộc diện quản lý',
        numberText: '88-CV/TU',
      }),
    ],
  });
}

/** A nominee of whom the register holds ratings, an initiative and past awards, but not every year of the window. */
function ofRegister(chain: Chain): DossierScene {
  const [, row] = nominees(chain, 'TTLDTT', 'BK_TTG', 'GK_XA');
  const personId = 'nguoi-1';
  return dossierIn(chain, {
    rows: row === undefined ? [] : [{ ...row, personId }],
    people: [
      {
        id: personId,
        fullName: 'Nguyễn Thị Ánh Tuyết',
        gender: 'nu',
        born: '1986-05-12',
        homeTown: 'Xã Gia Phúc, thành phố Hải Phòng',
        education: 'Thạc sĩ Giáo dục học',
      },
    ],
    evidence: evidenceOf(personId),
    report: { measures: 'Chia nhỏ kho học liệu theo chuẩn kiến thức từng khối.', compliance: 'Chấp hành tốt.' },
  });
}

/** The province's chair decides: decision, slip, certificates, minutes of its council. */
function decidedAt(chain: Chain, where: string): readonly Golden[] {
  const scene = deciding(chain, 'TINH', 'BK_TINH');
  return (['quyet-dinh', 'phieu-trinh', 'bang-khen', 'bien-ban-hoi-dong', 'phieu-tham-dinh'] as const).map((kind) =>
    built(kind, `cap-tinh.${where}`, scene),
  );
}

/** A unit's head, and an enterprise's director, decide themselves (AU-01, AU-02). */
function ofUnit(chain: Chain): readonly Golden[] {
  const firm = {
    ...chain.school,
    orgKind: 'enterprise',
    name: 'Công ty TNHH Cơ khí Phúc Thịnh',
    headBody: 'CÔNG TY TNHH\nCƠ KHÍ PHÚC THỊNH',
    symbol: 'CTPT',
  };
  const own = (award: string, org: typeof chain.school, title: string): RoundScene => ({
    ...deciding(chain, 'UNIT', award),
    org,
    standing: org,
    deciderRole: 'head',
    holder: () => ({ name: 'Đỗ Thanh Bình', title }),
  });
  const school = own('GK_UNIT', chain.school, 'Hiệu trưởng');
  const company = own('GK_DN', firm, 'Giám đốc');
  return [
    built('quyet-dinh', 'don-vi', school),
    built('giay-khen', 'don-vi', school),
    built('quyet-dinh', 'doanh-nghiep', company),
    built('giay-khen', 'doanh-nghiep', company),
  ];
}

/** A round whose council has recommended all its rows for one award, ready for the decision. */
function deciding(chain: Chain, level: RoundScene['round']['level'], award: string): RoundScene {
  const rows = nominees(chain, award, award, award)
    .filter((row) => row.kind === 'individual' || award !== 'CSTDCS')
    .map((row) => ({ ...row, outcome: 'awarded' }));
  const body = level === 'HUYEN' ? (chain.district ?? chain.province) : chain.province;
  return roundIn(chain, level, {
    rows,
    decisionPlans: [{ award, rowIds: rows.map((row) => row.id), split: null }],
    session: session(chain, `Hội đồng Thi đua - Khen thưởng ${body.name.slice(5)}`, rows, { total: 15, present: 15, team: TEAM }),
  });
}

function beforeSession(chain: Chain): RoundScene {
  return roundIn(chain, 'XA', { rows: nominees(chain, 'TTLDTT', 'CSTDCS', 'CSTDCS'), council: councilOf(chain) });
}

function inSession(chain: Chain): RoundScene {
  const { rows, council } = beforeSession(chain);
  const members = (council?.members ?? []).map(({ fullName, title, role }, at) => ({
    name: fullName,
    title,
    role,
    voted: false,
    attendance: at === 1 ? 'absent' : 'present',
  }));
  return roundIn(chain, 'XA', { rows, council, session: session(chain, council?.name ?? '', rows, { members }) });
}

function overdue(chain: Chain): RoundScene {
  const silent = { answeredAt: null, answer: null } as const;
  return roundIn(chain, 'TINH', {
    rows: nominees(chain, 'TTLDXS', 'BK_TINH', 'CSTDT'),
    opinions: [
      opinion('1', { ...silent, body: 'Công an tỉnh Thái Nguyên' }),
      opinion('2', { ...silent, body: 'Thuế tỉnh Thái Nguyên', subject: 'nghĩa vụ với ngân sách nhà nước' }),
    ],
  });
}

/** The list of a conference: awards of two decisions in the order of R-22, then a model. */
function honoured(variant: string, chain: Chain): Golden {
  const decided = nominees(chain, 'GK_XA', 'BK_TINH', 'GK_XA').map((row) => ({ ...row, state: 'awarded', decisionId: `qd-${row.award}` }));
  const scene = roundIn(chain, 'XA', { rows: decided });
  const ceremony = {
    ...{ event: 'Hội nghị sơ kết Phong trào thi đua “Bình dân học vụ số”', separate: false, date: '2026-03-12', startTime: '08:00' },
    ...{
      place: 'Hội trường xã',
      chair: 'Chủ tịch Ủy ban nhân dân xã',
      presenter: '',
      guests: [],
      inviteHonourees: true,
      notes: [],
      items: [],
    },
  };
  const decisions = new Map([
    ['qd-GK_XA', { numberText: '57/QĐ-UBND', date: '2026-03-05', body: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc' }],
    ['qd-BK_TINH', { numberText: '311/QĐ-UBND', date: '2026-02-20', body: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng' }],
  ]);
  const model = {
    name: 'Bà Đỗ Thị Hạnh',
    kind: 'individual' as const,
    title: 'Nông dân, thôn Đoài',
    result: '12 hộ làm theo cách tưới tự động. Tiết kiệm 30% nước.',
  };
  const data = honourRoll(scene, { ceremony, decisions, maker: 'Nguyễn Thị Minh Vân' }, [model]);
  return { kind: 'danh-sach-vinh-danh', variant, data: data as unknown as Golden['data'] };
}

function late(kind: PaperKind, variant: string, chain: Chain): Golden {
  const scene = dossierIn(chain, { rows: nominees(chain, 'GK_XA', 'GK_XA', 'GK_XA') });
  const { data } = apologySlip(scene, {
    promised: '2026-02-27',
    newDueOn: '2026-03-06',
    reason: 'Hội đồng chưa đủ số thành viên dự họp, phiên họp hoãn sang ngày 04/3/2026',
  });
  return { kind, variant, data };
}

function built(kind: PaperKind, variant: string, scene: DossierScene | RoundScene, to = ''): Golden {
  const [plan] = plansFor(scene, [kind], to);
  if (plan === undefined) {
    throw new Error(`no ${kind} for ${variant}`);
  }
  return { kind, variant, data: plan.data };
}
