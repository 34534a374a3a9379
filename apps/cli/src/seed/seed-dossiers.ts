import { GIA_PHUC, MINH_TAN, VAN_XUAN, type Cast, type CommuneCast } from '../people/cast';
import { collective, household, individual } from '../people/nominees';
import {
  appraise,
  closeIntake,
  communeBench,
  communeDecision,
  communeSubmission,
  countAndSign,
  castOne,
  openSession,
  signAndNumberRound,
  vote,
} from '../steps/round';
import { awaitTask, complete } from '../steps/tasks';
import { holdReviewMeeting, launch, launchAndSubmit, receive, signAndNumber, writeReport, type UnitPlan } from '../steps/unit';
import { roundOf } from '../cases/finish';

type Progress = (done: number, total: number, label: string) => void;

/**
 * The 24 running dossiers of the demo, made by really running the workflows: each unit's dossier is led as far as its stage.
 * The first six leave one of each early stage, so that the first visitor finds something to do.
 */
export async function seedDossiers(cast: Cast, skip: number, progress: Progress): Promise<void> {
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ...EARLY.map(([stage, unit, title], nth) => [title, () => leadTo(cast, stage, planOf(nth, unit, title, 'GK_XA'))] as const),
    ...COMMUNES.flatMap((commune, at) => communeSteps(cast, commune, EARLY.length + at * PER_COMMUNE)),
  ];
  const total = 24;
  let done = skip;
  for (const [label, run] of steps.slice(skip)) {
    await run();
    done = Math.min(total, done + 1);
    progress(done, total, label);
  }
}

type EarlyStage = 'report' | 'meeting' | 'signature' | 'number' | 'intake' | 'supplement';

const EARLY: readonly (readonly [EarlyStage, string, string])[] = [
  ['intake', 'gp.thcs', 'Đề nghị khen thưởng thành tích học kỳ I năm học 2025-2026'],
  ['signature', 'gp.mn', 'Đề nghị khen thưởng phong trào trường học hạnh phúc'],
  ['report', 'gp.ck', 'Đề nghị khen thưởng sáng kiến cải tiến kỹ thuật'],
  ['supplement', 'mt.yt', 'Đề nghị khen thưởng công tác phòng, chống dịch bệnh'],
  ['intake', 'vx.thcs', 'Đề nghị khen thưởng chuyển đổi số trong dạy học'],
  ['meeting', 'vx.cn', 'Đề nghị khen thưởng sản phẩm công nghệ mới'],
  ['number', 'gp.htx', 'Đề nghị khen thưởng mô hình sản xuất sạch'],
  ['signature', 'gp.thon', 'Đề nghị khen thưởng xây dựng nông thôn mới kiểu mẫu'],
  ['intake', 'mt.th', 'Đề nghị khen thưởng dạy tốt, học tốt'],
  ['meeting', 'vx.tdp', 'Đề nghị khen thưởng bình dân học vụ số'],
  ['supplement', 'vx.thcs', 'Đề nghị khen thưởng nghiên cứu khoa học của học sinh'],
  ['report', 'mt.th', 'Đề nghị khen thưởng phong trào đọc sách'],
];

async function leadTo(cast: Cast, stage: EarlyStage, plan: UnitPlan): Promise<void> {
  const { dossierId } = await launch(cast, plan);
  if (stage === 'report') {
    return;
  }
  await writeReport(cast, plan, dossierId);
  if (stage === 'meeting') {
    return;
  }
  await holdReviewMeeting(cast, plan, dossierId);
  if (stage === 'signature') {
    return;
  }
  if (stage === 'number') {
    const head = await cast.as(`${plan.unit}.thutruong`);
    await complete(head, await awaitTask(head, 'Ký tờ trình', { dossierId }), { outcome: 'sign', signatureMode: 'digital' });
    return;
  }
  await signAndNumber(cast, plan, dossierId);
  if (stage === 'supplement') {
    await receive(cast, plan.unit.slice(0, 2), dossierId, 'supplement');
  }
}

interface CommunePlan {
  readonly commune: CommuneCast;
  readonly units: readonly string[];
  /** How far the commune's yearly round goes. */
  readonly until: 'appraisal' | 'ballot' | 'submission';
}

const PER_COMMUNE = 4;
const COMMUNES: readonly CommunePlan[] = [
  { commune: GIA_PHUC, units: ['gp.thcs', 'gp.htx', 'gp.thon', 'gp.ck'], until: 'submission' },
  { commune: VAN_XUAN, units: ['vx.thcs', 'vx.tdp', 'vx.cn', 'vx.thcs'], until: 'ballot' },
  { commune: MINH_TAN, units: ['mt.th', 'mt.yt', 'mt.th', 'mt.yt'], until: 'appraisal' },
];

