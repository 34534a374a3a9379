import type { Stage } from '../cases/case';
import type { CaseLine } from '../report';
import { goOn, leaveOpen } from './chapters/hand-over';
import { clusterVotes } from './chapters/cluster-vote';
import { inspect } from './chapters/inspect';
import { launchPlan } from './chapters/launch';
import { holdOccasion } from './chapters/occasion';
import { report } from './chapters/report';
import { score } from './chapters/score';
import { IN_GIA_PHUC, IN_HOA_MY, IN_HOA_PHONG, IN_TAN_LAP, IN_THAI_NGUYEN, IN_VAN_XUAN } from './places';
import type { Chapter, OccasionAwards, PlanKey, PlanOccasion, PlanPlace, PlanStory, Told } from './plan-story';

/** Days on the demo's clock: yearly awards after the reports of the year, sơ kết and tổng kết under the simulated pack of 2027. */
export const DAYS = {
  inspection: '2025-10-06',
  scoring: '2025-11-24',
  clusterVote: '2030-09-24',
  report: { annual: '2025-10-20', interim: '2027-05-10', final: '2030-09-09' },
  awards: { annual: '2025-12-08', interim: '2027-06-01', final: '2030-10-01' },
} as const;
/** Where the plan gives no day for reports, the standing office sets these. */
const REPORTS_DUE = { annual: '2025-11-28', interim: '2027-05-31', final: '2030-09-30' } as const;
export const YEARS = { annual: 2025, interim: 2027, final: 2030 } as const;
const WORDS = { annual: 'hằng năm', interim: 'sơ kết', final: 'tổng kết' } as const;
const OCCASIONS: readonly PlanOccasion[] = ['annual', 'interim', 'final'];

const OWN = ['GK_UNIT', 'GK_XA', 'GK_DN'];
const UPWARD = ['HCLD3', 'COCP', 'BK_TTG', 'COTINH', 'BK_TINH'];
const ALL = [...UPWARD, ...OWN];
const NO_FLAGS = ['HCLD3', 'BK_TTG', 'BK_TINH', ...OWN];

const on = (occasion: PlanOccasion, awards: readonly string[], refused: string): OccasionAwards => ({
  ...{ occasion, year: YEARS[occasion], awards, refused },
});

interface Plan {
  readonly key: PlanKey;
  readonly title: string;
  readonly seed: string;
  readonly place: PlanPlace;
  /** First day on the clock, and by when units have plans of their own. */
  readonly launchOn: string;
  readonly unitPlansDue: string;
  readonly occasions: readonly OccasionAwards[];
  /** Where it is launched, when that is another place than where it ends. */
  readonly launchedIn?: PlanPlace;
  readonly between?: readonly Chapter[];
}

