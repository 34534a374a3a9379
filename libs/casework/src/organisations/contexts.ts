import { rowsOn } from '@thidua/awards';
import { dayOf } from '@thidua/kernel';
import type { TaskContextQuery } from '../task-context';
import { CLUSTER_CONTEXTS } from './clusters/contexts';
import { packOfRound } from '../rounds/round-law';
import { ROUND_CONTEXTS } from '../rounds/round-contexts';

/** The unit's check: the rows as in any appraisal, and who may be the one to decide. */
const kiemTraNoiBo: TaskContextQuery = async (deps, task, actor) => {
  const rows = await ROUND_CONTEXTS['tham-dinh']?.(deps, task, actor);
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId);
  const org = round === undefined ? undefined : await deps.stores.people.org(task.provinceId, round.orgId);
  const pack = round === undefined ? undefined : await packOfRound(deps, round);
  const today = dayOf(deps.clock.nowMs());
  const kind = org?.orgKind === 'enterprise' || org?.orgKind === 'cooperative' ? org.orgKind : 'agency';
  const board = (pack === undefined ? [] : rowsOn(pack.authorities, today)).some(
    (row) => row.level === 'UNIT' && row.role === 'board-chair' && (row.orgKinds.length === 0 || row.orgKinds.includes(kind)),
  );
  const deciders = [
    { value: 'head', label: 'Thủ trưởng đơn vị, giám đốc' },
    ...(board ? [{ value: 'board-chair', label: 'Chủ tịch Hội đồng quản trị, Hội đồng thành viên (chỉ giấy khen)' }] : []),
  ];
  return { ...rows, options: { ...rows?.options, deciders } };
};

/** What the forms of units and clusters open with and choose from, by form id. */
export const ORGANISATION_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'kiem-tra-noi-bo': kiemTraNoiBo,
  ...CLUSTER_CONTEXTS,
};
