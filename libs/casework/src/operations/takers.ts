import { bodiesOf, principalOf, standInFault, type Actor, type StandInFault } from '@thidua/access';
import { today } from '@thidua/runtime';
import type { PositionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { taskVerdict } from '../tasks/actor-policy';
import { competenceFacts } from '../tasks/competence-facts';
import type { LoadedTask } from '../tasks/load-task';

/** Why a post may not be given an open task: of the post, or of the people in it. */
type TakerFault = StandInFault | 'own-row' | 'four-eyes' | 'not-competent';

const FAULTS: Readonly<Record<TakerFault, string>> = {
  'has-it': 'Việc đang chờ ở chính chức vụ này.',
  'bound-to-person': 'Phiếu biểu quyết và việc giao đích danh một người không ai làm thay được.',
  'other-body': 'Việc thuộc thẩm quyền của một cơ quan khác: chỉ giao lại trong chính cơ quan đó.',
  'named-by-law':
    'Bước này do người đứng đầu hoặc người có thẩm quyền theo luật tự làm. Bổ nhiệm người giữ chức vụ, hoặc lập ủy quyền (KT., TL., TUQ., Q.) thay vì giao lại.',
  'wrong-role': 'Chức vụ này không làm loại bước này.',
  'own-row': 'Người giữ chức vụ có tên trong danh sách đề nghị khen thưởng, không được xử lý hồ sơ của chính mình.',
  'four-eyes': 'Người giữ chức vụ đã làm bước trước; hai bước này phải do hai người khác nhau.',
  'not-competent': 'Chức vụ này không có thẩm quyền quyết định hình thức khen thưởng đang xét.',
};

/** A post of the task's body with the people in it today. */
export interface Taker {
  readonly orgId: string;
  readonly orgName: string;
  readonly role: string;
  readonly principal: string;
  readonly holders: readonly PositionRecord[];
  readonly fault: TakerFault | null;
  readonly says: string | null;
}

/** Posts with somebody in them at the bodies a task stands with, and whether each may be given it. Those who may come first. */
export async function takersOf(deps: CaseworkDeps, loaded: LoadedTask, tx?: Tx): Promise<readonly Taker[]> {
  const { task } = loaded;
  const posts = await deps.stores.people.postsIn(task.provinceId, bodiesOf(task.candidateGroups), today(deps.clock));
  const working = posts.filter((post) => post.role !== 'admin');
  const concerned = await nominees(deps, loaded, tx);
  const takers: Taker[] = [];
  for (const principal of new Set(working.map(principalOf))) {
    const holders = working.filter((post) => principalOf(post) === principal);
    const [first] = holders;
    if (first !== undefined) {
      const { orgId, orgName, role } = first;
      const fault = standInFault(first, task) ?? (await faultOfHolders(deps, { loaded, principal, holders, concerned }, tx)) ?? null;
      takers.push({ orgId, orgName, role, principal, holders, fault, says: fault === null ? null : FAULTS[fault] });
    }
  }
  return takers.toSorted((a, b) => Number(a.fault !== null) - Number(b.fault !== null));
}

/** Why none of them may; null while one may. */
export function whyNobody(loaded: LoadedTask, takers: readonly Taker[]): string | null {
  if (takers.some((taker) => taker.fault === null)) {
    return null;
  }
  const { step, assignee } = loaded.task;
  if (step === 'ballot' || assignee !== null) {
    return FAULTS['bound-to-person'];
  }
  if (takers.some((taker) => taker.fault === 'named-by-law')) {
    return FAULTS['named-by-law'];
  }
  return 'Ở cơ quan này không có chức vụ nào khác được làm bước này. Bổ nhiệm người giữ chức vụ ở trang Nhân sự: việc sẽ đến người đó ngay.';
}

interface Asked {
  readonly loaded: LoadedTask;
  readonly principal: string;
  readonly holders: readonly PositionRecord[];
  readonly concerned: ReadonlySet<string>;
}

/** Nobody in the post may be concerned; one of them must be free of the steps before, and a decision be the post's by law. */
async function faultOfHolders(
  deps: CaseworkDeps,
  { loaded, principal, holders, concerned }: Asked,
  tx?: Tx,
): Promise<TakerFault | undefined> {
  if (holders.some((holder) => concerned.has(holder.personId))) {
    return 'own-row';
  }
  const given = { ...loaded, task: { ...loaded.task, candidateGroups: [principal] } };
  let free = false;
  for (const holder of holders) {
    const actor = actorIn(loaded.task.provinceId, holder);
    free ||= (await taskVerdict(deps, actor, given, tx)).allowed;
    if (given.task.step === 'decision' && (await competenceFacts(deps, given.task, actor, tx))?.competent !== true) {
      return 'not-competent';
    }
  }
  return free ? undefined : 'four-eyes';
}

/** The holder as if at the door: their one post and nothing lent. */
function actorIn(provinceId: string, { id, orgId, level, role, version, personId }: PositionRecord): Actor {
  return { provinceId, accountId: '', personId, positions: [{ id, orgId, level, role, version }], delegations: [] };
}

async function nominees({ stores }: CaseworkDeps, { task }: LoadedTask, tx?: Tx): Promise<ReadonlySet<string>> {
  const { provinceId, dossierId, roundId } = task;
  const rows =
    dossierId !== null
      ? await stores.rows.ofDossier(provinceId, dossierId, tx)
      : roundId !== null
        ? await stores.rows.ofRound(provinceId, roundId, tx)
        : [];
  return new Set(rows.flatMap((row) => (row.personId === null || row.state === 'withdrawn' ? [] : [row.personId])));
}
