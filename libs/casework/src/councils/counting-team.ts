import { councilBodyFor } from '@thidua/awards';
import { dayOf, type JsonObject } from '@thidua/kernel';
import type { CounterRecord, RollEntry } from '@thidua/store';
import { problem } from '../dossiers/row-entries';
import { Refused } from '../refused';
import type { CountingRoom } from './counting-room';

/** Members who may count: there when the session opened, and on no row of its agenda. */
export function mayCount({ roll, items }: Pick<CountingRoom, 'roll' | 'items'>): readonly RollEntry[] {
  return roll.filter((member) => member.attendance === 'present' && !items.some((item) => item.personId === member.personId));
}

/** How many the pack wants in the team; of a smaller council, whoever may. */
export function teamSize(room: Pick<CountingRoom, 'roll' | 'items' | 'pack' | 'round' | 'session'>): number {
  const day = dayOf(room.session.openedAt.getTime());
  const sizes = room.items.map((item) => councilBodyFor(room.pack, item.award, room.round.level, day)?.counters ?? 0);
  return Math.min(Math.max(0, ...sizes), mayCount(room).length);
}

/** @throws Refused form-invalid when the head or a member may not count, or the team is too small */
export function teamOf(room: CountingRoom, named: { readonly head: string; readonly others: readonly string[] }): readonly CounterRecord[] {
  const able = mayCount(room);
  const ids = [...new Set([named.head, ...named.others])];
  const size = teamSize(room);
  const problems: JsonObject[] = [
    ...(able.some((member) => member.personId === named.head) ? [] : [problem('head', 'not-a-choice', 'Trưởng ban kiểm phiếu')]),
    ...(named.others.every((id) => able.some((member) => member.personId === id))
      ? []
      : [problem('team', 'not-a-choice', 'Ban kiểm phiếu')]),
    ...(ids.length >= size ? [] : [problem('team', 'too-few', 'Ban kiểm phiếu', { min: size })]),
  ];
  if (problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  return able
    .filter((member) => ids.includes(member.personId))
    .map(({ personId, fullName, title }) => ({ personId, fullName, title, head: personId === named.head }));
}
