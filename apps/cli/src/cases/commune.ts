import type { DossierView, PaperSummary } from '@thidua/contract';
import { GIA_PHUC, MINH_TAN } from '../people/cast';
import { collective, individual } from '../people/nominees';
import type { CaseLine } from '../report';
import { appraiseAndVote, communeBench, communeDecision, signAndNumberRound } from '../steps/round';
import { awaitTask, complete } from '../steps/tasks';
import { launchAndSubmit, receive, signAndNumber, type UnitPlan } from '../steps/unit';
import { until } from '../until';
import { expectThat, type DemoCase, type Stage } from './case';
import { finish, roundOf } from './finish';

const GIAY_KHEN = 'GK_XA';

function certificatePlan(unit: string, title: string, name: string): UnitPlan {
  return {
    unit,
    title,
    occasion: 'ad-hoc',
    year: 2026,
    rows: [
      collective(`Tập thể ${name}`, GIAY_KHEN, 'Hoàn thành xuất sắc công trình chào mừng Đại hội Đảng các cấp.'),
      individual(
        `Vũ Thị Hồng ${name.slice(-3).trim()}`,
        'Nhân viên',
        GIAY_KHEN,
        'Có sáng kiến rút ngắn một nửa thời gian giải quyết công việc.',
      ),
    ],
  };
}

/** (b) Giấy khen for a collective and an individual in one submission. */
export const certificateCase: DemoCase = {
  letter: 'b',
  title: 'Giấy khen cho một tập thể và một cá nhân trong một tờ trình',
  play: (stage) => certificates(stage, certificatePlan('gp.ck', 'Đề nghị tặng Giấy khen thành tích đột xuất', 'Tổ Cơ khí 1'), {}),
};

/** (d) Returned for a supplement, then approved. */
export const supplementCase: DemoCase = {
  letter: 'd',
  title: 'Trả lại để bổ sung rồi khen thưởng',
  async play(stage) {
    const { cast } = stage;
    const plan = certificatePlan('gp.mn', 'Đề nghị tặng Giấy khen Trường Mầm non Hoa Sen', 'Tổ Nhà trẻ');
    const { dossierId } = await launchAndSubmit(cast, plan);
    await receive(cast, 'gp', dossierId, 'supplement');
    const clerk = await cast.as('gp.mn.nguoilap');
    const task = await awaitTask(clerk, 'Bổ sung hồ sơ', { dossierId });
    await complete(clerk, task, { ...task.values, measures: 'Bổ sung số liệu năm 2025: 100% trẻ được theo dõi sức khỏe điện tử.' });
    await signAndNumber(cast, plan, dossierId);
    await receive(cast, 'gp', dossierId, 'accept');
    await decide(stage, 'gp', dossierId, {});
    const { line, dossier } = await finish(stage, clerk, dossierId, 'đơn vị → xã → bổ sung → xã');
    expectThat(
      dossier.papers.some((paper) => paper.kind === 'phieu-yeu-cau-bo-sung'),
      'có phiếu yêu cầu bổ sung',
    );
    expectThat(
      dossier.rows.every((row) => row.state === 'awarded'),
      'được khen sau khi bổ sung',
    );
    return [line];
  },
};

/** (f) The worker dies while the decision's PDF is being made: one paper, one number, and the flow goes on. */
export const killedWorkerCase: DemoCase = {
  letter: 'f',
  title: 'Tiến trình xử lý bị dừng đột ngột khi đang tạo PDF',
  async play(stage) {
    const plan = certificatePlan('mt.th', 'Đề nghị tặng Giấy khen Trường Tiểu học Minh Tân', 'Tổ Văn phòng');
    const lines = await certificates(stage, plan, { killAt: 'paper.after-render' });
    return lines;
  },
};

/** (g) The number comes from the agency's document system, the signature is wet ink and comes back as a scan. */
export const wetInkCase: DemoCase = {
  letter: 'g',
  title: 'Số từ hệ thống ngoài, ký tay và bản quét',
  async play(stage) {
    const plan = certificatePlan('mt.yt', 'Đề nghị tặng Giấy khen Trạm Y tế xã Minh Tân', 'Tổ Dự phòng');
    return certificates(stage, plan, { wetInk: true });
  },
};