/** Four dossiers into one yearly round, then the round as far as its plan says. */
function communeSteps(cast: Cast, plan: CommunePlan, first: number): readonly (readonly [string, () => Promise<void>])[] {
  const dossiers: string[] = [];
  return plan.units.map((unit, index) => [
    `Hồ sơ thường niên năm 2025 của ${unit}`,
    async () => {
      const award = index % 2 === 0 ? 'GK_XA' : 'BK_TINH';
      const { dossierId } = await launchAndSubmit(cast, {
        ...planOf(first + index, unit, `Đề nghị khen thưởng thường niên năm 2025 (${index + 1})`, award),
        occasion: 'annual',
        year: 2025,
      });
      await receive(cast, plan.commune.prefix, dossierId, 'accept');
      dossiers.push(dossierId);
      if (index === plan.units.length - 1) {
        await leadRound(cast, plan, dossiers[0] ?? dossierId);
      }
    },
  ]);
}

async function leadRound(cast: Cast, plan: CommunePlan, dossierId: string): Promise<void> {
  const bench = communeBench(cast, plan.commune);
  const roundId = await roundOf(await cast.as(bench.appraiser), dossierId, 0);
  await closeIntake(cast, bench, roundId);
  if (plan.until === 'appraisal') {
    return;
  }
  await appraise(cast, bench, roundId, {});
  if (plan.until === 'ballot') {
    const sessionId = await openSession(cast, bench, roundId);
    for (const [index, username] of bench.members.slice(0, 8).entries()) {
      await castOne(await cast.as(username), sessionId, index, {});
    }
    return;
  }
  await vote(cast, bench, roundId, {});
  await countAndSign(cast, bench, roundId);
  await signAndNumberRound(cast, roundId, communeSubmission(plan.commune.prefix));
  await signAndNumberRound(cast, roundId, communeDecision(plan.commune.prefix));
}

/** Every dossier names people, a collective and an achievement of its own: one achievement is not rewarded twice. */
function planOf(nth: number, unit: string, title: string, award: string): UnitPlan {
  const of = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  const home = unit.endsWith('thon') || unit.endsWith('tdp');
  const given = of(GIVEN, nth);
  const name = `${of(FAMILIES, nth)} ${of(MIDDLE, nth + Math.floor(nth / GIVEN.length))} ${given}`;
  const work = `${of(WORKS, nth)} trong năm ${nth % 2 === 0 ? '2025' : 'vừa qua'}, hoàn thành ${105 + nth}% chỉ tiêu được giao.`;
  const group = `${of(WORKS, nth + 3)}, cả tập thể hoàn thành ${106 + nth}% chỉ tiêu được giao.`;
  const people = [
    individual(name, home ? 'Người dân' : 'Viên chức', award, work),
    home
      ? household(`Hộ ông Trần Văn ${of(GIVEN, nth + 3)}`, 'Hộ gia đình', award, group)
      : collective(`${of(GROUPS, nth)} số ${Math.floor(nth / GROUPS.length) + 1}`, award, group),
  ];
  return { unit, title, occasion: 'ad-hoc', year: 2026, rows: people, legalPerson: !home };
}

const FAMILIES = ['Nguyễn', 'Phạm', 'Trần', 'Lê', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương'] as const;
const MIDDLE = ['Thị Minh', 'Văn', 'Đức', 'Thị Hồng', 'Quang'] as const;
const GIVEN = ['Anh', 'Bảo', 'Chi', 'Dung', 'Giang', 'Hiếu', 'Khánh', 'Lâm'] as const;
const GROUPS = ['Tổ công tác chuyển đổi số', 'Tổ Khoa học tự nhiên', 'Tổ Hành chính', 'Tổ Kỹ thuật', 'Tổ Chuyên môn'] as const;
const WORKS = [
  'Đi đầu ứng dụng công nghệ số vào công việc hằng ngày',
  'Xây dựng mô hình học tập suốt đời cho người dân',
  'Có sáng kiến rút ngắn một nửa thời gian giải quyết công việc',
  'Vận động nhân dân hiến đất, góp công làm đường',
  'Tổ chức lớp bồi dưỡng kỹ năng số cho người lớn tuổi',
  'Giữ gìn trường lớp, thôn xóm xanh, sạch, đẹp',
  'Giúp đỡ các hộ khó khăn phát triển sản xuất',
] as const;
