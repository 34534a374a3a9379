import type { CouncilSessionView, RoundView, TaskView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { Cast, CommuneCast } from '../people/cast';
import type { Session } from '../session';
import { until } from '../until';
import { awaitTask, complete, fillRows, findTask } from './tasks';

/** How a council meets: who runs it, who votes, who signs its minutes. */
export interface Bench {
  readonly appraiser: string;
  readonly secretary: string;
  readonly members: readonly string[];
  readonly chair: string;
}

export interface VotePlan {
  /** Names of nominees who shall not reach the threshold. */
  readonly failing?: readonly string[];
  /** Names appraised as not meeting the standard. */
  readonly notMet?: readonly string[];
}

export function communeBench(cast: Cast, commune: CommuneCast): Bench {
  const { prefix } = commune;
  return {
    appraiser: `${prefix}.chuyenvien`,
    secretary: `${prefix}.thuky`,
    members: cast.communeMembers(commune),
    chair: `${prefix}.chutich`,
  };
}

export function provinceBench(cast: Cast, province: string): Bench {
  return {
    appraiser: `${province}.snv.chuyenvien`,
    secretary: `${province}.snv.thuky`,
    members: cast.provinceMembers(province),
    chair: `${province}.chutich`,
  };
}

/** Close the intake, appraise every row, then the council where the pack asks for one, up to the signed minutes. */
export async function appraiseAndVote(cast: Cast, bench: Bench, roundId: string, plan: VotePlan): Promise<void> {
  await closeIntake(cast, bench, roundId);
  await appraise(cast, bench, roundId, plan);
  await councilVotes(cast, bench, roundId, plan);
}

/** The council's session with ballots, count and signed minutes, where the pack asks for one. */
export async function councilVotes(cast: Cast, bench: Bench, roundId: string, plan: VotePlan): Promise<void> {
  if (await councilMeets(cast, bench, roundId)) {
    await vote(cast, bench, roundId, plan);
    await countAndSign(cast, bench, roundId);
  }
}

export async function closeIntake(cast: Cast, bench: Bench, roundId: string): Promise<void> {
  const appraiser = await cast.as(bench.appraiser);
  const task = await findTask(appraiser, 'Đóng nhận hồ sơ', { roundId });
  if (task !== undefined) {
    await complete(appraiser, await appraiser.call<TaskView>('task', { params: { id: task.id } }), {});
  }
}

export async function appraise(cast: Cast, bench: Bench, roundId: string, plan: VotePlan): Promise<void> {
  const appraiser = await cast.as(bench.appraiser);
  const task = await awaitTask(appraiser, 'Thẩm định hồ sơ', { roundId });
  const verdictOf = (row: JsonObject): JsonObject =>
    typeof row['name'] === 'string' && plan.notMet?.includes(row['name']) === true
      ? { verdict: 'not-met', note: 'Chưa đủ tiêu chuẩn theo quy định.' }
      : { verdict: 'met', note: 'Đúng đối tượng, đủ điều kiện, tiêu chuẩn.' };
  await complete(appraiser, task, { rows: fillRows(task, verdictOf), opinion: 'Hồ sơ đúng đối tượng, đủ thành phần, đúng quy trình.' });
}

async function councilMeets(cast: Cast, bench: Bench, roundId: string): Promise<boolean> {
  const secretary = await cast.as(bench.secretary);
  const appraiser = await cast.as(bench.appraiser);
  return until('phiên họp Hội đồng hoặc bước kế tiếp', async () => {
    if ((await findTask(secretary, 'Mở phiên họp Hội đồng', { roundId })) !== undefined) {
      return true;
    }
    const round = await appraiser.call<RoundView>('round', { params: { id: roundId } });
    return round.openTasks.some((task) => !['Thẩm định hồ sơ', 'Đóng nhận hồ sơ', 'Mở phiên họp Hội đồng'].includes(task.name))
      ? false
      : undefined;
  });
}

export async function openSession(cast: Cast, bench: Bench, roundId: string): Promise<string> {
  const secretary = await cast.as(bench.secretary);
  const task = await awaitTask(secretary, 'Mở phiên họp Hội đồng', { roundId });
  const clock = await secretary.call<{ now: string }>('clock');
  const closesAt = `${new Date(Date.parse(clock.now) + 11 * 3_600_000).toISOString().slice(0, 16)}:00+07:00`;
  await complete(secretary, task, { place: 'Phòng họp số 1, trụ sở UBND', closesAt });
  const view = await until('phiên họp mở', async () => {
    const round = await secretary.call<RoundView>('round', { params: { id: roundId } });
    return round.sessionId ?? undefined;
  });
  return view;
}

export async function vote(cast: Cast, bench: Bench, roundId: string, plan: VotePlan): Promise<void> {
  const sessionId = await openSession(cast, bench, roundId);
  for (const [index, username] of bench.members.entries()) {
    await castOne(await cast.as(username), sessionId, index, plan);
  }
}

/** All members but the first vote no on a failing nominee; that is short of every threshold, whoever sits in the body that meets. */
export async function castOne(member: Session, sessionId: string, index: number, plan: VotePlan): Promise<void> {
  const session = await member.call<CouncilSessionView>('councilSession', { params: { id: sessionId } });
  if (session.myBallot !== 'open' || session.myTaskId === null) {
    return;
  }
  const task = await member.call<TaskView>('task', { params: { id: session.myTaskId } });
  const choices: Record<string, string> = {};
  for (const item of session.items) {
    if (!item.ownRow) {
      choices[item.id] = plan.failing?.includes(item.name) === true && index >= 1 ? 'no' : 'yes';
    }
  }
  await member.call('castBallot', { params: { id: sessionId }, body: { taskId: task.id, taskVersion: task.version, choices } });
}

export async function countAndSign(cast: Cast, bench: Bench, roundId: string): Promise<void> {
  const secretary = await cast.as(bench.secretary);
  const counting = await awaitTask(secretary, 'Kiểm phiếu, lập biên bản', { roundId });
  await complete(secretary, counting, {
    ...countingTeam(counting),
    opinions: 'Hội đồng thảo luận, thống nhất trước khi bỏ phiếu.',
  });
  const chair = await cast.as(bench.chair);
  const minutes = await awaitTask(chair, 'Ký biên bản họp Hội đồng', { roundId });
  await complete(chair, minutes, { outcome: 'sign', signatureMode: 'digital' });
}

/** The first three members who may count, one of them at its head. */
function countingTeam(task: TaskView): JsonObject {
  const offered = task.context['countingTeam'];
  const ids = Array.isArray(offered) ? offered.flatMap((one) => (one as JsonObject)['value'] ?? []) : [];
  return { head: ids[0] ?? '', team: ids.slice(1, 3) };
}

export interface Signature {
  readonly signer: string;
  readonly signTask: string;
  readonly clerk: string;
  readonly numberTask: string;
  readonly mode?: 'digital' | 'wet-ink';
}

/** A signature followed by the records clerk's number. */
export async function signAndNumberRound(cast: Cast, roundId: string, signature: Signature): Promise<void> {
  const signer = await cast.as(signature.signer);
  const signing = await awaitTask(signer, signature.signTask, { roundId });
  await complete(signer, signing, { outcome: 'sign', signatureMode: signature.mode ?? 'digital' });
  const clerk = await cast.as(signature.clerk);
  const numbering = await awaitTask(clerk, signature.numberTask, { roundId });
  await complete(clerk, numbering, { mode: 'own' });
}

export function communeDecision(prefix: string, more: Partial<Signature> = {}): Signature {
  return {
    signer: `${prefix}.chutich`,
    signTask: 'Ký quyết định khen thưởng',
    clerk: `${prefix}.vanthu`,
    numberTask: 'Cấp số quyết định',
    ...more,
  };
}

export function communeSubmission(prefix: string): Signature {
  return { signer: `${prefix}.chutich`, signTask: 'Ký tờ trình lên cấp trên', clerk: `${prefix}.vanthu`, numberTask: 'Cấp số tờ trình' };
}

export function departmentSubmission(province: string): Signature {
  return {
    signer: `${province}.snv.giamdoc`,
    signTask: 'Ký tờ trình của Sở Nội vụ',
    clerk: `${province}.snv.vanthu`,
    numberTask: 'Cấp số tờ trình của Sở',
  };
}

export function centralSubmission(province: string): Signature {
  return {
    signer: `${province}.chutich`,
    signTask: 'Ký tờ trình Thủ tướng Chính phủ',
    clerk: `${province}.vanthu`,
    numberTask: 'Cấp số tờ trình',
  };
}
