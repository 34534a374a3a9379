import { DOSSIER_PAPERS, ROUND_PAPERS, WORK_PAPERS, type RoundOf } from './expected-papers';
import { pathOf } from './occasion-path';
import type { OccasionAwards, PlanOccasion, PlanStory } from './plan-story';
import { deciderOf, type Decider } from './proposals';
import { DAYS, YEARS } from './stories';

const OCCASIONS: Readonly<Record<PlanOccasion, string>> = { annual: 'Hằng năm', interim: 'Sơ kết', final: 'Tổng kết' };
const ROUNDS: Readonly<Record<RoundOf, string>> = {
  'commune-decides': 'đợt xét cấp xã, xã quyết định',
  'commune-up': 'đợt xét cấp xã, trình lên',
  'commune-both': 'đợt xét cấp xã, vừa quyết định vừa trình lên',
  'province-decides': 'đợt xét cấp tỉnh, tỉnh quyết định',
  'province-up': 'đợt xét cấp tỉnh, trình trung ương',
  'province-both': 'đợt xét cấp tỉnh, vừa quyết định vừa trình trung ương',
};

const WORKS: Readonly<Record<string, string>> = {
  plan: 'Phát động: kế hoạch được trình, ký, cấp số, gửi (đã ban hành trước thì chỉ ghi nhận số, ngày); MTTQ, đoàn thể nhận công văn đề nghị phối hợp',
  'unit-plan': 'Kế hoạch của đơn vị',
  inspection: `Kiểm tra, từ ${vietnameseDay(DAYS.inspection)}: kế hoạch, quyết định thành lập Đoàn`,
  'inspected-unit': 'Kiểm tra tại đơn vị: thông báo, biên bản, kết luận',
  scoring: `Chấm điểm, từ ${vietnameseDay(DAYS.scoring)}: tự chấm, thẩm định, họp, xếp hạng`,
  'report-call': `Báo cáo hằng năm (${vietnameseDay(DAYS.report.annual)}), sơ kết (${vietnameseDay(DAYS.report.interim)}), tổng kết (${vietnameseDay(DAYS.report.final)}), theo ngày của kế hoạch`,
  occasion: 'Mở đợt khen thưởng, đăng ký thi đua',
};

/** What people call things. */
export interface PlanNames {
  readonly paper: (kind: string) => string;
  /** An award's printed name in a story's place. */
  readonly award: (award: string, story: PlanStory) => string;
}

/**
 * docs/plans.md: plan × award × path × papers, from the same stories and lists that `npm run demo -- --plan` plays and demands.
 */
export function plansDocument(stories: readonly PlanStory[], names: PlanNames): string {
  return [HEAD, worksPart(names), roundsPart(names), ...stories.map((story) => planPart(story, names))].join('\n\n').concat('\n');
}

const HEAD = `# Năm kế hoạch · the five plans

Mỗi kế hoạch mẫu chạy trọn vẹn trên đồng hồ mô phỏng: phát động, kế hoạch của đơn vị, kiểm tra, chấm điểm, báo cáo, từng dịp khen thưởng đến người có thẩm quyền. Each plan runs whole on the demo's clock, from 09/06/2025 on; after 28/02/2027 under the simulated pack.

\`\`\`
npm run demo -- --plan all --out THƯ-MỤC        cả năm kế hoạch, song song trên một hệ thống
npm run demo -- --plan van-xuan --out THƯ-MỤC   một kế hoạch
\`\`\`

This page is made from the stories the command plays; a test keeps it so, and the command fails when a paper listed here is not there. A huân chương of three classes is one form; its third class stands for it.`;

function worksPart(names: PlanNames): string {
  const rows = Object.entries(WORK_PAPERS).map(([kind, papers]) => `| ${WORKS[kind] ?? kind} | ${list(papers, names)} |`);
  return ['## Việc của phong trào · works', '', '| Việc | Văn bản |', '| --- | --- |', ...rows].join('\n');
}

function roundsPart(names: PlanNames): string {
  const rows = Object.entries(ROUND_PAPERS).map(([what, papers]) => `| ${ROUNDS[what as RoundOf]} | ${list(papers, names)} |`); // keys of the record
  return ['## Đợt xét · rounds', '', '| Đợt xét | Văn bản của cơ quan xét |', '| --- | --- |', ...rows].join('\n');
}

function planPart(story: PlanStory, names: PlanNames): string {
  const rows = story.occasions.flatMap((occasion) => occasion.awards.map((award) => awardRow(story, { occasion, award }, names)));
  const refused = story.occasions.map(
    (one) => `- ${OCCASIONS[one.occasion]}: ${names.award(one.refused, story)} bị từ chối, dẫn dòng của kế hoạch.`,
  );
  return [
    `## ${story.title}`,
    '',
    `\`--plan ${story.key}\`, kế hoạch \`${story.seed}\``,
    '',
    '| Dịp | Khen thưởng | Đường đi | Văn bản của hồ sơ |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...refused,
  ].join('\n');
}

function awardRow(
  story: PlanStory,
  { occasion, award }: { readonly occasion: OccasionAwards; readonly award: string },
  names: PlanNames,
): string {
  const decider: Decider = deciderOf(award);
  const when = `${OCCASIONS[occasion.occasion]}, ${vietnameseDay(DAYS.awards[occasion.occasion])}, năm ${YEARS[occasion.occasion]}`;
  return `| ${when} | ${names.award(award, story)} | ${pathOf(story.place, award)} | ${list(DOSSIER_PAPERS[decider], names)} |`;
}

function list(papers: readonly string[], names: PlanNames): string {
  return papers.map((kind) => names.paper(kind)).join(', ');
}

function vietnameseDay(day: string): string {
  return day.split('-').reverse().join('/');
}
