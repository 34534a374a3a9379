import type { ClusterMeetingView, ClusterView, TaskView } from '@thidua/contract';
import { expectThat, type Stage } from '../../cases/case';
import type { CaseLine } from '../../report';
import type { Session } from '../../session';
import { awaitTask, complete } from '../../steps/tasks';
import { orgOf } from '../../steps/unit';
import { until } from '../../until';
import type { PlanPlace } from '../plan-story';

/**
 * The year's khối of those who compete in the movement name their leaders by secret votes: flags rest on them (law.md 2, COTINH, COCP), and
 * one flag of the Government needs five leaders in the province.
 */
export async function clusterVotes(stage: Stage, place: PlanPlace, year: number): Promise<readonly CaseLine[]> {
  const bodies = place.voters;
  stage.say(`${bodies.length} khối thi đua bỏ phiếu kín suy tôn đơn vị dẫn đầu năm ${year}`);
  for (const at of bodies.keys()) {
    const members = [0, 1, 2].flatMap((next) => bodies[(at + next) % bodies.length] ?? []);
    await oneVotes(stage, place, { members, year, series: `khoi-phong-trao-${at + 1}` });
  }
  return [];
}

interface Voting {
  /** Prefixes of user names; the first one leads and is voted for. */
  readonly members: readonly string[];
  readonly year: number;
  readonly series: string;
}

async function oneVotes({ cast }: Stage, place: PlanPlace, { members, year, series }: Voting): Promise<void> {
  const [leading = ''] = members;
  const memberIds = await Promise.all(members.map((prefix) => orgOf(cast, prefix)));
  const [leadOrgId = ''] = memberIds;
  const admin = await cast.as(`${place.province}.quantri1`);
  const cluster = {
    ...{ name: `Khối thi đua đổi mới sáng tạo số ${series.slice(-1)}`, series, level: 'TINH', year },
    ...{ leadOrgId, memberIds },
  };
  const { clusterId } = await admin.call<{ clusterId: string }>('addCluster', { body: cluster });
  const lead = await cast.as(`${leading}.nguoilap`);
  const { roundId } = await lead.call<{ roundId: string }>('openClusterMeeting', { params: { id: clusterId } });
  const { now } = await lead.call<{ now: string }>('clock');
  const closesAt = `${new Date(Date.parse(now) + 11 * 3_600_000).toISOString().slice(0, 16)}:00+07:00`;
  await complete(lead, await awaitTask(lead, 'Mở họp bình xét cụm, khối', { roundId }), {
    place: 'Hội trường khối thi đua',
    closesAt,
  });
  const meetingId = await until('cuộc họp mở', async () => (await clusterOf(lead, clusterId))?.meetingId ?? undefined);
  for (const [at, prefix] of members.entries()) {
    const head = await cast.as(`${prefix}.thutruong`);
    const { myTaskId } = await head.call<ClusterMeetingView>('clusterMeeting', { params: { id: meetingId } });
    const task = await head.call<TaskView>('task', { params: { id: myTaskId ?? '' } });
    // Nobody votes for his own body.
    const body = { taskId: task.id, taskVersion: task.version, orgId: memberIds[at === 0 ? 1 : 0] };
    await head.call('castClusterBallot', { params: { id: meetingId }, body });
  }
  await complete(lead, await awaitTask(lead, 'Kiểm phiếu, xếp hạng', { roundId }), { notes: 'Thống nhất suy tôn đơn vị dẫn đầu.' });
  const head = await cast.as(`${leading}.thutruong`);
  const signing = await awaitTask(head, 'Ký biên bản họp cụm, khối', { roundId });
  await complete(head, signing, { outcome: 'sign', signatureMode: 'digital' });
  const voted = await until('kết quả suy tôn được ghi nhận', async () => {
    const found = await clusterOf(lead, clusterId);
    return found === undefined || found.results.length === 0 ? undefined : found;
  });
  expectThat(
    voted.results.some(({ leader, orgId }) => leader && orgId === leadOrgId),
    'đơn vị dẫn đầu khối được suy tôn',
  );
}

async function clusterOf(person: Session, id: string): Promise<ClusterView | undefined> {
  return (await person.call<{ clusters: readonly ClusterView[] }>('clusters')).clusters.find((one) => one.id === id);
}
