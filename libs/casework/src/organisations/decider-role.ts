import type { RoundRecord } from '@thidua/store';

/** The post that decides in a round: a committee's chair; of a unit its head, or the chair of its board where the round says so (AU-03). */
export function deciderRoleOf({ level, deciderRole }: Pick<RoundRecord, 'level' | 'deciderRole'>): 'chair' | 'head' | 'board-chair' {
  return level === 'UNIT' ? (deciderRole ?? 'head') : 'chair';
}
