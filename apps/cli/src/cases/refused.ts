import type { TaskList, TaskView } from '@thidua/contract';
import { GIA_PHUC } from '../people/cast';
import { individual } from '../people/nominees';
import { Refused } from '../session';
import {
  appraiseAndVote,
  communeBench,
  communeDecision,
  communeSubmission,
  departmentSubmission,
  provinceBench,
  signAndNumberRound,
} from '../steps/round';
import { launchAndSubmit, receive } from '../steps/unit';
import { until } from '../until';
import { expectThat, type DemoCase, type Stage } from './case';
import { finish, roundOf } from './finish';

/** (e) The commune chair tries to sign the provincial decision through the API: refused with the rule, nothing changed. */
export const refusedChairCase: DemoCase = {
  letter: 'e',
  title: 'Chủ tịch UBND xã thử ký Bằng khen cấp tỉnh qua API',
  async play(stage) {
    const { cast } = stage;
    const { dossierId } = await launchAndSubmit(cast, {
      unit: 'gp.ck',
      title: 'Đề nghị tặng Bằng khen cho kỹ sư Công ty Cơ khí Phúc Thịnh',
      occasion: 'ad-hoc',
      year: 2026,
      rows: [individual('Ngô Hữu Thắng', 'Kỹ sư trưởng', 'BK_TINH', 'Chế tạo thành công máy gieo hạt điều khiển từ xa.')],
    });
    await receive(cast, 'gp', dossierId, 'accept');
    const roundId = await climbToProvince(stage, dossierId);
    await appraiseAndVote(cast, provinceBench(cast, 'hp'), roundId, {});
    await signAndNumberRound(cast, roundId, departmentSubmission('hp'));
    const refused = await tryAsCommuneChair(stage, roundId);
    await signAndNumberRound(cast, roundId, communeDecision('hp'));
    const { line } = await finish(
      stage,
      await cast.as('gp.ck.nguoilap'),
      dossierId,
      'Chủ tịch UBND xã → API: từ chối; Chủ tịch UBND thành phố ký',
    );
    return [{ ...line, decision: `${line.decision}; API: ${refused.code}, ${JSON.stringify(refused.details['ruleId'])}` }];
  },
};

/** The commune's part for a dossier with provincial rows; answers the provincial round. */
export async function climbToProvince(stage: Stage, dossierId: string): Promise<string> {
  const { cast } = stage;
  const appraiser = await cast.as('gp.chuyenvien');
  const communeRound = await roundOf(appraiser, dossierId, 0);
  await appraiseAndVote(cast, communeBench(cast, GIA_PHUC), communeRound, {});
  await signAndNumberRound(cast, communeRound, communeSubmission('gp'));
  return roundOf(await cast.as('hp.snv.chuyenvien'), dossierId, 1);
}

async function tryAsCommuneChair(stage: Stage, roundId: string): Promise<Refused> {
  const provinceChair = await stage.cast.as('hp.chutich');
  const before = await until('quyết định chờ Chủ tịch UBND thành phố ký', async () => {
    const list = await provinceChair.call<TaskList>('tasks', { query: { limit: '200' } });
    const found = list.tasks.find((task) => task.step === 'decision' && task.roundId === roundId);
    return found === undefined ? undefined : provinceChair.call<TaskView>('task', { params: { id: found.id } });
  });
  const communeChair = await stage.cast.as('gp.chutich');
  const body = { version: before.version, data: { outcome: 'sign', signatureMode: 'digital' } };
  const refusal: unknown = await communeChair.call('completeTask', { params: { id: before.id }, body }).catch((error: unknown) => error);
  if (!(refusal instanceof Refused)) {
    throw new Error('API đã không từ chối Chủ tịch UBND xã');
  }
  expectThat(refusal.status === 403, `mã 403, thấy ${refusal.status}`);
  expectThat(refusal.details['ruleId'] === 'AU-07' && typeof refusal.details['citation'] === 'string', 'nêu AU-07 và căn cứ');
  const after = await provinceChair.call<TaskView>('task', { params: { id: before.id } });
  expectThat(after.status === 'open' && after.version === before.version, 'việc của Chủ tịch UBND thành phố không thay đổi');
  return refusal;
}
