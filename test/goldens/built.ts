import type { PaperKind } from '@thidua/documents';
import { plansFor } from '../../apps/worker/src/papers/plans-for';
import type { DossierScene, RoundScene } from '../../apps/worker/src/papers/scene';
import { dossierIn, evidenceOf, HAI_PHONG, HUNG_YEN, nominees, notice, opinion, roundIn, session, THAI_NGUYEN, type Chain } from './facts';
import type { Golden } from './goldens';

/** Papers as their builders write them: who submits what to whom, in the words of each level. */
export const BUILT: readonly Golden[] = [
  ...submissionsOf(HAI_PHONG, 'thanh-pho'),
  ...submissionsOf(THAI_NGUYEN, 'tinh'),
  built('bao-cao-thanh-tich', 'so-lieu-so-bo', ofRegister(HAI_PHONG)),
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

function built(kind: PaperKind, variant: string, scene: DossierScene | RoundScene, to = ''): Golden {
  const [plan] = plansFor(scene, [kind], to);
  if (plan === undefined) {
    throw new Error(`no ${kind} for ${variant}`);
  }
  return { kind, variant, data: plan.data };
}
