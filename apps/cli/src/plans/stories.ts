import { inspect } from './chapters/inspect';
import { holdOccasion } from './chapters/occasion';
import { report } from './chapters/report';
import { score } from './chapters/score';
import { IN_GIA_PHUC, IN_HOA_MY, IN_TAN_LAP, IN_THAI_NGUYEN, IN_VAN_XUAN } from './places';
import type { Chapter, OccasionAwards, PlanOccasion, PlanPlace, PlanStory } from './plan-story';

/** Days on the demo's clock: yearly awards after the reports of the year, sơ kết and tổng kết under the simulated pack of 2027. */
const DAYS = {
  inspection: '2025-10-06',
  scoring: '2025-11-24',
  report: { annual: '2025-10-20', interim: '2027-05-10', final: '2030-09-09' },
  awards: { annual: '2025-12-08', interim: '2027-06-01', final: '2030-10-01' },
} as const;
/** Where the plan gives no day for reports, the standing office sets these. */
const REPORTS_DUE = { annual: '2025-11-28', interim: '2027-05-31', final: '2030-09-30' } as const;
const YEARS = { annual: 2025, interim: 2027, final: 2030 } as const;
const WORDS = { annual: 'hằng năm', interim: 'sơ kết', final: 'tổng kết' } as const;
const OCCASIONS: readonly PlanOccasion[] = ['annual', 'interim', 'final'];

const OWN = ['GK_UNIT', 'GK_XA', 'GK_DN'];
const ALL = ['HCLD3', 'COCP', 'BK_TTG', 'COTINH', 'BK_TINH', ...OWN];
const NO_FLAGS = ['HCLD3', 'BK_TTG', 'BK_TINH', ...OWN];

const on = (occasion: PlanOccasion, awards: readonly string[], refused: string): OccasionAwards => ({
  ...{ occasion, year: YEARS[occasion], awards, refused },
});

interface Plan {
  readonly place: PlanPlace;
  readonly movementId: string;
  readonly occasions: readonly OccasionAwards[];
}

function chaptersOf({ place, movementId, occasions }: Plan): readonly Chapter[] {
  const [first = ''] = place.bodies;
  const year = YEARS.annual;
  const chapters: Chapter[] = [
    {
      day: DAYS.inspection,
      title: 'kiểm tra năm 2025',
      play: (stage) => inspect(stage, place, { movementId, year, body: first }),
    },
    {
      day: DAYS.scoring,
      title: 'chấm điểm năm 2025',
      play: (stage) => score(stage, place, { movementId, year, scored: place.bodies.slice(0, 2) }),
    },
    ...OCCASIONS.map((occasion) => ({
      day: DAYS.report[occasion],
      title: `báo cáo ${WORDS[occasion]}`,
      play: (stage: Parameters<Chapter['play']>[0]) =>
        report(stage, place, { movementId, occasion, year: YEARS[occasion], dueOn: REPORTS_DUE[occasion] }),
    })),
    ...occasions.map((occasion) => ({
      day: DAYS.awards[occasion.occasion],
      title: `khen thưởng ${WORDS[occasion.occasion]}`,
      play: (stage: Parameters<Chapter['play']>[0]) => holdOccasion(stage, place, { movementId, occasion }),
    })),
  ];
  return chapters.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function story(
  { key, title, movementId }: Pick<PlanStory, 'key' | 'title'> & { readonly movementId: string },
  place: PlanPlace,
  occasions: readonly OccasionAwards[],
): PlanStory {
  return { key, title, place, occasions, chapters: chaptersOf({ place, movementId, occasions }) };
}

export const PLAN_STORIES: readonly PlanStory[] = [
  story({ key: 'van-xuan', title: 'Phường Vạn Xuân, tỉnh Thái Nguyên', movementId: 'vx-khcn-2025-2030' }, IN_VAN_XUAN, [
    on('annual', ['BK_TINH', ...OWN], 'COTINH'),
    on('interim', ['BK_TINH', ...OWN], 'BK_TTG'),
    on('final', NO_FLAGS, 'COCP'),
  ]),
  story({ key: 'tan-lap', title: 'Phường Tân Lập, tỉnh Đắk Lắk', movementId: 'tl-dmst-cds-2025-2030' }, IN_TAN_LAP, [
    on('annual', OWN, 'COCP'),
    on('interim', ['BK_TINH', ...OWN], 'COTINH'),
    on('final', ALL, 'TTLDXS'),
  ]),
  story({ key: 'thai-nguyen', title: 'Tỉnh Thái Nguyên', movementId: 'tn-khcn-2025-2030' }, IN_THAI_NGUYEN, [
    on('annual', ['BK_TINH', ...OWN], 'COTINH'),
    on('interim', ['BK_TINH', ...OWN], 'BK_TTG'),
    on('final', NO_FLAGS, 'COTINH'),
  ]),
  story({ key: 'hoa-phong', title: 'Xã Hòa Phong, thị xã Mỹ Hào, tỉnh Hưng Yên', movementId: 'hp-hoa-phong-2025-2030' }, IN_HOA_MY, [
    on('annual', OWN, 'COTINH'),
    on('interim', ['BK_TINH', ...OWN], 'COTINH'),
    on('final', ALL, 'CSTDT'),
  ]),
  story({ key: 'gia-phuc', title: 'Xã Gia Phúc, thành phố Hải Phòng', movementId: 'gp-dmst-cds-2025-2030' }, IN_GIA_PHUC, [
    on('annual', OWN, 'CSTDT'),
    on('final', ALL, 'TTLDXS'),
  ]),
];
