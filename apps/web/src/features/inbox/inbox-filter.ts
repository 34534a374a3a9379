/** What the inbox can be narrowed to; stands in the address as `loc`. */
export type InboxFilter = 'all' | 'overdue' | 'at-risk' | 'on-time';
const FILTERS: readonly InboxFilter[] = ['all', 'overdue', 'at-risk', 'on-time'];

export function inboxFilterOf(value: unknown): InboxFilter | undefined {
  return FILTERS.find((known) => known === value);
}
