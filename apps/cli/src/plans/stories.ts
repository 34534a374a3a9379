import { playAwards } from './occasion-awards';
import { IN_GIA_PHUC, IN_HOA_MY, IN_TAN_LAP, IN_THAI_NGUYEN, IN_VAN_XUAN } from './places';
import type { Chapter, OccasionAwards, PlanPlace, PlanStory } from './plan-story';

/** Days on the demo's clock: yearly awards after the reports of the year, sơ kết and tổng kết under the simulated pack of 2027. */
const DAYS = { annual: '2025-12-08', interim: '2027-06-01', final: '2030-10-01' } as const;
const YEARS = { annual: 2025, interim: 2027, final: 2030 } as const;
const OWN = ['GK_UNIT', 'GK_XA', 'GK_DN'];
const ALL = ['HCLD3', 'COCP', 'BK_TTG', 'COTINH', 'BK_TINH', ...OWN];
const NO_FLAGS = ['HCLD3', 'BK_TTG', 'BK_TINH', ...OWN];

const annual = (awards: readonly string[], refused: string): OccasionAwards => ({
  occasion: 'annual',
  year: YEARS.annual,
  awards,
  refused,
});
const interim = (awards: readonly string[], refused: string): OccasionAwards => ({
  occasion: 'interim',
  year: YEARS.interim,
  awards,
  refused,
});
const final = (awards: readonly string[], refused: string): OccasionAwards => ({ occasion: 'final', year: YEARS.final, awards, refused });

const TITLES = { annual: 'khen thưởng hằng năm', interim: 'khen thưởng sơ kết', final: 'khen thưởng tổng kết' } as const;

function awardChapters(place: PlanPlace, movementId: string, occasions: readonly OccasionAwards[]): readonly Chapter[] {
  return occasions.map((occasion) => ({
    day: DAYS[occasion.occasion],
    title: TITLES[occasion.occasion],
    play: (stage) => playAwards(stage, { place, movementId, occasion }),
  }));
}

function story(
  { key, title, movementId }: Pick<PlanStory, 'key' | 'title'> & { readonly movementId: string },
  place: PlanPlace,
  occasions: readonly OccasionAwards[],
): PlanStory {
  return { key, title, place, occasions, chapters: awardChapters(place, movementId, occasions) };
}

export const PLAN_STORIES: readonly PlanStory[] = [
  story({ key: 'van-xuan', title: 'Phường Vạn Xuân, tỉnh Thái Nguyên', movementId: 'vx-khcn-2025-2030' }, IN_VAN_XUAN, [
    annual(['BK_TINH', ...OWN], 'COTINH'),
    interim(['BK_TINH', ...OWN], 'BK_TTG'),
    final(NO_FLAGS, 'COCP'),
  ]),
  story({ key: 'tan-lap', title: 'Phường Tân Lập, tỉnh Đắk Lắk', movementId: 'tl-dmst-cds-2025-2030' }, IN_TAN_LAP, [
    annual(OWN, 'COCP'),
    interim(['BK_TINH', ...OWN], 'COTINH'),
    final(ALL, 'TTLDXS'),
  ]),
  story({ key: 'thai-nguyen', title: 'Tỉnh Thái Nguyên', movementId: 'tn-khcn-2025-2030' }, IN_THAI_NGUYEN, [
    annual(['BK_TINH', ...OWN], 'COTINH'),
    interim(['BK_TINH', ...OWN], 'BK_TTG'),
    final(NO_FLAGS, 'COTINH'),
  ]),
  story({ key: 'hoa-phong', title: 'Xã Hòa Phong, thị xã Mỹ Hào, tỉnh Hưng Yên', movementId: 'hp-hoa-phong-2025-2030' }, IN_HOA_MY, [
    annual(OWN, 'COTINH'),
    interim(['BK_TINH', ...OWN], 'COTINH'),
    final(ALL, 'CSTDT'),
  ]),
  story({ key: 'gia-phuc', title: 'Xã Gia Phúc, thành phố Hải Phòng', movementId: 'gp-dmst-cds-2025-2030' }, IN_GIA_PHUC, [
    annual(OWN, 'CSTDT'),
    final(ALL, 'TTLDXS'),
  ]),
];
