import type { ProcedureView, RoundView } from '@thidua/contract';
import { individual } from '../people/nominees';
import type { Session } from '../session';
import { appraiseAndVote, centralSubmission, provinceBench, signAndNumberRound } from '../steps/round';
import { awaitTask, complete } from '../steps/tasks';
import { launchAndSubmit, receive } from '../steps/unit';
import { expectThat, type DemoCase, type Stage } from './case';
import { finish } from './finish';
import { climbToProvince } from './refused';

/** (c) Bằng khen của Thủ tướng: the package goes to the centre, the decision comes back as a recorded paper. */
export const centralCase: DemoCase = {
  letter: 'c',
  title: 'Bằng khen của Thủ tướng Chính phủ: gói hồ sơ gửi trung ương, ghi nhận quyết định',
  async play(stage) {
    const { cast } = stage;
    const { dossierId } = await launchAndSubmit(cast, {
      unit: 'gp.htx',
      title: 'Đề nghị tặng Bằng khen của Thủ tướng Chính phủ',
      occasion: 'unspecified',
      movementId: 'gp-dmst-cds-2025-2030',
      year: 2026,
      rows: [
        individual(
          'Hoàng Công Tráng',
          'Giám đốc Hợp tác xã',
          'BK_TTG',
          'Lãnh đạo Hợp tác xã chuyển đổi số toàn bộ chuỗi sản xuất, tiêu thụ nông sản.',
        ),
      ],
    });
    await receive(cast, 'gp', dossierId, 'accept');
    const roundId = await climbToProvince(stage, dossierId);
    await appraiseAndVote(cast, provinceBench(cast, 'hp'), roundId, {});
    await signAndNumberRound(cast, roundId, centralSubmission('hp'));
    await sendAndRecord(stage, roundId);
    const { line, dossier } = await finish(
      stage,
      await cast.as('gp.htx.nguoilap'),
      dossierId,
      'đơn vị → xã → tỉnh → Bộ Nội vụ → Thủ tướng',
    );
    expectThat(
      dossier.rows.every((row) => row.state === 'awarded'),
      'đã ghi nhận quyết định của Thủ tướng Chính phủ',
    );
    return [line];
  },
};

export async function sendAndRecord(stage: Stage, roundId: string, province = 'hp'): Promise<void> {
  const appraiser = await stage.cast.as(`${province}.snv.chuyenvien`);
  const date = (await appraiser.call<{ now: string }>('clock')).now.slice(0, 10);
  const sending = await awaitTask(appraiser, 'Ghi nhận đã gửi Bộ Nội vụ', { roundId });
  await complete(appraiser, sending, { date, numberText: '112/SNV-TĐKT' });
  await appraiser.call('recordCentralPaper', { params: { id: roundId }, body: { kind: 'received', date, numberText: '45/BTĐKT' } });
  for (const [decider, symbol] of Object.entries(SYMBOLS)) {
    await recordDecision(appraiser, roundId, { decider, numberText: symbol, date });
  }
}

/** The deciders' papers, each with its own symbol (AU-08, AU-09). */
const SYMBOLS = { TTG: '318/QĐ-TTg', CTN: '1024/QĐ-CTN' } as const;

interface Decided {
  readonly decider: string;
  readonly numberText: string;
  readonly date: string;
}

async function recordDecision(appraiser: Session, roundId: string, { decider, numberText, date }: Decided): Promise<void> {
  const { rows } = await appraiser.call<RoundView>('round', { params: { id: roundId } });
  const { centralAwards } = await appraiser.call<ProcedureView>('roundProcedure', { params: { id: roundId } });
  const own = new Set(centralAwards.filter((one) => one.decider === decider).map(({ award }) => award));
  const results = Object.fromEntries(rows.filter((row) => row.stage === 'TW' && own.has(row.award)).map((row) => [row.id, true]));
  if (Object.keys(results).length === 0) {
    return;
  }
  await appraiser.call('recordCentralPaper', { params: { id: roundId }, body: { kind: 'decision', date, numberText, results } });
  const handing = await awaitTask(appraiser, 'Sao gửi quyết định, bàn giao hiện vật', { roundId });
  await complete(appraiser, handing, { date, note: 'Đã sao gửi quyết định, trao bằng và hiện vật cho đơn vị.' });
}