function storyOf(plan: Plan): PlanStory {
  const { key, title, seed, place, occasions } = plan;
  return {
    key,
    title,
    seed,
    place,
    occasions,
    chapters: chaptersOf(plan).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
}

function chaptersOf({ place, occasions, seed, launchOn, unitPlansDue, launchedIn = place, between = [] }: Plan): readonly Chapter[] {
  const [first = ''] = place.bodies;
  const year = YEARS.annual;
  const chapter = (day: string, title: string, play: (stage: Stage, movementId: string) => Promise<readonly CaseLine[]>): Chapter => ({
    ...{ day, title },
    play: (stage, told) => play(stage, mainOf(told)),
  });
  return [
    {
      ...{ day: launchOn, title: 'phát động' },
      play: async (stage, told) => {
        const { movementIds, lines } = await launchPlan(stage, launchedIn, { seed, unitPlansDue });
        told.movementIds = movementIds;
        return lines;
      },
    },
    ...between,
    chapter(DAYS.inspection, 'kiểm tra năm 2025', (stage, movementId) => inspect(stage, place, { movementId, year, body: first })),
    chapter(DAYS.scoring, 'chấm điểm năm 2025', (stage, movementId) => score(stage, place, { movementId, year })),
    ...OCCASIONS.map((occasion) =>
      chapter(DAYS.report[occasion], `báo cáo ${WORDS[occasion]}`, (stage, movementId) =>
        report(stage, place, { movementId, occasion, year: YEARS[occasion], dueOn: REPORTS_DUE[occasion] }),
      ),
    ),
    ...(occasions.some(({ awards }) => awards.includes('COTINH'))
      ? [{ ...{ day: DAYS.clusterVote, title: 'khối thi đua bình xét' }, play: (stage: Stage) => clusterVotes(stage, place, YEARS.final) }]
      : []),
    ...occasions.map((occasion) =>
      chapter(DAYS.awards[occasion.occasion], `khen thưởng ${WORDS[occasion.occasion]}`, (stage, movementId) =>
        holdOccasion(stage, place, { movementId, occasion }),
      ),
    ),
  ];
}

/** The plan's first movement; a second one has the same launch and is asked about where a list is meant. */
function mainOf({ movementIds: [movementId] }: Told): string {
  if (movementId === undefined) {
    throw new Error('kế hoạch chưa được phát động');
  }
  return movementId;
}

/** The tier of districts ends on 30/6/2025: what xã Hòa Phong left open goes on under its successor. */
const ACROSS_THE_REFORM: readonly Chapter[] = [
  {
    ...{ day: '2025-06-23', title: 'hồ sơ trước ngày 01/7/2025' },
    play: async (stage, told) => {
      told.leftOpen = await leaveOpen(stage, IN_HOA_PHONG, mainOf(told));
      return [];
    },
  },
  {
    ...{ day: '2025-07-02', title: 'bàn giao cho phường Hòa Mỹ' },
    play: (stage, told) => goOn(stage, IN_HOA_MY, { movementId: mainOf(told), dossierId: told.leftOpen ?? '' }),
  },
];

export const PLAN_STORIES: readonly PlanStory[] = (
  [
    {
      ...{ key: 'van-xuan', title: 'Phường Vạn Xuân, tỉnh Thái Nguyên', seed: '000_8955408b60bb73bc.txt', place: IN_VAN_XUAN },
      ...{ launchOn: '2025-08-11', unitPlansDue: '2025-09-15' },
      occasions: [on('annual', ['BK_TINH', ...OWN], 'COTINH'), on('interim', ['BK_TINH', ...OWN], 'BK_TTG'), on('final', NO_FLAGS, 'COCP')],
    },
    {
      ...{ key: 'tan-lap', title: 'Phường Tân Lập, tỉnh Đắk Lắk', seed: '001_aaaccfd72d3eb5f5.txt', place: IN_TAN_LAP },
      ...{ launchOn: '2025-08-11', unitPlansDue: '2025-09-15' },
      occasions: [on('annual', OWN, 'COCP'), on('interim', ['BK_TINH', ...OWN], 'COTINH'), on('final', ALL, 'TTLDXS')],
    },
    {
      ...{ key: 'thai-nguyen', title: 'Tỉnh Thái Nguyên', seed: '002_ac0e27126e093df9.txt', place: IN_THAI_NGUYEN },
      ...{ launchOn: '2025-07-07', unitPlansDue: '2025-07-31' },
      occasions: [
        on('annual', ['BK_TINH', ...OWN], 'COTINH'),
        on('interim', ['BK_TINH', ...OWN], 'BK_TTG'),
        on('final', NO_FLAGS, 'COTINH'),
      ],
    },
    {
      ...{ key: 'hoa-phong', title: 'Xã Hòa Phong, thị xã Mỹ Hào, tỉnh Hưng Yên', seed: '003_9f6e8f3835070a2c.txt', place: IN_HOA_MY },
      ...{ launchOn: '2025-06-16', unitPlansDue: '2025-07-31', launchedIn: IN_HOA_PHONG, between: ACROSS_THE_REFORM },
      occasions: [on('annual', OWN, 'COTINH'), on('interim', ['BK_TINH', ...OWN], 'COTINH'), on('final', ALL, 'CSTDT')],
    },
    {
      ...{ key: 'gia-phuc', title: 'Xã Gia Phúc, thành phố Hải Phòng', seed: '004_d8b7d3d9952b7702.txt', place: IN_GIA_PHUC },
      ...{ launchOn: '2025-08-25', unitPlansDue: '2025-09-30' },
      occasions: [on('annual', OWN, 'CSTDT'), on('interim', OWN, 'BK_TINH'), on('final', [...UPWARD, 'GK_XA'], 'GK_DN')],
    },
  ] satisfies readonly Plan[]
).map(storyOf);
