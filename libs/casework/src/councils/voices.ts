import type { RecusalRecord, RollEntry, SessionItem } from '@thidua/store';

type Item = Pick<SessionItem, 'rowId' | 'personId' | 'inWriting'>;
type Member = Pick<RollEntry, 'personId' | 'attendance'>;
type Conflict = Pick<RecusalRecord, 'personId' | 'rowId' | 'ruling'>;

/** Whether a member does not vote on a row: the own one (decision 27), or one with a declared conflict that the chair has not declined. */
export function isRecused(item: Pick<Item, 'rowId' | 'personId'>, personId: string, recusals: readonly Conflict[]): boolean {
  return (
    item.personId === personId ||
    recusals.some((one) => one.personId === personId && one.ruling !== 'declined' && (one.rowId === null || one.rowId === item.rowId))
  );
}

/** Whether a member is asked about an item: there, or absent and asked in writing; the denominator stays whatever the answer. */
export function hasVoice(item: Item, member: Member, recusals: readonly Conflict[]): boolean {
  return (member.attendance === 'present' || item.inWriting) && !isRecused(item, member.personId, recusals);
}

/** How many of these members have a voice on an item. */
export function voices(item: Item, members: readonly Member[], recusals: readonly Conflict[]): number {
  return members.filter((member) => hasVoice(item, member, recusals)).length;
}

/** Members who are asked about anything at all: each gets a ballot, or a paper to write on. */
export function asked<M extends Member>(members: readonly M[], items: readonly Item[], recusals: readonly Conflict[]): readonly M[] {
  return members.filter((member) => items.some((item) => hasVoice(item, member, recusals)));
}
