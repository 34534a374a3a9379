import { rowsOn } from '@thidua/awards';
import { percentText, type Meeting } from '@thidua/documents';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import { frameOf } from '../frame';
import { planOf, type PaperPlan } from '../plan';
import type { ClusterFacts, RoundScene } from '../scene';
import { formalName } from '../words';

const HEADS: Readonly<Record<string, string>> = { commune: 'chair', district: 'chair', province: 'chair', department: 'director' };

/** Biên bản họp cụm, khối: the votes for each member out of all members, and the leader a flag may be proposed for (E-07, R-17). */
export function clusterMinutes(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, pack } = scene;
  const facts = scene.cluster;
  const last = facts?.turns.at(-1);
  if (facts === undefined || last?.ranking === null || last === undefined) {
    return [];
  }
  const { cluster } = facts;
  const chair = scene.holder(org.id, HEADS[org.kind] ?? 'head');
  const nameOf = (orgId: string): string => facts.members.find((member) => member.orgId === orgId)?.name ?? '';
  const leader = nameOf(last.ranking.lines.find((line) => line.leader)?.orgId ?? '');
  const data = {
    frame: {
      ...frameOf({
        org,
        pack,
        simulated: scene.simulated,
        today: scene.today,
        type: '',
        signature: { lines: ['CHỦ TRÌ', 'CỤM TRƯỞNG, KHỐI TRƯỞNG'], name: chair.name },
        recipients: ['Các đơn vị thành viên', 'Sở Nội vụ', 'Lưu: hồ sơ'],
        date: formatLocalDate(scene.today),
      }),
      body: cluster.name.toUpperCase(),
      parentBody: org.headBody.split('\n').join(' '),
    },
    cluster: cluster.name,
    subject: `Họp bình xét, suy tôn đơn vị dẫn đầu ${cluster.name} năm ${String(cluster.year)}`,
    meeting: meetingOf(scene, facts, chair),
    votingMethod: facts.turns.length > 1 ? `bỏ phiếu kín, ${String(facts.turns.length)} lượt` : 'bỏ phiếu kín',
    rows: last.ranking.lines.map((line) => ({
      index: line.rank,
      name: nameOf(line.orgId),
      award: '',
      votes: { yes: line.yes, no: 0, blank: 0, total: last.total, share: percentText(line.yes, last.total) },
      leader: line.leader,
    })),
    quota: rowsOn(pack.quotas, scene.today).find((row) => row.of === 'cluster-leaders')?.text ?? '',
    opinions: [
      last.ranking.notes,
      last.ranking.tieReason === null ? null : `Chọn đơn vị dẫn đầu khi bằng phiếu: ${last.ranking.tieReason}`,
    ].filter((text): text is string => text !== null),
    conclusions: [
      `${cluster.name} thống nhất suy tôn ${leader} là đơn vị dẫn đầu năm ${String(cluster.year)}.`,
      'Kết quả bình xét là căn cứ đề nghị cấp có thẩm quyền xét tặng cờ thi đua theo quy định.',
    ],
  };
  const title = `Biên bản họp ${cluster.name} năm ${String(cluster.year)}`;
  return [planOf('bien-ban-cum', data, { slotOf: [round.id, org.id, String(last.turn)], orgId: org.id, roundId: round.id, title })];
}

function meetingOf(
  scene: RoundScene,
  { members, roll, turns }: ClusterFacts,
  chair: { readonly name: string; readonly title: string },
): Meeting {
  const [first, last] = [turns[0], turns.at(-1)];
  const beganMs = first?.openedAt.getTime() ?? scene.nowMs;
  const endedMs = last?.closedAt?.getTime() ?? scene.nowMs;
  const absent = members.filter((member) => !roll.some((one) => one.orgId === member.orgId));
  const clerk = scene.holder(scene.org.id, 'appraiser');
  return {
    date: formatLocalDate(dayOf(beganMs)),
    startTime: isoOf(beganMs).slice(11, 16),
    endTime: isoOf(endedMs).slice(11, 16),
    place: last?.place ?? '',
    chair: { name: chair.name, title: `${chair.title}, Cụm trưởng, Khối trưởng` },
    secretary: clerk.name === '' ? scene.holder(scene.org.id, 'clerk') : clerk,
    invited: [],
    present: roll.length,
    total: members.length,
    absent: absent.map((member) => ({
      name: formalName({ ...scene.org, name: member.name }),
      title: 'đơn vị thành viên',
      reason: 'vắng mặt',
    })),
  };
}