interface Twist {
  readonly killAt?: string;
  readonly wetInk?: boolean;
}

async function certificates(stage: Stage, plan: UnitPlan, twist: Twist): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const { dossierId } = await launchAndSubmit(cast, plan);
  const commune = plan.unit.slice(0, 2);
  await receive(cast, commune, dossierId, 'accept');
  const decideIt = (): Promise<void> => decide(stage, commune, dossierId, twist);
  await decideIt();
  const clerk = await cast.as(`${plan.unit}.nguoilap`);
  const { line, dossier } = await finish(stage, clerk, dossierId, 'đơn vị → xã → Chủ tịch UBND xã');
  expectThat(
    dossier.rows.every((row) => row.state === 'awarded'),
    'mọi trường hợp được tặng Giấy khen',
  );
  const decisions = dossier.papers.filter((paper) => paper.kind === 'quyet-dinh');
  expectThat(decisions.length === 1 && decisions[0]?.numberText !== null, 'đúng một quyết định, một số');
  return [line];
}

async function decide(stage: Stage, commune: string, dossierId: string, twist: Twist): Promise<void> {
  const { cast } = stage;
  const bench = communeBench(cast, commune === 'gp' ? GIA_PHUC : MINH_TAN);
  const appraiser = await cast.as(bench.appraiser);
  const roundId = await roundOf(appraiser, dossierId, 0);
  await appraiseAndVote(cast, bench, roundId, {});
  const signature = communeDecision(commune, twist.wetInk === true ? { mode: 'wet-ink' } : {});
  const sign = (): Promise<void> => signAndNumberRound(cast, roundId, signature);
  if (twist.killAt !== undefined && stage.killWorkerAt !== undefined) {
    await stage.killWorkerAt(twist.killAt, sign);
  } else {
    await sign();
  }
  if (twist.wetInk === true) {
    await uploadScan(stage, commune, dossierId);
  }
}

async function uploadScan(stage: Stage, commune: string, dossierId: string): Promise<void> {
  const clerk = await stage.cast.as(`${commune}.vanthu`);
  const paper = await until<PaperSummary>('quyết định chờ bản quét', async () => {
    const view = await clerk.call<DossierView>('dossier', { params: { id: dossierId } });
    return view.papers.find((candidate) => candidate.kind === 'quyet-dinh' && candidate.state === 'numbered' && candidate.ready);
  });
  const printed = await clerk.bytes('paperContent', { params: { id: paper.id } });
  const { sha256: scanSha256 } = await clerk.call<{ sha256: string }>('uploadScan', {
    params: { id: paper.id },
    file: { name: 'quyet-dinh-da-ky.pdf', bytes: printed, mime: 'application/pdf' },
  });
  await clerk.call('confirmScan', { params: { id: paper.id }, body: { scanSha256 } });
}

/** (h) A dossier received under the pack in force on 2026-11-21: its papers say which rows are unconfirmed. */
export const unconfirmedPackCase: DemoCase = {
  letter: 'h',
  title: 'Hồ sơ theo gói quy định hiệu lực ngày 21/11/2026 (chưa được xác nhận)',
  async play(stage) {
    const system = await stage.cast.as('hp.quantri1');
    await system.call('advanceClock', { body: { to: '2026-11-21T09:00:00+07:00' } });
    const plan = certificatePlan('gp.thcs', 'Đề nghị tặng Giấy khen tháng 11 năm 2026', 'Tổ Khoa học tự nhiên');
    const lines = await certificates(stage, plan, {});
    const clerk = await stage.cast.as('gp.thcs.nguoilap');
    const list = await clerk.call<{ dossiers: readonly { id: string; code: string }[] }>('dossiers', {
      query: { q: lines[0]?.code ?? '' },
    });
    const view = await clerk.call<DossierView>('dossier', { params: { id: list.dossiers[0]?.id ?? '' } });
    const decision = view.papers.find((paper) => paper.kind === 'quyet-dinh');
    expectThat(view.pack?.id === 'vn-2026-l2026', `gói quy định vn-2026-l2026, thấy ${String(view.pack?.id)}`);
    expectThat((decision?.unconfirmedRows.length ?? 0) > 0, 'quyết định ghi rõ dòng quy định chưa xác nhận');
    return lines;
  },
};
